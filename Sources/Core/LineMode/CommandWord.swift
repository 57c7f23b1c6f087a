/// A word that makes a typed line a command; a line that starts with none of them is a scan.
package enum CommandWord: String, CaseIterable, Sendable {
    // What is on the bill.
    case qty, price, discount, batch, item, add, del, find, total
    // Who buys.
    case phone, name, email, address, gstin, buyer
    // How it is paid, and what comes back.
    case cash, upi, card, credit, pay, ok, back, `return`, refund, repay, statement, correct
    case late
    // The bill as a whole, and those before it.
    case hold, held, resume, void, bills, reprint
    // Who is at the till.
    case login, override
    // The drawer, the printer, the clock and the till itself.
    case drawer, payin, payout, shift, x, z, status, queue, clock, help, quit

    /// The word that is typed, in capitals or not; `?` asks for help too.
    init?(typed: Substring) {
        let word = typed.lowercased()
        self.init(rawValue: word == "?" ? "help" : word)
    }
}
