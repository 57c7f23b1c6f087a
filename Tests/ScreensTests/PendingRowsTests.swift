import LineMode
import Testing

@testable import Screens

@Suite("Rows that wait")
struct PendingRowsTests {
    @Test("Rows leave in order and once")
    func order() {
        var pending = PendingRows()
        pending.append([Row(.plain, "1")])
        pending.append([Row(.plain, "2"), Row(.plain, "3")])
        #expect(pending.take().map(\.text) == ["1", "2", "3"])
        #expect(pending.take().isEmpty)
    }

    @Test("Too many rows drop the oldest, keep the latest and say how many are missing")
    func bound() {
        var pending = PendingRows()
        for number in 0..<10_000 { pending.append([Row(.line, "\(number)")]) }
        let rows = pending.take()
        #expect(rows.count <= 2 * PendingRows.limit + 1)
        #expect(rows.last?.text == "9999")
        let missing = 10_000 - (rows.count - 1)
        #expect(rows.first?.text.hasPrefix("\(missing) rows are not shown") == true)
        #expect(rows.dropFirst().first?.text == "\(missing)")
    }
}
