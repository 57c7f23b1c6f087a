import Billing
import Ledger

// A phone number is looked up when nothing was typed behind it for a moment, without Enter.
extension Till {
    /// How long nothing is typed before a phone is looked up: the specification's debounce.
    static let debounceMilliseconds: Int64 = 500

    /// Takes news of the line being typed, which the books need not learn of.
    mutating func type(_ batch: [TillEvent]) -> [TillEffect] {
        batch.flatMap { event in
            if case .typing(let phone) = event { type(phone: phone) } else { [TillEffect]() }
        }
    }

    /// Starts to wait anew with each change; a number that is not complete is not waited for.
    mutating func type(phone text: String?) -> [TillEffect] {
        do throws(Phone.Refusal) {
            let phone = try text.map { text throws(Phone.Refusal) in
                try Phone(parsing: text, rule: settings.phoneRule)
            }
            guard let phone else { return forgetTyping() }
            state.typedPhone = phone
            return [.setTimer(.phoneTyped, milliseconds: Self.debounceMilliseconds)]
        } catch {
            // Half a number is no mistake: what is wrong with it is said when it is entered.
            return forgetTyping()
        }
    }

    /// The wait is over: the customer of the phone is shown, and on the bill.
    mutating func lookUpTyped(at desk: Desk) throws -> [TillEffect] {
        guard let phone = state.typedPhone else { return [] }
        state.typedPhone = nil
        guard state.sale.openBill?.customer?.phone != phone.digits else { return [] }
        return try link(phone, at: desk)
    }

    /// What was typed is entered, or is no phone number any more.
    mutating func forgetTyping() -> [TillEffect] {
        guard state.typedPhone != nil else { return [] }
        state.typedPhone = nil
        return [.setTimer(.phoneTyped, milliseconds: nil)]
    }
}
