import Billing
import ExactJSON
import Ledger
import Scanning
import Till

// What can be looked up. Lists go on behind a row that the cursor names, so that no row is left out
// or told twice however many are added meanwhile.
extension ShopAPI {
    var listRoutes: [Route] {
        [
            Route("GET", "/api/v1/products", .read) { request throws(APIRefusal) in
                try products(request)
            },
            Route("GET", "/api/v1/products/{id}", .read) { request throws(APIRefusal) in
                .ok(["success": true, "data": Answers.product(try product(request))])
            },
            Route("GET", "/api/v1/products/{id}/batches", .read) { request throws(APIRefusal) in
                let id = try product(request).product.id
                let batches = try read { try $0.batches(of: id) }
                return .ok(["success": true, "data": .array(batches.map(Answers.batch))])
            },
            Route("GET", "/api/v1/customers", .read) { request throws(APIRefusal) in
                try customers(request)
            },
            Route("GET", "/api/v1/bills", .read) { request throws(APIRefusal) in
                try bills(request)
            },
            Route("GET", "/api/v1/bills/{billNumber}", .read) { request throws(APIRefusal) in
                try bill(request)
            },
        ]
    }

    private var today: CivilDate { clock.now().civil.date }

    private func read<Answer>(_ body: (Books) throws -> Answer) throws(APIRefusal) -> Answer {
        do throws(LedgerError) {
            return try reader.read(body)
        } catch {
            throw .unavailable("The books cannot be read now; galla doctor says why.")
        }
    }

    private func products(_ request: APIRequest) throws(APIRefusal) -> APIResponse {
        let query = try ListQuery(request, ["search"])
        let day = today
        guard let text = try query.text("search", limit: 64) else {
            let rows = try read {
                try $0.products(
                    after: ProductID(query.cursor), limit: query.limit + 1, on: day)
            }
            return query.page(rows, id: \.product.id.raw, Answers.product)
        }
        let skipped = Int(clamping: query.cursor)
        guard skipped <= ListQuery.furthest else {
            throw .malformed("cursor", "is too far into a search; search for more letters")
        }
        let found = try read { books in
            let offers = try books.search(text, limit: skipped + query.limit, on: day)
            let rows = try offers.offers.dropFirst(skipped).compactMap {
                try books.listedProduct(id: $0.product.id, on: day)
            }
            return (rows, offers.hasMore)
        }
        return Answers.page(
            found.0.map(Answers.product),
            next: found.1 ? String(skipped + query.limit) : nil)
    }

    private func product(_ request: APIRequest) throws(APIRefusal) -> ListedProduct {
        let name = request.captures["id"] ?? ""
        let key = Self.key(name)
        let day = today
        let found = try read { books -> ListedProduct? in
            if let id = Int64(name), String(id) == name,
                let product = try books.listedProduct(id: ProductID(id), on: day)
            {
                return product
            }
            guard let key, let id = try books.product(code: key) else { return nil }
            return try books.listedProduct(id: id, on: day)
        }
        guard let found else { throw .notFound("product of this id or barcode") }
        return found
    }

    private static func key(_ name: String) -> String? {
        do throws(BarcodeError) {
            return try Barcode(payload: Array(name.utf8)).key
        } catch {
            // What is no barcode is none of a product's either.
            return nil
        }
    }

    private func customers(_ request: APIRequest) throws(APIRefusal) -> APIResponse {
        let query = try ListQuery(request, ["phone", "customerNumber"])
        let phone = try query.phone(reading.phoneRule)
        let number = try query.customerNumber()
        guard phone != nil || number != nil else {
            let rows = try read {
                try $0.customers(after: CustomerID(query.cursor), limit: query.limit + 1)
            }
            return query.page(rows, id: \.id.raw, Answers.customer)
        }
        let found = try read { books -> Customer? in
            let byNumber = try number.flatMap(books.customerRecord(number:))
            guard let phone else { return byNumber }
            let byPhone = try books.customerRecord(phone: phone)
            return number == nil || byPhone?.id == byNumber?.id ? byPhone : nil
        }
        return Answers.page(found.map { [Answers.customer($0)] } ?? [], next: nil)
    }

    private func bills(_ request: APIRequest) throws(APIRefusal) -> APIResponse {
        let query = try ListQuery(request, ["phone", "customerNumber", "from", "to"])
        var search = BillSearch()
        search.phone = try query.phone(reading.phoneRule)
        search.customer = try query.customerNumber()
        search.from = try query.day("from")
        // The first day alone means that day; a list over HTTP goes on to today.
        search.to =
            try query.day("to")
            ?? search.from.flatMap { _ in CivilDate(year: 9999, month: 12, day: 31) }
        let asked = search
        let before = query.cursor == 0 ? nil : query.cursor
        let found = try read { books in
            let page = try books.bills(matching: asked, before: before, limit: query.limit)
            let rows = try page.bills.compactMap { summary -> (Int64, Bill, String?)? in
                guard let bill = try books.bill(number: summary.number) else { return nil }
                return (summary.id, bill, try books.requestExtra(ofBill: summary.id))
            }
            return (rows, page.hasMore)
        }
        var rows: [JSONValue] = []
        for (id, bill, extra) in found.0 {
            rows.append(try Answers.bill(bill, id: id, extra: extra))
        }
        return Answers.page(rows, next: found.1 ? found.0.last.map { String($0.0) } : nil)
    }

    private func bill(_ request: APIRequest) throws(APIRefusal) -> APIResponse {
        let number = request.captures["billNumber"] ?? ""
        let found = try read { books -> (Int64, Bill, String?)? in
            guard let id = try books.id(ofBill: number), let bill = try books.bill(number: number)
            else { return nil }
            return (id, bill, try books.requestExtra(ofBill: id))
        }
        guard let (id, bill, extra) = found else { throw .notFound("bill of this number") }
        return .ok(["success": true, "data": try Answers.bill(bill, id: id, extra: extra)])
    }
}
