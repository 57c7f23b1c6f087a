import Billing
import Testing

/// The drawer's day: what may happen in which order, and what a report adds up to.
@Suite("the shift")
struct ShiftTests {
    private static let time = CivilTime(localSeconds: 1_794_718_800)

    private static func opening(_ float: Int64 = 2_000_00) throws -> ShiftOpening {
        ShiftOpening(
            till: 1, float: Money(minorUnits: float), cashier: "Asha", at: try #require(time),
            openCash: Money(minorUnits: 40_00))
    }

    private static func facts() -> ShiftFacts {
        var figures = ShiftFigures()
        var cash = TenderFigures(.cash)
        cash.taken = Money(minorUnits: 900_00)
        cash.givenBack = Money(minorUnits: 100_00)
        cash.corrected = Money(minorUnits: -50_00)
        cash.repaid = Money(minorUnits: 25_00)
        figures.tenders = [cash]
        figures.payIns = Money(minorUnits: 500_00)
        figures.payOuts = Money(minorUnits: 120_00)
        return ShiftFacts(
            figures: figures, outside: ShiftFigures(), openCash: Money(minorUnits: 70_00),
            documents: 0, chainHead: nil)
    }

    @Test("what must be there: float, cash of bills and beside them, and more on open bills")
    func expected() throws {
        var shift = Shift.open(try Self.opening())
        let counted = Money(minorUnits: 3_180_00)
        let effects = try shift.apply(
            .counted(counted, z: 7, by: "Ravi", at: try #require(Self.time), Self.facts()))
        guard case .end(let report) = try #require(effects.first) else {
            Issue.record("no end")
            return
        }
        #expect(report.expected == Money(minorUnits: 3_185_00))
        #expect(report.difference == Money(minorUnits: -5_00))
        #expect(report.number == 7)
        #expect(shift == .closed)
    }

    @Test("a look closes nothing, has no number and says nothing of a difference")
    func look() throws {
        var shift = Shift.open(try Self.opening())
        let before = shift
        let effects = try shift.apply(
            .looked(by: "Ravi", at: try #require(Self.time), Self.facts()))
        guard case .show(let report) = try #require(effects.first) else {
            Issue.record("no report")
            return
        }
        #expect(report.number == nil)
        #expect(report.difference == nil)
        #expect(shift == before)
    }

    @Test("what cannot be is refused and leaves the shift as it was")
    func refused() throws {
        let time = try #require(Self.time)
        let opening = try Self.opening()
        var shift = Shift.open(opening)
        #expect(throws: Shift.Refusal.isOpen(opening)) {
            try shift.apply(.opened(try Self.opening(1)))
        }
        #expect(shift == .open(opening))
        shift = .closed
        #expect(throws: Shift.Refusal.isClosed) {
            try shift.apply(.looked(by: "Asha", at: time, Self.facts()))
        }
        #expect(throws: Shift.Refusal.isClosed) {
            try shift.apply(.counted(.zero, z: 1, by: "Asha", at: time, Self.facts()))
        }
        #expect(shift == .closed)
        #expect(try shift.apply(.opened(opening)) == [.begin(opening)])
    }
}
