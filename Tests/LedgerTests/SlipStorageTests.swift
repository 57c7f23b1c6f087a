import Billing
import Printing
import ShopFixtures
import Testing

@testable import Ledger

/// Slips in the rows of print jobs: read back as they were written, or refused with a reason.
@Suite("stored slips")
struct SlipStorageTests {
    private static func time(_ iso: String) throws -> CivilTime {
        try #require(CivilTime(iso: iso))
    }

    private static let holder = AccountHolder(
        number: "CUST0001", name: "ஜான் \"J\" O'Neil", phone: "9876543210")

    private static func slips() throws -> [(Slip, PrintJob.Kind, String)] {
        let at = try time("2026-11-15 10:30:00")
        let held = HeldSlip(
            number: 7, since: at, cashier: "Asha", customer: holder,
            rows: [
                HeldSlip.Row(
                    name: "चावल", quantity: Quantity(thousandths: 450), unit: "kg",
                    amount: Money(minorUnits: 27_05))
            ], total: Money(minorUnits: 27_05), code: "GALLA-RESUME-7-X")
        let entries = [
            KhataEntry(
                kind: .sale, amount: Money(minorUnits: 500_00), billNumber: "BILL-2601000001",
                tender: nil, at: at),
            KhataEntry(
                kind: .repayment, amount: Money(minorUnits: -499_99), billNumber: nil,
                tender: .upi, at: at),
        ]
        let statement = AccountStatement(
            holder: holder, broughtForward: Money(minorUnits: -1), entries: entries,
            balance: .zero, limit: Money(minorUnits: 2_000_00), at: at)
        let receipt = RepaymentReceipt(
            holder: holder, amount: Money(minorUnits: 499_99), tender: .card,
            reference: PaymentReference(stored: "004512"), left: Money(minorUnits: 1),
            cashier: "Asha", at: at)
        let request = UPIRequest(
            PaymentAttempt(id: "tr1", amount: Money(minorUnits: 1_00)),
            to: UPIPayee(address: "a@b", name: "Shivik & Sons", category: "5411"), at: at)
        return [
            (.heldBill(held), .heldBill, "7"), (.statement(statement), .statement, "CUST0001"),
            (.repayment(receipt), .repayment, "CUST0001"), (.upiCode(request), .upiCode, "tr1"),
            (.shiftReport(try report(at)), .shiftReport, "Z 12"),
        ]
    }

    private static func report(_ at: CivilTime) throws -> ShiftReport {
        var figures = ShiftFigures()
        (figures.bills, figures.creditNotes) = (84, 1)
        figures.sales = Money(minorUnits: 18_450_00)
        (figures.firstNumber, figures.lastNumber) = ("BILL-2601000001", "BILL-2601000084")
        var cash = TenderFigures(.cash)
        cash.corrected = Money(minorUnits: -5)
        figures.tenders = [cash]
        return ShiftReport(
            number: 12,
            opening: ShiftOpening(till: 1, float: .zero, cashier: "Asha", at: at, openCash: .zero),
            at: at, cashier: "Ravi",
            facts: ShiftFacts(
                figures: figures, outside: ShiftFigures(), openCash: Money(minorUnits: 7),
                documents: 85, chainHead: "3fa9"), counted: Money(minorUnits: 1))
    }

    @Test("each kind of slip is read back as it was written")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        for (slip, kind, subject) in try Self.slips() {
            let job = try ledger.transaction { try $0.addPrintJob(for: slip, at: 5) }
            #expect(job.kind == kind && job.subject == subject && job.state == .queued)
            #expect(try ledger.transaction { try $0.slip(ofJob: job.id) } == slip)
        }
        let jobs = try ledger.transaction { try $0.pendingPrintJobs() }
        #expect(jobs.map(\.kind) == [.heldBill, .statement, .repayment, .upiCode, .shiftReport])
    }

    @Test("version 1 is these words: a release that writes others reads them all the same")
    func format() throws {
        let stored = try Self.slips().map { try StoredSlip($0.0).content }
        #expect(StoredSlip.version == 1)
        #expect(
            stored[0]
                == #"{"cashier":"Asha","code":"GALLA-RESUME-7-X","customer":"#
                + #"{"name":"ஜான் \"J\" O'Neil","number":"CUST0001","phone":"9876543210"},"#
                + #""number":7,"rows":[{"amount":2705,"name":"चावल","quantity":450,"unit":"kg"}],"#
                + #""since":"2026-11-15 10:30:00","total":2705}"#)
        #expect(
            stored[3]
                == #"{"amount":100,"at":"2026-11-15 10:30:00","attempt":"tr1","#
                + #""payee":"Shivik & Sons","uri":"upi://pay?pa=a@b&pn=Shivik%20%26%20Sons&"#
                + #"mc=5411&tr=tr1&am=1.00&cu=INR&tn=Bill%20at%20Shivik%20%26%20Sons"}"#)
    }

    @Test(
        "a content that is none is refused with what is wrong, and not printed",
        arguments: [
            (PrintJob.Kind.heldBill, "{}", 1), (.statement, "no JSON", 1),
            (.repayment, #"{"number":7}"#, 1),
            (.upiCode, #"{"amount":1,"at":"2026","attempt":"t","payee":"p","uri":"u"}"#, 1),
            (.upiCode, "{}", 2), (.bill, "{}", 1),
        ])
    func damaged(_ kind: PrintJob.Kind, _ content: String, _ version: Int) {
        #expect(throws: LedgerError.self) {
            try StoredSlip.slip(kind: kind, content: content, version: version)
        }
    }
}
