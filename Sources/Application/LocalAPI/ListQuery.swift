import Billing
import ExactJSON

/// The query of a list: its own conditions, how many rows, and behind which row they begin.
struct ListQuery {
    /// How many rows are wanted at most.
    let limit: Int
    /// The row that the page before ended with; 0 on the first page.
    let cursor: Int64
    private let members: Members

    /// How far a search can be paged through, which is counted anew for each page.
    static let furthest = 10_000
    private static let most = 200
    private static let usual = 50

    /// Reads a query; a parameter that is not known is refused by name.
    init(_ request: APIRequest, _ conditions: Set<String>) throws(APIRefusal) {
        let values = request.query.sorted { $0.key < $1.key }
        members = Members(JSONObject(values.map { ($0.key, .string($0.value)) }))
        try members.checkNames(conditions.union(["limit", "cursor"]))
        limit = Int(
            try Self.number("limit", request.query, 1...Int64(Self.most)) ?? Int64(Self.usual))
        cursor = try Self.number("cursor", request.query, 0...Int64.max) ?? 0
    }

    private static func number(
        _ name: String, _ query: [String: String], _ range: ClosedRange<Int64>
    ) throws(APIRefusal) -> Int64? {
        guard let text = query[name] else { return nil }
        guard let value = Int64(text), String(value) == text, range.contains(value) else {
            throw .malformed(
                name, name == "cursor" ? "is none that a list gave" : "is not 1 to \(most)")
        }
        return value
    }

    /// A text of the query; a name without one asks for nothing and is refused.
    func text(_ name: String, limit: Int) throws(APIRefusal) -> Text? {
        let text = try members.text(name, limit: limit)
        guard text != nil || !members.has(name) else {
            throw .malformed(name, "is empty; leave it out")
        }
        return text
    }

    /// A customer's number of the query.
    func customerNumber() throws(APIRefusal) -> String? {
        guard let text = try text("customerNumber", limit: 16)?.string else { return nil }
        let digits = text.dropFirst(4)
        guard text.hasPrefix("CUST"), (4...12).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { throw .malformed("customerNumber", "is no customer's number, such as CUST0001") }
        return text
    }

    /// A phone of the query, by the shop's rule.
    func phone(_ rule: Phone.Rule) throws(APIRefusal) -> Phone? {
        try text("phone", limit: 40).map { text throws(APIRefusal) in
            try SaleReading.phone(text, "phone", rule: rule)
        }
    }

    /// A day of the query, such as `2026-11-23`.
    func day(_ name: String) throws(APIRefusal) -> CivilDate? {
        try text(name, limit: 40).map { text throws(APIRefusal) in
            guard let day = CivilDate(iso: text.string) else {
                throw APIRefusal.malformed(name, "is no day such as 2026-11-23")
            }
            return day
        }
    }

    /// A page of rows of which one more than wanted was read, to know whether others follow.
    func page<Row>(
        _ rows: [Row], id: (Row) -> Int64, _ value: (Row) -> JSONValue
    ) -> APIResponse {
        let shown = rows.prefix(limit)
        let next = rows.count > limit ? shown.last.map { String(id($0)) } : nil
        return Answers.page(shown.map(value), next: next)
    }
}
