import HTTPTypes

/// What stands before every route on TCP: the right host, no foreign web page, a token.
///
/// A browser can be made to send requests to this machine by any page it shows; such a page cannot
/// choose `Host` (DNS rebinding), hide `Origin` and `Sec-Fetch-Site`, or read the token.
package struct Gate: Sendable {
    private let hosts: Set<String>
    private let origins: Set<String>

    /// Accepts loopback's names, these further values of `Host`, and pages of these origins.
    package init(hosts: Set<String> = [], origins: Set<String> = []) {
        self.hosts = Set(hosts.map { $0.lowercased() })
        self.origins = origins
    }

    /// Refuses a request that did not come from where it should, to a listener on this port.
    func check(_ head: HTTPRequest, port: Int) throws(APIRefusal) {
        let host = (head.authority ?? "").lowercased()
        let loopback = ["localhost", "127.0.0.1", "[::1]"].map { "\($0):\(port)" }
        guard hosts.contains(host) || loopback.contains(host) else {
            throw APIRefusal(
                421, "wrong-host",
                "This till does not answer to that name. Use localhost, or list the name under "
                    + "[api] hosts.")
        }
        let origin = head.headerFields[.origin]
        if let origin, origins.contains(origin) { return }
        guard origin == nil, head.headerFields[.secFetchSite] != "cross-site" else {
            throw APIRefusal(
                403, "foreign-origin",
                "A web page of another origin sent this. List it under [api] origins if it may.")
        }
    }

    /// The fields that let a listed page read the answer; none for everybody else.
    func corsFields(for head: HTTPRequest) -> [APIRefusal.HeaderField] {
        guard let origin = head.headerFields[.origin], origins.contains(origin) else { return [] }
        return [
            .init(name: "access-control-allow-origin", value: origin),
            .init(name: "vary", value: "origin"),
        ]
    }

    /// The answer to a listed page that asks what it may send; nil for every other request.
    func preflight(_ head: HTTPRequest, allowed: [String]) -> APIResponse? {
        guard head.method == .options, head.headerFields[.accessControlRequestMethod] != nil,
            !corsFields(for: head).isEmpty
        else { return nil }
        return APIResponse(
            204, .bytes([], mediaType: "text/plain"),
            fields: corsFields(for: head) + [
                .init(
                    name: "access-control-allow-methods", value: allowed.joined(separator: ", ")),
                .init(
                    name: "access-control-allow-headers",
                    value: "authorization, content-type, idempotency-key, last-event-id"),
            ])
    }
}
