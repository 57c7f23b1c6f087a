import Billing
import Ledger
import LineMode
import Scanning

// Galla's own codes: the only scans that do anything else than sell.
extension Till {
    /// Does what one of Galla's own codes asks for.
    ///
    /// None of them can take money, give any back or throw anything away: whoever holds a code up
    /// is not known, and codes of staff wait for a person.
    mutating func obey(_ code: GallaCode, at desk: Desk) throws -> [TillEffect] {
        switch code {
        case .bill(let number):
            guard let bill = try desk.books.bill(number: number) else {
                return [.show([wording.scannedBillUnknown(number)])]
            }
            state.shownBill = bill.number
            return [.show(wording.table(of: bill))]
        case .control(let control):
            guard !control.isForStaff else { return [.show([refusal(ofStaff: control)])] }
            return try obey(control, at: desk)
        }
    }

    private mutating func obey(_ code: ControlCode, at desk: Desk) throws -> [TillEffect] {
        switch code {
        case .pay:
            let bill = try take(line: "total", at: desk)
            return state.sale.openBill == nil ? bill : bill + [.show([wording.howToPay])]
        case .total: return try take(line: "total", at: desk)
        case .help: return try take(line: "help", at: desk)
        case .delete: return try take(line: "del", at: desk)
        case .quantity(let number): return try take(line: "qty \(number)", at: desk)
        case .hold, .cancel: return try take(line: "hold", at: desk)
        case .resume(let number): return try take(line: "resume \(number)", at: desk)
        case .reprint: return try take(line: "reprint", at: desk)
        case .customer(let number): return try link(customer: number, at: desk)
        case .void, .cash, .drawer: return [.show([refusal(ofStaff: code)])]
        }
    }

    /// What a person can do instead of holding the code up.
    private func refusal(ofStaff code: ControlCode) -> Row {
        wording.staffCode(code.word.lowercased())
    }

    /// Links the customer whose card was scanned.
    mutating func link(customer number: Int, at desk: Desk) throws -> [TillEffect] {
        let text = CustomerNumber.text(sequence: Int64(number))
        guard let customer = try desk.books.customer(number: text) else {
            return [.show([wording.noSuchCustomer(text)])]
        }
        return try apply(.customerLinked(customer, opening: opening()), at: desk)
    }
}
