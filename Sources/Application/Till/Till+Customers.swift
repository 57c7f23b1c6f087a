import Billing
package import Ledger
package import LineMode

extension Till {
    /// The most bills that a list on the screen shows.
    private static let mostBills = 20

    mutating func takePhone(_ text: String?, at desk: Desk) throws -> [TillEffect] {
        guard let text else { return try apply(.customerUnlinked, at: desk) }
        let phone: Phone
        do throws(Phone.Refusal) {
            phone = try Phone(parsing: text, rule: settings.phoneRule)
        } catch {
            return [.show([wording.badPhone(error)])]
        }
        return try link(phone, at: desk)
    }

    /// Links the customer of a phone; trouble with customers is said and stops nothing.
    mutating func link(_ phone: Phone, at desk: Desk) throws -> [TillEffect] {
        let opening = opening()
        switch try desk.books.tryFindOrCreateCustomer(phone: phone, at: desk.moment.milliseconds) {
        case .success(let customer):
            return try apply(.customerLinked(customer, opening: opening), at: desk)
        case .failure(let error):
            let warning = "customer \(phone.digits) could not be looked up"
            let effects = try apply(.customerMissed(warning, opening: opening), at: desk)
            return effects + [.show([wording.customersUnreachable(reason: "\(error)")])]
        }
    }

    mutating func takeName(_ name: Text, at desk: Desk) throws -> [TillEffect] {
        guard let customer = state.sale.openBill?.customer else {
            return [.show([wording.nameWithoutPhone])]
        }
        let renamed = try desk.books.rename(customer, to: name)
        return try apply(.customerLinked(renamed, opening: opening()), at: desk)
    }

    mutating func takeEmail(_ email: EmailAddress?, at desk: Desk) throws -> [TillEffect] {
        guard let customer = state.sale.openBill?.customer else {
            return [.show([wording.emailWithoutPhone])]
        }
        let changed = try desk.books.setEmail(of: customer, to: email)
        return try apply(.customerLinked(changed, opening: opening()), at: desk)
    }

    /// The address of the bill's buyer, and of the customer where one is linked.
    mutating func takeAddress(_ address: Text?, at desk: Desk) throws -> [TillEffect] {
        let effects = try changeBuyer(at: desk) { $0.address = address?.string }
        guard let customer = state.sale.openBill?.customer else { return effects }
        try desk.books.setAddress(of: customer.id, to: address)
        return effects + [.show([wording.address(address, of: customer)])]
    }

    /// The bills that were asked for, by customer, number, day or amount, or the open bill's own
    /// customer's.
    func bills(of text: String?, at desk: Desk) throws -> [TillEffect] {
        var search = BillSearch()
        if let text {
            do throws(BillSearchError) {
                search = try BillSearch(parsing: text, rule: settings.phoneRule)
            } catch {
                return [.show([wording.noSuchSearch(error)])]
            }
        } else if let customer = state.sale.openBill?.customer {
            search.customer = customer.number
        } else {
            return [.show([wording.billsOfWhom])]
        }
        let (bills, hasMore) = try desk.books.bills(matching: search, limit: Self.mostBills)
        guard !bills.isEmpty || search.isOfCustomer else { return [.show([wording.noBillFits])] }
        return [.show(wording.bills(bills.map(wording.row(of:)), hasMore: hasMore))]
    }
}

extension Wording {
    /// One bill in a list that was searched for.
    func row(of bill: BillSummary) -> Row {
        row(
            ofBill: bill.number, soldAt: bill.soldAt, total: bill.total,
            paymentMethod: bill.paymentMethod,
            customer: bill.customer.map { "\($0.number) - \($0.name)" } ?? "")
    }

    /// One bill in a list of a customer's.
    package func row(of bill: CustomerBill) -> Row {
        row(
            ofBill: bill.number, soldAt: bill.soldAt, total: bill.total,
            paymentMethod: bill.paymentMethod,
            customer: "\(bill.customerNumber) - \(bill.customerName)")
    }
}
