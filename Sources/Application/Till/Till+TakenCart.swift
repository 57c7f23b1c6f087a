import Billing
import Digest
import Kiosk
import Ledger
import LineMode

// A bill that another till of the shop has put aside: its slip says what is on it.
extension Till {
    /// The text for the slip of a bill that is put aside; nil where the shop's tills share no key.
    func signedCart(of bill: OpenBill) -> String? {
        guard let key = settings.cartKey, let cart = CartCode(of: bill) else { return nil }
        return cart.text + "|" + Self.mark(of: cart.text, key)
    }

    /// Takes over what a slip says; nil when the scan is no such text.
    ///
    /// The bill keeps its identity: at this till it is taken once, whatever is scanned again.
    mutating func takeCart(_ payload: [UInt8], at desk: Desk) throws -> [TillEffect]? {
        guard payload.starts(with: CartCode.start.utf8) else { return nil }
        guard state.kiosk == nil else { return [] }
        guard let key = settings.cartKey else { return [.show([wording.cartWithoutKey])] }
        guard payload.count <= CartCode.longest,
            let (text, mark) = CartCode.split(String(decoding: payload, as: UTF8.self)),
            Self.isSame(mark, Self.mark(of: String(text), key)), let cart = CartCode(text: text)
        else { return [.show([wording.cartDamaged])] }
        return try take(cart, at: desk)
    }

    private mutating func take(_ cart: CartCode, at desk: Desk) throws -> [TillEffect] {
        if let bill = try desk.books.bill(reference: cart.reference) {
            return [.show([wording.cartSold(bill)])]
        }
        guard state.sale.openBill == nil else { return [.show([wording.refusal(.billOpen)])] }
        let held = try desk.books.heldBills(till: settings.series.till, terms: settings.terms)
        if let own = held.first(where: { $0.bill.reference == cart.reference }) {
            return try resume(own.number, at: desk)
        }
        let opening = BillOpening(cart.reference, terms: settings.terms)
        var effects: [TillEffect] = []
        for line in cart.lines { effects += try take(line, opening, at: desk) }
        return effects
    }

    private mutating func take(
        _ line: CartCode.Line, _ opening: BillOpening, at desk: Desk
    ) throws -> [TillEffect] {
        let today = desk.moment.civil.date
        guard let key = plainKey(Array(line.code.utf8)),
            let offer = try desk.books.offer(code: key, on: today)
        else { return [.show([wording.cartLineUnknown(line)])] }
        return try apply(
            .scanned(offer, line.quantity, opening: opening), at: desk
        ) { till in
            try till.offer(offer, belowZeroAt: desk).map {
                .scanned($0, line.quantity, opening: opening)
            }
        }
    }

    private static func mark(of text: String, _ key: String) -> String {
        String(SHA256(of: Array(text.utf8), key: Array(key.utf8)).hex.prefix(CartCode.markLength))
    }

    /// Compares all of it, however early it differs.
    private static func isSame(_ one: Substring, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
