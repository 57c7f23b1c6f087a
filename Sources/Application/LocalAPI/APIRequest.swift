package import ExactJSON

/// A request after the gate: who asks, for what, with which body.
package struct APIRequest: Sendable {
    /// The HTTP method in capitals, such as `GET`.
    package let method: String
    /// The path as it was sent, without the query.
    package let path: String
    /// The values of the `{…}` of the route's path, decoded.
    package var captures: [String: String] = [:]
    /// The query's values, decoded; no name stands twice.
    package let query: [String: String]
    /// Who asks.
    package let caller: Caller
    /// The body, as it arrived.
    package let body: [UInt8]
    /// The client's `Idempotency-Key`, if it sent one.
    package let idempotencyKey: String?
    /// The last event that the client of a stream has seen.
    package let lastEvent: String?

    /// Gathers a request.
    package init(
        method: String, path: String, query: [String: String] = [:], caller: Caller,
        body: [UInt8] = [], idempotencyKey: String? = nil, lastEvent: String? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.caller = caller
        self.body = body
        self.idempotencyKey = idempotencyKey
        self.lastEvent = lastEvent
    }

    /// The body as a JSON object; 400 when it is no JSON, 422 when it is no object.
    package func object() throws(APIRefusal) -> JSONObject {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.value(of: body)
        } catch .duplicateName(let name) {
            throw APIRefusal(
                422, "duplicate-member", "The member \(name) stands twice; send it once.")
        } catch {
            throw APIRefusal(400, "not-json", "The body is not JSON: \(error).")
        }
        guard case .object(let object) = value else {
            throw APIRefusal(
                422, "malformed", "The body is \(value.kind); an object is wanted.")
        }
        return object
    }
}

/// Who sends a request, and what they may do.
package struct Caller: Hashable, Sendable {
    /// The token's name, or the name of the account at the other end of the Unix socket.
    package let name: String
    /// What they may do.
    package let scopes: Set<Scope>

    /// Gathers a caller.
    package init(name: String, scopes: Set<Scope>) {
        self.name = name
        self.scopes = scopes
    }
}

/// What a token allows.
package enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Look at products, customers, bills and events.
    case read
    /// Make customers, sell and confirm payments.
    case sell
    /// Everything that the back office does.
    case admin
}
