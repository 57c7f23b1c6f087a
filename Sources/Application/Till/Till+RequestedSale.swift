import Billing
import Digest
import Ledger
import LineMode
import Scanning

// A whole sale that another program asks for, through the same machine as one at the terminal. The
// terminal's own open bill has nothing to do with it.
extension Till {
    /// Sells, or finds the bill of a sale that was asked for before.
    mutating func sell(_ asked: SaleRequest, at desk: Desk) throws -> Decided {
        let books = desk.books
        let today = desk.moment.civil.date
        let goods = try RequestedGoods(asked, try offers(of: asked, on: today, in: books))
        let meaning = goods.meaning(of: asked)
        if let sold = try books.requestedSale(asked.reference) {
            guard sold.meaning == meaning else { throw Self.otherSale(asked.reference) }
            return Decided(answer: .sold(sold, isRepeat: true))
        }
        guard try !books.isTaken(asked.reference) else { throw Self.otherSale(asked.reference) }
        if let doubt = try refusalByClock(at: desk) {
            throw TillRefusal(.conflict, "clock-doubted", doubt.text)
        }
        try check(billNumber: asked.billNumber, in: books)
        let bill = try settle(asked, goods, at: desk)
        let id = try books.addRequest(ofBill: bill.number, meaning: meaning, extra: asked.extra)
        let sold = RequestedSale(bill: bill, id: id, meaning: meaning, extra: asked.extra)
        return Decided(
            answer: .sold(sold, isRepeat: false),
            effects: try asked.prints ? printReceipt(of: bill, at: desk) : [])
    }

    private static func otherSale(_ reference: SaleReference) -> TillRefusal {
        TillRefusal(
            .conflict, "reference-taken",
            "The reference \(reference.raw) is that of another sale. Nothing was sold; give this "
                + "one a reference of its own.")
    }

    /// What there is of every product that a request names, by what it calls it; throws for one
    /// that is not there.
    func offers(
        of asked: SaleRequest, on day: CivilDate, in books: Books
    ) throws -> [String: Offer] {
        var offers: [String: Offer] = [:]
        for name in asked.items.map(\.product) + asked.pricedItems.map(\.item.product)
        where offers[name] == nil {
            offers[name] = try offer(named: name, on: day, in: books)
        }
        return offers
    }

    private func offer(named name: String, on day: CivilDate, in books: Books) throws -> Offer {
        if let id = Int64(name), String(id) == name,
            let offer = try books.offer(id: ProductID(id), on: day)
        {
            return offer
        }
        let unknown = TillRefusal(
            .conflict, "unknown-product",
            "No product has the id or barcode \(EscapedBytes.text(of: Array(name.utf8))). Nothing "
                + "was sold.")
        let code: Barcode
        do throws(BarcodeError) {
            code = try Barcode(
                payload: Array(name.utf8), prefersUPCE: settings.codeRules.prefersUPCE)
        } catch {
            throw unknown
        }
        guard let offer = try books.offer(code: code.key, on: day) else { throw unknown }
        guard offer.pack == .one else {
            throw TillRefusal(
                .conflict, "carton-code",
                "\(code.shown) is the code of a carton. Name the product by its id, and sell "
                    + "pieces: \(offer.product.name)")
        }
        return offer
    }

    /// A number of the client's own: neither taken, nor one that a till of this shop may give.
    private func check(billNumber number: String?, in books: Books) throws {
        guard let number else { return }
        if let till = BillNumber.till(ofNumber: number),
            try till == settings.series.till || books.hasNumbered(till: till)
        {
            throw TillRefusal(
                .conflict, "bill-number-reserved",
                "\(number) is a number of till \(till). Leave billNumber out for the till's own.")
        }
        guard try !books.isTaken(billNumber: number) else {
            throw TillRefusal(
                .conflict, "bill-number-taken",
                "Another bill has the number \(number). Nothing was sold.")
        }
    }

    private func settle(
        _ asked: SaleRequest, _ goods: RequestedGoods, at desk: Desk
    ) throws -> Bill {
        var sale = Sale.idle
        let opening = BillOpening(asked.reference, terms: settings.terms)
        var offers: [ProductID: Offer] = [:]
        for line in goods.lines {
            offers[line.product.id] = try scan(line, into: &sale, opening, at: desk)
        }
        try link(asked, to: &sale, opening, at: desk)
        guard let bill = sale.openBill else { throw refusal(.emptyBill) }
        try check(asked, against: bill, at: desk)
        let received =
            asked.payment.tender == .cash ? asked.payment.received ?? bill.total : bill.total
        let payment = Payment(tender: asked.payment.tender, amount: received)
        let effects = try apply(
            .tendered(payment, offers: offers, at: desk.moment.civil), to: &sale)
        for case .save(let settlement) in effects {
            let saved = try desk.books.save(
                settlement, series: settings.series, cashier: asked.cashier,
                at: desk.moment.milliseconds, number: asked.billNumber)
            _ = try apply(.saved(saved), to: &sale)
            return saved
        }
        preconditionFailure("a sale that was paid is saved")
    }

    /// Puts a product on the bill at the prices that were shown; answers its stock.
    private func scan(
        _ line: RequestedGoods.Line, into sale: inout Sale, _ opening: BillOpening, at desk: Desk
    ) throws -> Offer {
        var offer = line.offer
        do throws(Rejection) {
            _ = try sale.apply(.scanned(offer, line.quantity, opening: opening))
        } catch {
            guard case .notEnoughStock = error,
                let more = try self.offer(offer, belowZeroAt: desk)
            else { throw refusal(error) }
            offer = more
            _ = try apply(.scanned(offer, line.quantity, opening: opening), to: &sale)
        }
        guard let put = sale.openBill?.lines.last else { return offer }
        let shown = Dictionary(
            put.rows.map { ($0.price, $0.quantity) }, uniquingKeysWith: { $0 + $1 })
        guard shown != line.prices else { return offer }
        guard let price = line.onlyPrice else {
            throw TillRefusal(
                .conflict, "price-changed",
                "The batches of this product have other prices now. Fetch them again, or send one "
                    + "price for all of it: \(line.product.name)")
        }
        _ = try apply(.priceSet(line: nil, price), to: &sale)
        return offer
    }

    /// The customer of the phone; trouble with customers is noted on the bill and stops nothing.
    private func link(
        _ asked: SaleRequest, to sale: inout Sale, _ opening: BillOpening, at desk: Desk
    ) throws {
        guard let phone = asked.phone else { return }
        let books = desk.books
        let found = try books.rescuing {
            let customer = try books.findOrCreateCustomer(
                phone: phone, name: asked.name, at: desk.moment.milliseconds)
            guard let email = asked.email, customer.email == nil else { return customer }
            return try books.setEmail(of: customer, to: email)
        }
        switch found {
        case .success(let customer):
            _ = try apply(.customerLinked(customer, opening: opening), to: &sale)
        case .failure:
            let warning = "customer \(phone.digits) could not be looked up"
            _ = try apply(.customerMissed(warning, opening: opening), to: &sale)
        }
    }

    private func check(_ asked: SaleRequest, against bill: OpenBill, at desk: Desk) throws {
        let totals = bill.totals
        if let subtotal = asked.subtotal, subtotal != totals.gross {
            throw differs("subtotal", totals.gross, subtotal)
        }
        guard asked.total == totals.total else {
            throw differs("total", totals.total, asked.total)
        }
        let payment = asked.payment
        switch payment.tender {
        case .cash:
            let change = (payment.received ?? asked.total) - asked.total
            if change >= .zero, let said = payment.change, said != change {
                throw differs("change", change, said)
            }
            let earlier = try cashToday(from: bill.customer, at: desk)
            do throws(Rejection) {
                try settings.payment.cash.check(cashKept: asked.total, earlier: earlier)
            } catch {
                throw refusal(error)
            }
        case .credit:
            guard let customer = bill.customer else {
                throw refusal(.payment(.creditWithoutCustomer))
            }
            let khata = try khata(of: customer, at: desk)
            do throws(Rejection) {
                try khata.checkRoom(for: asked.total)
            } catch {
                throw refusal(error)
            }
        case .upi, .card, .exchange: break
        }
    }

    private func differs(_ what: String, _ right: Money, _ said: Money) -> TillRefusal {
        TillRefusal(
            .conflict, "\(what)-differs",
            "The \(what) is \(wording.amount(right)), not \(wording.amount(said)). Nothing was "
                + "sold; show the customer the right one.")
    }

    private func apply(
        _ event: SaleEvent, to sale: inout Sale
    ) throws(TillRefusal) -> [SaleEffect] {
        do throws(Rejection) {
            return try sale.apply(event)
        } catch {
            throw refusal(error)
        }
    }

    private func refusal(_ rejection: Rejection) -> TillRefusal {
        TillRefusal(.conflict, rejection.code, wording.refusal(rejection).text)
    }
}
