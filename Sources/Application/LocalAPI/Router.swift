/// One route: a method and a path, who may ask, and what answers.
package struct Route: Sendable {
    /// What answers; throws only refusals.
    package typealias Handler = @Sendable (APIRequest) async throws(APIRefusal) -> APIResponse

    /// The HTTP method in capitals, such as `GET`.
    package let method: String
    /// The path; a part in braces is a capture: `/api/v1/bills/{billNumber}`.
    package let path: String
    /// What the caller must be allowed to do; nil for what everybody may see.
    package let scope: Scope?
    let handler: Handler

    /// Gathers a route.
    package init(
        _ method: String, _ path: String, _ scope: Scope?, handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.scope = scope
        self.handler = handler
    }
}

/// Finds the route of a request: 404 for a path that is none, 405 with `Allow` for a method.
package struct Router: Sendable {
    /// All routes, in no order.
    package let routes: [Route]
    private let parts: [[Substring]]

    /// Takes the routes of a server.
    package init(_ routes: [Route]) {
        self.routes = routes
        parts = routes.map { Self.parts(of: $0.path) }
    }

    /// A route and what its braces captured.
    package struct Match {
        /// The route.
        package let route: Route
        /// The captured values, decoded.
        package let captures: [String: String]
    }

    /// The route for a method and a path.
    package func match(method: String, path: String) throws(APIRefusal) -> Match {
        let asked = Self.parts(of: path)
        var allowed: [String] = []
        for (route, parts) in zip(routes, parts) {
            guard let captures = Self.captures(of: parts, in: asked) else { continue }
            guard route.method == method else {
                allowed.append(route.method)
                continue
            }
            return Match(route: route, captures: captures)
        }
        guard !allowed.isEmpty else {
            throw APIRefusal(404, "no-such-route", "There is nothing at this address.")
        }
        throw APIRefusal(
            405, "method-not-allowed", "This address takes \(allowed.joined(separator: ", ")).",
            fields: [.init(name: "allow", value: allowed.joined(separator: ", "))])
    }

    private static func parts(of path: some StringProtocol) -> [Substring] {
        String(path).split(separator: "/", omittingEmptySubsequences: false)
    }

    private static func captures(
        of pattern: [Substring], in path: [Substring]
    ) -> [String: String]? {
        guard pattern.count == path.count else { return nil }
        var captures: [String: String] = [:]
        for (wanted, part) in zip(pattern, path) {
            if wanted.first == "{", wanted.last == "}" {
                guard let value = PercentCoding.decoded(part, plusIsSpace: false), !value.isEmpty
                else { return nil }
                captures[String(wanted.dropFirst().dropLast())] = value
            } else if wanted != part {
                return nil
            }
        }
        return captures
    }
}
