import Billing

// Version 1 of what slips say: money in minor units, quantities in thousandths, times as ISO 8601.

/// The slip of a parked bill.
struct HeldBillContent: Codable {
    let number: Int
    let since: String
    let cashier: String
    let customer: HolderContent?
    let rows: [Row]
    let total: Int64
    let code: String
    /// Absent in slips of older releases, and where the tills share no key.
    let cart: String?

    struct Row: Codable {
        let name: String
        let quantity: Int64
        let unit: String
        let amount: Int64
    }

    init(_ slip: HeldSlip) {
        number = slip.number
        since = slip.since.iso
        cashier = slip.cashier
        customer = slip.customer.map(HolderContent.init)
        rows = slip.rows.map {
            Row(
                name: $0.name, quantity: $0.quantity.thousandths, unit: $0.unit,
                amount: $0.amount.minorUnits)
        }
        total = slip.total.minorUnits
        code = slip.code
        cart = slip.cart
    }

    func slip() throws -> HeldSlip {
        HeldSlip(
            number: number, since: try StoredSlip.time(since), cashier: cashier,
            customer: customer?.holder,
            rows: rows.map {
                HeldSlip.Row(
                    name: $0.name, quantity: Quantity(thousandths: $0.quantity), unit: $0.unit,
                    amount: Money(minorUnits: $0.amount))
            }, total: Money(minorUnits: total), code: code, cart: cart)
    }
}

/// A statement of an account.
struct StatementContent: Codable {
    let holder: HolderContent
    let broughtForward: Int64?
    let entries: [Entry]
    let balance: Int64
    let limit: Int64
    let at: String

    struct Entry: Codable {
        let kind: String
        let amount: Int64
        let billNumber: String?
        let tender: String?
        let at: String
    }

    init(_ statement: AccountStatement) {
        holder = HolderContent(statement.holder)
        broughtForward = statement.broughtForward?.minorUnits
        entries = statement.entries.map {
            Entry(
                kind: $0.kind.rawValue, amount: $0.amount.minorUnits, billNumber: $0.billNumber,
                tender: $0.tender?.rawValue, at: $0.at.iso)
        }
        balance = statement.balance.minorUnits
        limit = statement.limit.minorUnits
        at = statement.at.iso
    }

    func statement() throws -> AccountStatement {
        AccountStatement(
            holder: holder.holder, broughtForward: broughtForward.map(Money.init(minorUnits:)),
            entries: try entries.map { entry in
                guard let kind = KhataEntry.Kind(rawValue: entry.kind) else {
                    throw LedgerError.damaged(what: "a statement has a \(entry.kind)")
                }
                return KhataEntry(
                    kind: kind, amount: Money(minorUnits: entry.amount),
                    billNumber: entry.billNumber, tender: try entry.tender.map(Books.tender),
                    at: try StoredSlip.time(entry.at))
            }, balance: Money(minorUnits: balance), limit: Money(minorUnits: limit),
            at: try StoredSlip.time(at))
    }
}

/// What a customer paid off.
struct RepaymentContent: Codable {
    let holder: HolderContent
    let amount: Int64
    let tender: String
    let reference: String?
    let left: Int64
    let cashier: String
    let at: String

    init(_ receipt: RepaymentReceipt) {
        holder = HolderContent(receipt.holder)
        amount = receipt.amount.minorUnits
        tender = receipt.tender.rawValue
        reference = receipt.reference?.string
        left = receipt.left.minorUnits
        cashier = receipt.cashier
        at = receipt.at.iso
    }

    func receipt() throws -> RepaymentReceipt {
        RepaymentReceipt(
            holder: holder.holder, amount: Money(minorUnits: amount),
            tender: try Books.tender(tender),
            reference: reference.map(PaymentReference.init(stored:)),
            left: Money(minorUnits: left), cashier: cashier, at: try StoredSlip.time(at))
    }
}

/// The code of a UPI payment that is asked for.
struct UPICodeContent: Codable {
    let attempt: String
    let amount: Int64
    let uri: String
    let payee: String
    let at: String

    init(_ request: UPIRequest) {
        attempt = request.attempt.id
        amount = request.attempt.amount.minorUnits
        uri = request.uri
        payee = request.payee
        at = request.at.iso
    }

    func request() throws -> UPIRequest {
        UPIRequest(
            attempt: PaymentAttempt(id: attempt, amount: Money(minorUnits: amount)), uri: uri,
            payee: payee, at: try StoredSlip.time(at))
    }
}
