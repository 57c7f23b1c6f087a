import Billing
import Testing

/// The values of payments: references, links, cash, accounts.
@Suite("payment values")
struct PaymentValueTests {
    @Test(
        "a card's number is refused however it is grouped; other numbers are kept",
        arguments: [
            ("4111 1111 1111 1111", false), ("4111-1111-1111-1111", false),
            ("5500000000000004", false), ("ref 378282246310005 ok", false),
            // Twelve digits are a UTR; sixteen that fail the check are no card.
            ("615812345678", true), ("4111111111111112", true), ("TID 004512", true),
        ])
    func cards(text: String, isKept: Bool) {
        do throws(PaymentReference.Refusal) {
            let reference = try PaymentReference(parsing: text)
            #expect(isKept && reference.string == text)
        } catch {
            #expect(!isKept && error == .cardNumber)
        }
    }

    @Test("a reference has one to forty characters and no command")
    func references() {
        #expect(throws: PaymentReference.Refusal.empty) { try PaymentReference(parsing: "  ") }
        #expect(throws: PaymentReference.Refusal.tooLong) {
            try PaymentReference(parsing: String(repeating: "a", count: 41))
        }
        #expect(throws: PaymentReference.Refusal.forbidden) {
            try PaymentReference(parsing: "a\u{1B}b")
        }
    }

    @Test("the link asks for the exact amount, spaces as %20, nothing left ambiguous")
    func link() {
        let payee = UPIPayee(address: "shivik@okbank", name: "Shivik Mart & Sons", category: "5411")
        let attempt = PaymentAttempt(id: "a1b2", amount: Money(minorUnits: 500_00))
        #expect(
            UPILink(payee: payee, attempt: attempt, note: "Bill at शिविक").uri
                == "upi://pay?pa=shivik@okbank&pn=Shivik%20Mart%20%26%20Sons&mc=5411&tr=a1b2"
                + "&am=500.00&cu=INR&tn=Bill%20at%20%E0%A4%B6%E0%A4%BF%E0%A4%B5%E0%A4%BF%E0%A4%95")
        let bare = UPIPayee(address: "a@b", name: "A", category: nil)
        #expect(
            UPILink(payee: bare, attempt: attempt, note: "").uri
                == "upi://pay?pa=a@b&pn=A&tr=a1b2&am=500.00&cu=INR")
    }

    @Test("an attempt's identity is letters and digits, 35 at most, of a fresh reference")
    func identities() {
        let long = String(repeating: "z9-", count: 20)
        #expect(PaymentAttempt.id(from: SaleReference("ab-12_é")) == "ab12")
        #expect(PaymentAttempt.id(from: SaleReference(long)).utf8.count == 35)
    }

    @Test(
        "what a customer is likely to hand over",
        arguments: [
            (460_00, [460_00, 500_00, 600_00, 1000_00]), (500_00, [500_00, 600_00, 1000_00]),
            (37_50, [37_50, 40_00, 50_00, 100_00]), (1_00, [1_00, 10_00, 20_00, 50_00]), (0, []),
        ] as [(Int64, [Int64])])
    func notes(due: Int64, likely: [Int64]) {
        #expect(
            CashRules.india.likely(for: Money(minorUnits: due)).map(\.minorUnits) == likely)
    }

    @Test("cash is refused from the ceiling on, and where there is none never")
    func ceiling() throws {
        try CashRules.india.check(cashKept: Money(minorUnits: 199_999_99))
        #expect(throws: Rejection.self) {
            try CashRules.india.check(cashKept: Money(minorUnits: 200_000_00))
        }
        try CashRules(ceiling: nil, notes: []).check(cashKept: .limit)
    }

    @Test("an account has room up to its limit, and takes back no more than is owed")
    func khata() throws {
        let khata = Khata(balance: Money(minorUnits: 150), limit: Money(minorUnits: 200))
        try khata.checkRoom(for: Money(minorUnits: 50))
        #expect(throws: Rejection.self) { try khata.checkRoom(for: Money(minorUnits: 51)) }
        try khata.checkRepayment(of: Money(minorUnits: 150))
        #expect(throws: Rejection.self) { try khata.checkRepayment(of: Money(minorUnits: 151)) }
        #expect(throws: Rejection.self) { try khata.checkRepayment(of: .zero) }
    }

    @Test(
        "a UPI address is name@handle",
        arguments: [
            ("shop@okbank", true), ("a.b-c_1@upi", true), ("shop", false), ("@okbank", false),
            ("shop@", false), ("a b@c", false), ("a@b@c", false), ("a&b@c", false),
        ])
    func addresses(text: String, isOne: Bool) {
        #expect(UPIPayee.isAddress(text) == isOne)
    }
}
