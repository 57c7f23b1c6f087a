package import Billing
package import Ledger

/// Something that another program asks of the till, and where the one answer goes.
package struct TillRequest: Sendable {
    /// What is asked.
    package let ask: TillAsk
    private let reply: @Sendable (TillAnswer) -> Void

    /// Gathers a request; `reply` is called exactly once, on the till's thread, and must not block.
    package init(_ ask: TillAsk, reply: @escaping @Sendable (TillAnswer) -> Void) {
        self.ask = ask
        self.reply = reply
    }

    /// Hands the answer over; only after the books have what it says.
    package func answer(_ answer: TillAnswer) {
        reply(answer)
    }
}

/// What another program can ask of the till.
package enum TillAsk: Hashable, Sendable {
    /// The customer of a phone, made if there is none; a name replaces `Walk-in Customer` only.
    case findOrCreateCustomer(Phone, name: Text?)
    /// A sale, from its first line to its payment.
    case sell(SaleRequest)
    /// A UPI payment that the till waits for has come.
    case confirmPayment(PaymentNews)
}

/// What the till answers.
package enum TillAnswer: Hashable, Sendable {
    /// The customer; whether they are new.
    case customer(Customer, isNew: Bool)
    /// The sale's bill; whether it was made by an earlier request of the same meaning.
    case sold(RequestedSale, isRepeat: Bool)
    /// The payment is noted, now or before.
    case confirmed
    /// It was not done, and nothing of it is left.
    case refused(TillRefusal)
}

/// Why the till did not do what a program asked; nothing of it is left.
package struct TillRefusal: Error, Hashable, Sendable {
    /// What kind of refusal it is: who has to change something.
    package enum Kind: Hashable, Sendable {
        /// The request contradicts itself.
        case malformed
        /// The shop as it is now does not allow it.
        case conflict
        /// What it names is not there.
        case notFound
        /// The till cannot do it now; the same request may be sent again.
        case unavailable
    }

    /// What kind of refusal it is.
    package let kind: Kind
    /// The reason in one word with hyphens; never changes between versions.
    package let code: String
    /// The reason in a sentence.
    package let message: String

    /// Gathers a refusal.
    package init(_ kind: Kind, _ code: String, _ message: String) {
        self.kind = kind
        self.code = code
        self.message = message
    }

    /// More requests wait than the till takes.
    package static let busy = TillRefusal(
        .unavailable, "busy", "The till has too much to do. Send the same request again.")
    /// The till is ending.
    package static let closing = TillRefusal(
        .unavailable, "closing", "The till is closing. Send the same request again later.")
    /// The books did not take it.
    package static let notWritten = TillRefusal(
        .unavailable, "not-written",
        "The books could not be written, so nothing is known to be sold. Send the same request "
            + "again: it is done once, whatever became of this one.")
}
