package import Billing
import Ledger
import LineMode

// What other programs ask: each request is a part of the step that may fail alone.
extension Till {
    /// The UPI payment that the terminal's bill waits for, if it waits for one.
    package var awaitedPayment: PaymentAttempt? { state.sale.openBill?.attempt }

    /// What a request comes to, before the commit.
    struct Decided {
        let answer: TillAnswer
        var effects: [TillEffect] = []
    }

    /// Does what a program asks for; where it is refused nothing of it is left.
    mutating func take(_ request: TillRequest, at desk: Desk) throws -> [TillEffect] {
        let before = state
        switch try desk.books.rescuing({ try decide(request.ask, at: desk) }) {
        case .success(let decided):
            return decided.effects + [.reply(decided.answer, to: request)]
        case .failure(let error):
            state = before
            return [.reply(.refused(Self.refusal(for: error)), to: request)]
        }
    }

    private mutating func decide(_ ask: TillAsk, at desk: Desk) throws -> Decided {
        switch ask {
        case .findOrCreateCustomer(let phone, let name):
            try findOrCreate(phone, name, at: desk)
        case .sell(let asked): try sell(asked, at: desk)
        case .confirmPayment(let news): try confirm(news, at: desk)
        }
    }

    private static func refusal(for error: any Error) -> TillRefusal {
        switch error {
        case let refusal as TillRefusal: refusal
        case LedgerError.seriesFull:
            TillRefusal(.conflict, "series-full", "\(error). Nothing was sold.")
        default: .notWritten
        }
    }

    private func findOrCreate(
        _ phone: Phone, _ name: Text?, at desk: Desk
    ) throws -> Decided {
        let isKnown = try desk.books.customerRecord(phone: phone) != nil
        _ = try desk.books.findOrCreateCustomer(
            phone: phone, name: name, at: desk.moment.milliseconds)
        guard let customer = try desk.books.customerRecord(phone: phone) else {
            throw LedgerError.damaged(what: "the customer of \(phone.digits) was not made")
        }
        return Decided(answer: .customer(customer, isNew: !isKnown))
    }

    /// A payment has come: the same as what the till hears of by itself, and said what became of it.
    private mutating func confirm(_ news: PaymentNews, at desk: Desk) throws -> Decided {
        if try desk.books.isConfirmed(attempt: news.attempt) { return Decided(answer: .confirmed) }
        guard let attempt = state.sale.openBill?.attempt, attempt.id == news.attempt else {
            if let effects = try takeLate(news, at: desk) {
                return Decided(answer: .confirmed, effects: effects)
            }
            throw TillRefusal(
                .notFound, "no-attempt",
                "The till does not wait for a payment \(news.attempt). If the money has come, "
                    + "tell the cashier.")
        }
        guard news.amount == attempt.amount else {
            throw TillRefusal(
                .conflict, "amount-differs",
                "The till waits for \(wording.amount(attempt.amount)), not "
                    + "\(wording.amount(news.amount)). Nothing was noted.")
        }
        return Decided(answer: .confirmed, effects: try take(news, at: desk))
    }

    /// What is said of requests that were committed when the disk then refused to take them.
    ///
    /// The books are opened anew and asked, as after a commit that failed; a receipt that was to be
    /// printed waits in them.
    mutating func repliesAfterFailedSync(_ batch: [TillEvent], reason: String) -> [TillEffect] {
        do {
            try ledger.reopen()
        } catch {
            let refusals = batch.compactMap(\.request).map {
                TillEffect.reply(.refused(.notWritten), to: $0)
            }
            return refusals + [.show([wording.booksUnreachable(reason: "\(error)")])]
        }
        return [.show([wording.checking(reason: reason)])] + repliesAfterFailure(batch)
    }

    /// What is said of requests whose step could not be written.
    ///
    /// The commit may have reached the disk all the same, so the books, opened anew, are asked for
    /// each sale; only then it is said that it is not there. Where one is, the till takes up the
    /// books as they are: the sale's receipt waits in them.
    mutating func repliesAfterFailure(_ batch: [TillEvent]) -> [TillEffect] {
        var isSold = false
        var replies: [TillEffect] = []
        for case .request(let request) in batch {
            let answer = answerAfterFailure(request.ask)
            if case .sold = answer { isSold = true }
            replies.append(.reply(answer, to: request))
        }
        // Books that fail again are read by the next step; nothing waits for that.
        guard isSold, let taken = try? resume(after: nil) else { return replies }
        let others = taken.filter { if case .show = $0 { false } else { true } }
        return replies + others
    }

    private func answerAfterFailure(_ ask: TillAsk) -> TillAnswer {
        guard case .sell(let asked) = ask else { return .refused(.notWritten) }
        do {
            return try ledger.transaction { books in
                let offers = try offers(of: asked, on: clock.now().civil.date, in: books)
                let meaning = try RequestedGoods(asked, offers).meaning(of: asked)
                guard let sold = try books.requestedSale(asked.reference), sold.meaning == meaning
                else { return .refused(.notWritten) }
                return .sold(sold, isRepeat: false)
            }
        } catch {
            // Whether it was sold stays open; a repeat finds out.
            return .refused(.notWritten)
        }
    }
}
