import Billing
import Ledger
import Printing
import Scanning
import ShopFixtures
import Spooler
import Testing
import Till

/// Papers that are no bills: printed like receipts, and saying what was so when they were made.
@Suite("slips")
struct SlipTests {
    private let john = "phone 9876543210"

    private func orders(_ effects: [TillEffect]) -> [PrintOrder] {
        effects.compactMap { if case .print(let order) = $0 { order } else { nil } }
    }

    private func slip(_ order: PrintOrder?) -> Slip? {
        if case .slip(let slip) = order?.content { slip } else { nil }
    }

    /// A shop whose printer is there and idle.
    private func shopWithPrinter(
        payment: PaymentSettings = .standard, papers: PaperRules = PaperRules()
    ) throws -> Shop {
        let shop = try Shop(payment: payment, papers: papers)
        _ = shop.till.step([.printer(.ready(name: "p"))])
        return shop
    }

    private static let payee = PaymentSettings(
        upiPayee: UPIPayee(address: "shop@bank", name: "Shivik Mart", category: nil),
        cash: .india, creditLimit: Money(minorUnits: 2_000_00))

    @Test("hold print puts the bill on paper with the code whose scan brings it back")
    func heldBill() throws {
        let shop = try shopWithPrinter()
        shop.type(john, "2*\(Shop.codeB)")
        let effects = shop.till.step([.line("hold print")])
        #expect(shop.rows(of: effects).first?.hasPrefix("Parked: ₹200.00, 1 line.") == true)
        let order = try #require(orders(effects).first)
        guard case .heldBill(let held) = slip(order) else {
            Issue.record("no slip of a parked bill: \(order)")
            return
        }
        #expect(held.number == 1 && held.total == Money(minorUnits: 200_00))
        #expect(held.customer?.number == "CUST0001" && held.cashier == "Asha")
        #expect(
            held.rows == [
                HeldSlip.Row(
                    name: "Product B", quantity: Quantity(pieces: 2), unit: "pc",
                    amount: Money(minorUnits: 200_00))
            ])
        #expect(
            shop.type(held.code).prefix(2) == [
                "The parked bill is open again:",
                "  1         2 × ₹100.00       ₹200.00  Product B",
            ])
    }

    @Test("plain hold prints a slip only where the shop wants one", arguments: [false, true])
    func heldBySetting(_ isWanted: Bool) throws {
        let shop = try shopWithPrinter(papers: PaperRules(heldBills: isWanted))
        shop.type(Shop.codeB)
        #expect(orders(shop.till.step([.line("hold")])).count == (isWanted ? 1 : 0))
        // A hold that is refused prints nothing.
        #expect(orders(shop.till.step([.line("hold print")])).isEmpty)
    }

    @Test("what cannot be printed is said, and the bill stays where it was")
    func noPrinter() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB)
        #expect(shop.type("hold print").first?.hasPrefix("This till has no printer.") == true)
        #expect(shop.type("total").last == "total ₹100.00   1 line")
        shop.type("upi")
        #expect(shop.type("upi print").first?.hasPrefix("This till has no printer.") == true)
    }

    @Test("a statement that waits for the printer says what was owed when it was asked for")
    func statement() throws {
        let shop = try Shop()
        shop.type(john, "5*\(Shop.codeB)", "credit", john)
        let shown = shop.type("statement")
        #expect(shown.last == "owes ₹500.00   limit ₹2000.00")
        // The customer pays, takes another name, and is looked at again: the slip stays as it was.
        shop.type("repay 200", "name John Doe")
        var waiting = orders(shop.till.step([.printer(.ready(name: "p"))]))
        var slips: [Slip] = []
        while let order = waiting.first {
            if let slip = slip(order) { slips.append(slip) }
            waiting = orders(
                shop.till.step([.printer(.finished(order.job, isConfirmed: true))]))
        }
        guard case .statement(let statement) = slips.first, slips.count == 2,
            case .repayment(let receipt) = slips.last
        else {
            Issue.record("other slips: \(slips)")
            return
        }
        #expect(statement.balance == Money(minorUnits: 500_00))
        #expect(statement.entries.map(\.billNumber) == ["BILL-2601000001"])
        #expect(statement.broughtForward == nil)
        #expect(statement.holder.name == "Walk-in Customer")
        #expect(receipt.amount == Money(minorUnits: 200_00))
        #expect(receipt.left == Money(minorUnits: 300_00))
        #expect(receipt.tender == .cash && receipt.reference == nil)
        #expect(
            try query(
                "SELECT kind, subject, state FROM print_job ORDER BY id", folder: shop.folder.path)
                == [
                    ["bill", "null", "confirmed"], ["statement", "CUST0001", "confirmed"],
                    ["repayment", "CUST0001", "confirmed"],
                ])
    }

    @Test("a slip whose printing broke off is printed again as it was, marked DUPLICATE")
    func interrupted() throws {
        let shop = try shopWithPrinter()
        shop.type(john, Shop.codeB)
        let first = try #require(orders(shop.till.step([.line("hold print")])).first)
        #expect(!first.isMarked)
        try shop.restart()
        let again = try #require(orders(shop.till.step([.printer(.ready(name: "p"))])).first)
        #expect(again.isMarked && again.isRetry)
        #expect(again.content == first.content && again.job == first.job)
        let failed = shop.till.step([
            .printer(
                .failed(again.job, bytesTaken: 9, reason: "Unplugged.", isOwnFault: false))
        ])
        #expect(
            shop.rows(of: failed).first
                == "Slip of parked bill 1: Unplugged. It prints again, marked DUPLICATE, when the "
                + "printer is back.")
        #expect(shop.type("queue")[1].contains("parked bill 1"))
    }

    @Test("upi print puts the code that waits on paper; a setting does so by itself")
    func upiCode() throws {
        let shop = try shopWithPrinter(payment: Self.payee)
        shop.type(Shop.codeB)
        #expect(
            shop.type("upi print") == ["No UPI payment is waited for. Type upi to ask for one."])
        #expect(orders(shop.till.step([.line("upi")])).isEmpty)
        let order = try #require(orders(shop.till.step([.line("upi print")])).first)
        guard case .upiCode(let request) = slip(order) else {
            Issue.record("no code: \(order)")
            return
        }
        let tr = try query("SELECT tr FROM payment_attempt", folder: shop.folder.path)[0][0]
        #expect(request.attempt.id == tr)
        #expect(request.uri.hasPrefix("upi://pay?pa=shop@bank&pn=Shivik%20Mart&tr=\(tr)&am=100.00"))

        let other = try shopWithPrinter(
            payment: Self.payee, papers: PaperRules(upiCodes: true))
        other.type(Shop.codeB)
        #expect(orders(other.till.step([.line("upi")])).count == 1)

        let sticker = try shopWithPrinter(papers: PaperRules(upiCodes: true))
        sticker.type(Shop.codeB)
        #expect(orders(sticker.till.step([.line("upi")])).isEmpty)
        #expect(sticker.type("upi print").first?.hasPrefix("There is no code to print") == true)
    }

    @Test(
        "a code that still waits for the printer is not printed once nobody is to pay it",
        arguments: [("ok", "sold"), ("back", "open")])
    func staleCode(_ word: String, _ outcome: String) throws {
        let shop = try Shop(payment: Self.payee, papers: PaperRules(upiCodes: true))
        shop.type(Shop.codeB, "upi", word)
        let printed = orders(shop.till.step([.printer(.ready(name: "p"))]))
        #expect(printed.compactMap(slip).isEmpty)
        #expect(printed.count == (outcome == "sold" ? 1 : 0))
        #expect(
            try query(
                "SELECT state FROM print_job WHERE kind = 'upi-code'", folder: shop.folder.path)
                == [["dropped"]])
    }

    @Test("what a job prints cannot be changed behind the till's back")
    func fixed() throws {
        let shop = try Shop()
        shop.type(Shop.codeB, "hold print")
        #expect(throws: (any Error).self) {
            try alter("UPDATE print_job SET content = '{}'", folder: shop.folder.path)
        }
        #expect(throws: (any Error).self) {
            try alter("UPDATE print_job SET subject = 'x'", folder: shop.folder.path)
        }
        try alter("UPDATE print_job SET attempts = 3", folder: shop.folder.path)
    }
}
