package import ExactJSON

/// Why a request was not done, for the program that sent it and the person who reads its log.
package struct APIRefusal: Error, Hashable, Sendable {
    /// The HTTP status.
    package let status: Int
    /// What went wrong in one word with hyphens; never changes between versions.
    package let code: String
    /// What went wrong, what is safe and what to do, in a sentence; shows nothing of our insides.
    package let message: String
    /// Further header fields, such as `Allow`.
    package let fields: [HeaderField]

    /// One header field of an answer.
    package struct HeaderField: Hashable, Sendable {
        /// The field's name, in small letters.
        package let name: String
        /// Its value.
        package let value: String
    }

    /// Gathers a refusal.
    package init(
        _ status: Int, _ code: String, _ message: String, fields: [HeaderField] = []
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.fields = fields
    }

    /// The body of the answer: `{"success":false,"code":…,"message":…}`.
    package var body: JSONValue {
        ["success": false, "code": .string(code), "message": .string(message)]
    }
}

extension APIRefusal {
    /// 422: the request can never be done as it stands; the member it is about comes first.
    package static func malformed(_ member: String, _ what: String) -> APIRefusal {
        APIRefusal(422, "malformed", "\(member) \(what).")
    }

    /// 404: there is no such thing.
    package static func notFound(_ what: String) -> APIRefusal {
        APIRefusal(404, "not-found", "There is no \(what).")
    }

    /// 503: try the same request again later; nothing was done, or it is not known.
    package static func unavailable(_ message: String) -> APIRefusal {
        APIRefusal(
            503, "unavailable", message, fields: [HeaderField(name: "retry-after", value: "1")])
    }
}
