package import Billing
import ExactJSON
package import Ledger
package import Till

/// The routes of a till: what other programs may ask, and what they are answered.
package struct ShopAPI: Sendable {
    let door: TillDoor
    let reader: LedgerReader
    let clock: any TillClock
    let reading: SaleReading
    let feed: EventFeed
    let tally: TillTally
    /// What the server of these routes counts into.
    package let requests: RequestTally
    let description: [UInt8]?

    /// Gathers what the routes need: the till's door, the books to read, the shop's rules.
    ///
    /// `prints` says whether sales print a receipt that do not say so themselves; `tally` is what
    /// the till counts into; `description` is the document of `/openapi.json`.
    package init(
        door: TillDoor, reader: LedgerReader, clock: any TillClock, phoneRule: Phone.Rule,
        prints: Bool, feed: EventFeed, tally: TillTally, description: [UInt8]?
    ) {
        self.door = door
        self.reader = reader
        self.clock = clock
        self.feed = feed
        self.tally = tally
        requests = RequestTally()
        self.description = description
        reading = SaleReading(phoneRule: phoneRule, prints: prints)
    }

    /// All routes.
    package var routes: [Route] { writingRoutes + listRoutes + stateRoutes }

    private var writingRoutes: [Route] {
        [
            Route("POST", "/api/v1/customers/find-or-create", .sell) {
                request throws(APIRefusal) in try await findOrCreate(request)
            },
            Route("POST", "/api/v1/inventory/sales", .sell) { request throws(APIRefusal) in
                try await sell(request)
            },
            Route("POST", "/api/v1/payments/confirmations", .sell) {
                request throws(APIRefusal) in try await confirm(request)
            },
        ]
    }

    private func findOrCreate(_ request: APIRequest) async throws(APIRefusal) -> APIResponse {
        let body = Members(try request.object())
        try body.checkNames(["phone", "name"])
        let text = try body.required(try body.text("phone", limit: 40), "phone")
        let phone = try SaleReading.phone(text, "phone", rule: reading.phoneRule)
        let name = try body.text("name", limit: 120)
        switch await door.ask(.findOrCreateCustomer(phone, name: name)) {
        case .customer(let customer, let isNew):
            return .ok([
                "success": true,
                "message": .string(isNew ? "Customer created" : "Customer found"),
                "data": Answers.customer(customer),
            ])
        case .refused(let refusal): throw APIRefusal(refusal)
        case .sold, .confirmed: throw Self.unexpected
        }
    }

    private func sell(_ request: APIRequest) async throws(APIRefusal) -> APIResponse {
        switch await door.ask(.sell(try reading.sale(request))) {
        case .sold(let sale, let isRepeat):
            var answer = JSONObject([
                ("success", true), ("message", "Sales processed successfully"),
                ("data", Answers.taken(sale.bill)),
                ("bill", try Answers.bill(sale.bill, id: sale.id, extra: sale.extra)),
            ])
            if let warning = sale.bill.warning { answer.set("warning", to: .string(warning)) }
            return APIResponse(isRepeat ? 200 : 201, .json(.object(answer)))
        case .refused(let refusal): throw APIRefusal(refusal)
        case .customer, .confirmed: throw Self.unexpected
        }
    }

    private func confirm(_ request: APIRequest) async throws(APIRefusal) -> APIResponse {
        let body = Members(try request.object())
        try body.checkNames(["transactionReference", "utr", "amount"])
        let attempt = try body.required(
            try body.text("transactionReference", limit: 35), "transactionReference")
        let utr = try body.text("utr", limit: 35).map { text throws(APIRefusal) in
            do throws(PaymentReference.Refusal) {
                return try PaymentReference(parsing: text.string)
            } catch {
                throw APIRefusal.malformed("utr", "is no number of a transfer")
            }
        }
        let news = PaymentNews(
            attempt: attempt.string, utr: utr,
            amount: try body.required(try body.amount("amount"), "amount"))
        switch await door.ask(.confirmPayment(news)) {
        case .confirmed: return .ok(["success": true, "message": "Payment confirmed"])
        case .refused(let refusal): throw APIRefusal(refusal)
        case .customer, .sold: throw Self.unexpected
        }
    }

    private static var unexpected: APIRefusal {
        .unavailable("The till answered something else. Send the same request again.")
    }
}
