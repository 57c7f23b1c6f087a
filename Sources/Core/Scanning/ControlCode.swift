/// A code that Galla itself prints: a scan that asks for something rather than sells.
///
/// Written `GALLA-WORD-CHECK` or `GALLA-WORD-DIGITS-CHECK` in capitals, digits and dashes, so that
/// Code 128 and Code 39 hold it and no case can be wrong. The last character is the check character
/// of ISO/IEC 7064, MOD 37,36, over everything before it but the dashes. No product of a catalogue
/// has such a code: a scan that begins like one and is none is refused, never sold.
package enum ControlCode: Hashable, Sendable {
    /// Show what is to be paid; at an unattended till, begin to pay.
    case pay
    /// Show the bill.
    case total
    /// Show the words.
    case help
    /// Give up this purchase; nothing of it is lost.
    case cancel
    /// Take the last line out.
    case delete
    /// Another number of pieces for the last line, 1 to 9999.
    case quantity(Int)
    /// Put the bill aside.
    case hold
    /// Take the bill of this number back, 1 to 99.
    case resume(Int)
    /// Print the last receipt again.
    case reprint
    /// Link the customer with this number (the digits behind `CUST`), 1 to 99999999.
    case customer(Int)
    /// Throw the bill away; for staff.
    case void
    /// Take the whole total in cash; for staff.
    case cash
    /// Open the drawer; for staff.
    case drawer

    /// What every control code begins with.
    package static let start = "GALLA-"

    /// Whether a person of the shop has to confirm it: whoever holds up a code must not.
    package var isForStaff: Bool {
        switch self {
        case .void, .cash, .drawer: true
        case .pay, .total, .help, .cancel, .delete, .quantity, .hold, .resume, .reprint, .customer:
            false
        }
    }

    /// The word of the code, as it is said and printed.
    package var word: String {
        switch self {
        case .pay: "PAY"
        case .total: "TOTAL"
        case .help: "HELP"
        case .cancel: "CANCEL"
        case .delete: "DEL"
        case .quantity: "QTY"
        case .hold: "HOLD"
        case .resume: "RESUME"
        case .reprint: "REPRINT"
        case .customer: "CUST"
        case .void: "VOID"
        case .cash: "CASH"
        case .drawer: "DRAWER"
        }
    }

    /// The number behind the word, if it has one.
    package var number: Int? {
        switch self {
        case .quantity(let number), .resume(let number), .customer(let number): number
        case .pay, .total, .help, .cancel, .delete, .hold, .reprint, .void, .cash, .drawer: nil
        }
    }

    /// The code as it is printed.
    package var text: String {
        let body = Self.start + word + (number.map { "-\($0)" } ?? "")
        return body + "-" + String(CheckCharacter.of(body.utf8))
    }
}

extension ControlCode {
    /// Reads a scan; nil when it is no control code, an error when it is a damaged one.
    ///
    /// Small letters count as capitals: a scanner may have exchanged them.
    package init?(payload: [UInt8]) throws(ControlCodeError) {
        let bytes = payload.map { 0x61...0x7A ~= $0 ? $0 & 0xDF : $0 }
        guard bytes.starts(with: Self.start.utf8) else { return nil }
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard bytes.count <= 40, let check = parts.last, check.count == 1, parts.count >= 3,
            check.first == CheckCharacter.of(bytes.dropLast(2)).utf8.first
        else { throw .damaged }
        let word = String(decoding: parts[1], as: UTF8.self)
        let numbers = parts[2...].dropLast()
        guard numbers.count <= 1 else { throw .unknown }
        let number: Int? = if let digits = numbers.first { try Self.number(digits) } else { nil }
        guard let code = Self.code(word, number) else { throw .unknown }
        self = code
    }

    private static func number(_ digits: ArraySlice<UInt8>) throws(ControlCodeError) -> Int {
        guard (1...8).contains(digits.count), digits.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            throw .unknown
        }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func code(_ word: String, _ number: Int?) -> ControlCode? {
        switch (word, number) {
        case ("PAY", nil): .pay
        case ("TOTAL", nil): .total
        case ("HELP", nil): .help
        case ("CANCEL", nil): .cancel
        case ("DEL", nil): .delete
        case ("HOLD", nil): .hold
        case ("REPRINT", nil): .reprint
        case ("VOID", nil): .void
        case ("CASH", nil): .cash
        case ("DRAWER", nil): .drawer
        case ("QTY", .some(let number)) where 1...9999 ~= number: .quantity(number)
        case ("RESUME", .some(let number)) where 1...99 ~= number: .resume(number)
        case ("CUST", .some(let number)) where 1...99_999_999 ~= number: .customer(number)
        default: nil
        }
    }
}

/// Why a scan that begins like a control code is none; nothing was done.
package enum ControlCodeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Its check character does not fit: misread, or made by somebody else.
    case damaged
    /// It is whole, but this version has no such code.
    case unknown

    /// One sentence with what to do next.
    package var description: String {
        switch self {
        case .damaged: "This code of Galla's is damaged or was misread. Scan again."
        case .unknown:
            "This till knows no such code. Print a new sheet with galla scanner sheet."
        }
    }
}
