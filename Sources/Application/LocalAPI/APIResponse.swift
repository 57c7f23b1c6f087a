package import ExactJSON

/// What a route answers.
package struct APIResponse: Sendable {
    /// The HTTP status.
    package let status: Int
    /// Further header fields.
    package let fields: [APIRefusal.HeaderField]
    /// The body.
    package let body: Body

    /// What an answer carries.
    package enum Body: Sendable {
        /// One JSON value.
        case json(JSONValue)
        /// Bytes of another media type.
        case bytes([UInt8], mediaType: String)
        /// Pieces of a `text/event-stream`, until the client or the shop goes.
        case events(AsyncStream<[UInt8]>)
    }

    /// Gathers an answer.
    package init(_ status: Int, _ body: Body, fields: [APIRefusal.HeaderField] = []) {
        self.status = status
        self.body = body
        self.fields = fields
    }

    /// 200 with a JSON value.
    package static func ok(_ value: JSONValue) -> APIResponse {
        APIResponse(200, .json(value))
    }

    /// A refusal as an answer.
    package init(_ refusal: APIRefusal) {
        self.init(refusal.status, .json(refusal.body), fields: refusal.fields)
    }
}
