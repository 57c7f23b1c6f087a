import Devices
import Testing

@Suite("What is said of a printer that takes nothing")
struct PrinterWatchTests {
    private let fine = PrinterWait.moving
    private let noPaper = PrinterWait.paperOut
    private let error = PrinterWait.notAccepting

    @Test("a slow printer that has no complaint is no news for two seconds, and then once")
    func slow() {
        var watch = PrinterWatch()
        let said = (1...10).map { _ in watch.ticked(fine) }
        #expect(said == Array(repeating: nil, count: 7) + [.notAccepting, nil, nil])
        #expect(watch.moved() == .moving)
        #expect(watch.moved() == nil)
    }

    @Test("patience begins anew with each transfer's end")
    func patience() {
        var watch = PrinterWatch()
        for _ in 1...7 { #expect(watch.ticked(nil) == nil) }
        #expect(watch.moved() == nil)
        for _ in 1...7 { #expect(watch.ticked(nil) == nil) }
        #expect(watch.ticked(nil) == .notAccepting)
    }

    @Test("no paper and an error are said at once")
    func complaints() {
        var watch = PrinterWatch()
        #expect(watch.ticked(noPaper) == .paperOut)
        #expect(watch.ticked(noPaper) == nil)
        #expect(watch.ticked(fine) == .notAccepting)
        #expect(watch.ticked(noPaper) == .paperOut)
        #expect(watch.moved() == .moving)
        #expect(watch.ticked(error) == .notAccepting)
    }
}
