import ArgumentParser
import Billing
import Ledger

/// Which customer a command is about.
struct CustomerChoice: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The customer's phone, or number (CUST0001).", valueName: "customer"))
    var who: String

    /// What the books are asked for; a phone that breaks the shop's rule is refused.
    func key(_ rule: Phone.Rule) throws(Failure) -> CustomerKey {
        do throws(Phone.Refusal) {
            return try CustomerKey.reading(who, rule: rule)
        } catch {
            throw Failure(
                .validationFailure,
                "\(who) is neither a customer's number nor a phone: \(error.rule.sentence).")
        }
    }

    /// Changes the customer as the shop's owner for a moment; answers their number.
    func change(
        in shop: ShopOptions, _ key: CustomerKey, for purpose: String,
        _ body: (Books, Customer) throws -> Void
    ) throws(Failure) -> String {
        let ledger = try shop.ownLedgerBriefly(for: purpose)
        do {
            return try ledger.transaction { books in
                guard let record = try books.record(of: key), record.state != .deleted else {
                    throw Failure.notFound("There is no customer \(who) in \(shop.folder).")
                }
                try body(books, record)
                return record.number
            }
        } catch let failure as Failure {
            throw failure
        } catch let refusal as CustomerRefusal {
            throw Failure(.failure, Self.sentence(for: refusal, who))
        } catch {
            throw .failed(error)
        }
    }

    /// Reads the books beside their owner.
    static func read<Answer>(
        from shop: ShopOptions, _ body: (Books) throws -> Answer
    ) throws(Failure) -> Answer {
        let reader = try shop.reader()
        do throws(LedgerError) {
            return try reader.read(body)
        } catch {
            throw .failed(error)
        }
    }

    private static func sentence(for refusal: CustomerRefusal, _ who: String) -> String {
        switch refusal {
        case .hasBalance(let balance) where balance > .zero:
            "\(who) owes \(balance.digits). Let them repay it first; nothing was changed."
        case .hasBalance(let balance):
            "The shop owes \(who) \((Money.zero - balance).digits). Pay it out first; nothing was "
                + "changed."
        case .isBeingServed:
            "\(who) is on a bill that is open or parked. Close that first; nothing was changed."
        }
    }
}

extension Books {
    /// Everything about a customer, by phone or number.
    func record(of key: CustomerKey) throws -> Customer? {
        switch key {
        case .phone(let phone): try customerRecord(phone: phone)
        case .number(let number): try customerRecord(number: number)
        }
    }
}
