import Billing
import Ledger
import LineMode
import Scanning

extension Till {
    mutating func take(line text: String, at desk: Desk) throws -> [TillEffect] {
        switch state.staff.dialogue {
        case .asking: return try take(pin: text, at: desk)
        case .checking:
            state.typedAhead.append(text)
            return []
        case .none: return try obeyLine(text, isAllowed: false, at: desk)
        }
    }

    /// Does what a line asks for, where whoever is there may ask for it or it `isAllowed`.
    mutating func obeyLine(
        _ text: String, isAllowed: Bool, at desk: Desk
    ) throws -> [TillEffect] {
        let choice = state.choice
        state.choice = nil
        if let number = Command.pick(text), let choice {
            return try choose(number, of: choice, at: desk)
        }
        // A slip's text has a sign in it that stands for a quantity elsewhere.
        if text.hasPrefix(CartCode.start) { return try scan(typed: text, .one, at: desk) }
        let command: Command?
        do throws(CommandError) {
            command = try Command.parse(text)
        } catch {
            return [.show([Row(.refusal, Self.asSentence(error.description))])]
        }
        guard let command else { return [] }
        if !isAllowed, let refusal = refusal(of: command, typed: text) {
            return [.show([refusal])]
        }
        return try obey(command, at: desk)
    }

    private mutating func obey(_ command: Command, at desk: Desk) throws -> [TillEffect] {
        switch command {
        case .scan(let code, let quantity):
            return try scan(typed: code, quantity, at: desk)
        case .quantity(let line, let quantity):
            return try setQuantity(ofLine: line, quantity, at: desk)
        case .price(let line, let price):
            return try apply(.priceSet(line: line, price), at: desk)
        case .discount(.line(let line), let discount):
            return try apply(.discountSet(line: line, discount), at: desk)
        case .discount(.bill, let discount):
            return try apply(.billDiscountSet(discount), at: desk)
        case .batch(let line):
            return try showBatches(ofLine: line, at: desk)
        case .item(let item):
            return try apply(.itemAdded(item, opening: opening()), at: desk)
        case .add(let product):
            return try add(product, at: desk)
        case .gstin(let gstin):
            return try changeBuyer(at: desk) { $0.gstin = gstin }
        case .buyer(let name):
            return try changeBuyer(at: desk) { $0.name = name?.string }
        case .address(let address):
            return try takeAddress(address, at: desk)
        case .delete(let line):
            return try apply(.lineDeleted(line: line), at: desk)
        case .phone(let text):
            return try takePhone(text, at: desk)
        case .name(let name):
            return try takeName(name, at: desk)
        case .email(let email):
            return try takeEmail(email, at: desk)
        case .bills(let customer):
            return try bills(of: customer, at: desk)
        case .find(let text):
            return try find(text, at: desk)
        case .hold(let printsSlip):
            return try hold(printsSlip: printsSlip, at: desk)
        case .held:
            return try showHeld(at: desk)
        case .resume(let number):
            return try resume(number, at: desk)
        case .reprint(let number):
            return try reprint(number, at: desk)
        case .drawer(let why):
            return try openDrawer(why: why, at: desk)
        case .cashMoved(let kind, let amount, let why):
            return try move(kind, amount, why: why, at: desk)
        case .shift(let word): return try obey(word, at: desk)
        case .login(let name): return try login(name, at: desk)
        case .override(let name): return try override(by: name, at: desk)
        case .status: return [.show(status(at: desk))]
        case .queue(let word):
            return try take(word, at: desk)
        case .cash(let amount):
            return try payCash(amount, at: desk)
        case .returned(let command):
            return try takeReturn(command, at: desk)
        case .paying(let command):
            return try obey(command, at: desk)
        case .total: return showBill()
        case .void(let why):
            return try void(why, at: desk)
        case .clock(let isConfirmed):
            return try clock(isConfirmed: isConfirmed, at: desk)
        case .help: return [.show(wording.help)]
        case .quit: return end(.quit)
        }
    }

    /// The open bill as a table.
    private func showBill() -> [TillEffect] {
        let bill = state.sale.openBill
        return [.show(bill.map(wording.table(of:)) ?? [wording.refusal(.noOpenBill)])]
    }

    private static func asSentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}
