package import Billing

extension Wording {
    /// The discount on the whole bill was set or taken off.
    package func discount(on bill: OpenBill) -> Row {
        let totals = bill.totals
        guard bill.discount != nil else {
            return Row(.result, "no discount on the bill   total \(amount(totals.total))")
        }
        return Row(
            .result,
            "bill discount \(amount(totals.billDiscount))   total \(amount(totals.total))")
    }

    /// Who the invoice is made out to now.
    package func buyerChanged(_ buyer: Buyer?) -> [Row] {
        let rows = self.buyer(buyer)
        return rows.isEmpty ? [Row(.customer, "The bill names no buyer.")] : rows
    }

    /// A buyer as rows, none without one.
    func buyer(_ buyer: Buyer?) -> [Row] {
        guard let buyer, !buyer.isEmpty else { return [] }
        let columns = [buyer.gstin?.text, buyer.address, buyer.name].compactMap(\.self)
        return [Row(.customer, "buyer   " + columns.joined(separator: "   "))]
    }

    /// The steps from the lines to the total, where there are any.
    func steps(_ totals: BillTotals) -> [Row] {
        var rows: [Row] = []
        if totals.billDiscount != .zero {
            rows.append(Row(.plain, "bill discount \(amount(totals.billDiscount))"))
        }
        if totals.roundOff != .zero {
            rows.append(Row(.plain, "round off \(amount(totals.roundOff))"))
        }
        return rows
    }

    /// The batches behind a line, oldest first, to pick one; `shown` are those it takes now.
    package func batches(_ shelf: [ShelfBatch], shown: Set<BatchID>, of line: CartLine) -> [Row] {
        let digits = shelf.count == 1 ? "1" : "1 to \(shelf.count)"
        let unit = line.product.unit.symbol
        let rows = shelf.enumerated().map { index, entry in
            let batch = entry.batch
            let columns = [
                String(index + 1).leftPadded(to: 3) + (shown.contains(batch.id) ? "*" : " "),
                batch.label.rightPadded(to: 10),
                amount(batch.price).leftPadded(to: 12),
                ("MRP " + (batch.mrp.map(amount) ?? "-")).leftPadded(to: 16),
                "\(batch.available.digits) \(unit)".leftPadded(to: 12),
                entry.expiresOn.map { "until \($0.iso)" } ?? "",
            ]
            return Row(.plain, columns.joined(separator: " ").withoutTrailingSpaces)
        }
        return [Row(.heading, "Type \(digits) to sell the line from one batch (* now):")] + rows
    }

    /// Which printed price the pack has, where the code does not tell; the number taken has a star.
    package func mrpQuestion(_ groups: [Offer], taken: Int) -> [Row] {
        let rows = groups.enumerated().map { index, offer in
            let batch = offer.batches[0]
            let columns = [
                String(index + 1).leftPadded(to: 3) + (index == taken ? "*" : " "),
                ("MRP " + (batch.mrp.map(amount) ?? "-")).leftPadded(to: 16),
                ("price " + amount(batch.price)).leftPadded(to: 18),
                "\(offer.available.digits) \(offer.product.unit.symbol)".leftPadded(to: 12),
            ]
            return Row(.plain, columns.joined(separator: " "))
        }
        let heading = "Look at the pack: type its number if another MRP is printed on it (* taken):"
        return [Row(.heading, heading)] + rows
    }

    /// What was just sold is not in the books.
    package func soldBelowZero(_ quantity: Quantity, of product: Product) -> Row {
        Row(
            .notice,
            "\(quantity.digits) \(product.unit.symbol) are not in the books: sold at the last "
                + "cost and flagged until stock is received: \(product.name)")
    }

    /// A code became a product.
    package func added(_ product: Product) -> Row {
        Row(
            .notice,
            "Now a product: \(product.barcode). Its stock is flagged until it is received: "
                + product.name)
    }

    /// A code that was to become a product is one.
    package func knownProduct(_ product: Product) -> Row {
        Row(.refusal, "That code is a product already; nothing was changed: \(product.name)")
    }

    /// A line without batches to pick from.
    package func noShelf(of product: Product) -> Row {
        Row(.refusal, "Nothing of it is in stock that could be picked: \(product.name)")
    }

    /// The bill changed between a question and its answer.
    package var answerTooLate: Row {
        Row(.refusal, "The bill is another by now; nothing was changed. Type batch to pick one.")
    }

    /// The shop does not let its tills do this.
    package func notAllowed(_ setting: String) -> Row {
        Row(.refusal, "This shop does not allow that; \(setting) in galla.toml says so.")
    }

    /// A percentage as people say it: `5%`, `12.5%`.
    static func percent(_ hundredths: Int) -> String {
        Quantity(thousandths: Int64(hundredths) * 10).digits + "%"
    }
}

extension String {
    func rightPadded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate var withoutTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
