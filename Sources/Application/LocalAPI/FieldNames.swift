import HTTPTypes

/// The header fields that HTTPTypes does not name.
extension HTTPField.Name {
    /// What a browser says of the page that sends (Fetch Metadata).
    static let secFetchSite = named("Sec-Fetch-Site")
    /// A client's own identity for a request that it may repeat.
    static let idempotencyKey = named("Idempotency-Key")
    /// The last event that the client of a stream has seen.
    static let lastEventID = named("Last-Event-ID")

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("no field name") }
        return name
    }
}
