import Billing
import Ledger
import LineMode
import Scanning

extension Till {
    mutating func take(line text: String, at desk: Desk) throws -> [TillEffect] {
        let hits = state.hits
        state.hits = []
        if let number = Command.pick(text), !hits.isEmpty {
            return try pick(number, of: hits, at: desk)
        }
        let command: Command?
        do throws(CommandError) {
            command = try Command.parse(text)
        } catch {
            return [.show([Row(.refusal, Self.asSentence(error.description))])]
        }
        return try command.map { try obey($0, at: desk) } ?? []
    }

    private mutating func obey(_ command: Command, at desk: Desk) throws -> [TillEffect] {
        switch command {
        case .scan(let code, let quantity):
            return try scan(typed: code, quantity, at: desk)
        case .quantity(let line, let quantity):
            return try setQuantity(ofLine: line, quantity, at: desk)
        case .price(let line, let price):
            return try apply(.priceSet(line: line, price), at: desk)
        case .delete(let line):
            return try apply(.lineDeleted(line: line), at: desk)
        case .phone(let text):
            return try takePhone(text, at: desk)
        case .name(let name):
            return try takeName(name, at: desk)
        case .email(let email):
            return try takeEmail(email, at: desk)
        case .find(let text):
            return try find(text, at: desk)
        case .hold:
            return try hold(at: desk)
        case .held:
            let held = try desk.books.heldBills(till: settings.series.till)
            return [.show(wording.table(of: held))]
        case .resume(let number):
            return try resume(number, at: desk)
        case .reprint(let number):
            return try reprint(number, at: desk)
        case .cash(let amount):
            return try pay(Payment(tender: .cash, amount: amount), at: desk)
        case .total:
            let bill = state.sale.openBill
            return [.show(bill.map(wording.table(of:)) ?? [wording.refusal(.noOpenBill)])]
        case .void:
            return try apply(.voided, at: desk)
        case .clock(let isConfirmed):
            return try clock(isConfirmed: isConfirmed, at: desk)
        case .help:
            return [.show(wording.help)]
        case .quit:
            return end(.quit)
        }
    }

    private static func asSentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}
