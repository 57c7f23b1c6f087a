import ExactJSON
import HTTPTypes
import HummingbirdCore
import NIOCore

/// Answers the requests of one listener: gate, caller, route, answer.
struct Responder: Sendable {
    let router: Router
    let door: Door
    let limits: APILimits
    let requests: RequestTally

    /// What stands in front of the routes.
    enum Door: Sendable {
        /// The Unix socket: whoever may open it has been let in by the file system.
        case socket(PeerCallers)
        /// TCP: the right host, no foreign page, a token that is read for every request.
        case tcp(Gate, @Sendable () throws(AccessTokens.Trouble) -> AccessTokens)
    }

    @concurrent
    func respond(
        to request: Request, with writer: consuming ResponseWriter, on channel: any Channel
    ) async throws {
        let began = ContinuousClock.now
        var route: Route?
        let answer = await self.answer(request, channel, &route)
        requests.note(route, answer.status, took: began.duration(to: .now))
        var head = HTTPResponse(status: .init(code: answer.status))
        head.headerFields[.cacheControl] = "no-store"
        head.headerFields[.xContentTypeOptions] = "nosniff"
        for field in answer.fields {
            if let name = HTTPField.Name(field.name) { head.headerFields[name] = field.value }
        }
        switch answer.body {
        case .json(let value):
            try await write(
                JSONWriter.bytes(of: value), "application/json", head, with: writer, channel)
        case .bytes(let bytes, let mediaType):
            try await write(bytes, mediaType, head, with: writer, channel)
        case .events(let pieces):
            head.headerFields[.contentType] = EventFeed.mediaType
            var body = try await writer.writeHead(head)
            for await piece in pieces {
                try await body.write(channel.allocator.buffer(bytes: piece))
            }
            try await body.finish(nil)
        }
    }

    @concurrent
    private func write(
        _ bytes: [UInt8], _ mediaType: String, _ head: HTTPResponse,
        with writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        var head = head
        if !bytes.isEmpty { head.headerFields[.contentType] = mediaType }
        if head.status.code != 204 { head.headerFields[.contentLength] = String(bytes.count) }
        let body = channel.allocator.buffer(bytes: bytes)
        try await writer.write(response: head, body: ResponseBody(byteBuffer: body))
    }

    private func answer(
        _ request: Request, _ channel: any Channel, _ found: inout Route?
    ) async -> APIResponse {
        var cors: [APIRefusal.HeaderField] = []
        do throws(APIRefusal) {
            if case .tcp(let gate, _) = door {
                try gate.check(request.head, port: channel.localAddress?.port ?? 0)
                cors = gate.corsFields(for: request.head)
                if let preflight = gate.preflight(request.head, allowed: ["GET", "POST"]) {
                    return preflight
                }
            }
            let answer = try await route(request, channel, &found)
            return APIResponse(answer.status, answer.body, fields: answer.fields + cors)
        } catch {
            return APIResponse(error.status, .json(error.body), fields: error.fields + cors)
        }
    }

    private func route(
        _ request: Request, _ channel: any Channel, _ found: inout Route?
    ) async throws(APIRefusal) -> APIResponse {
        let path = request.head.path ?? "/"
        let halves = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let match = try router.match(
            method: request.method.rawValue, path: String(halves.first ?? "/"))
        found = match.route
        let caller = try await caller(of: request, channel)
        if let scope = match.route.scope, !caller.scopes.contains(scope) {
            throw APIRefusal(
                403, "scope-missing", "The token \(caller.name) is not allowed to \(scope).")
        }
        var asked = APIRequest(
            method: request.method.rawValue, path: path,
            query: try PercentCoding.query(halves.count == 2 ? halves[1] : ""), caller: caller,
            body: try await body(of: request),
            idempotencyKey: request.headers[HTTPField.Name.idempotencyKey],
            lastEvent: request.headers[HTTPField.Name.lastEventID])
        asked.captures = match.captures
        return try await match.route.handler(asked)
    }

    private func caller(
        of request: Request, _ channel: any Channel
    ) async throws(APIRefusal) -> Caller {
        switch door {
        case .socket(let peers):
            return await peers.caller(on: channel)
        case .tcp(_, let tokens):
            guard let bearer = request.headers[.authorization],
                bearer.prefix(7).lowercased() == "bearer "
            else { throw Self.unauthorized("Send a token: Authorization: Bearer ….") }
            let known: AccessTokens
            do throws(AccessTokens.Trouble) {
                known = try tokens()
            } catch {
                throw .unavailable("The till cannot read its tokens; galla doctor says why.")
            }
            guard let caller = known.caller(bearing: String(bearer.dropFirst(7))) else {
                throw Self.unauthorized("This token is not known here.")
            }
            return caller
        }
    }

    private static func unauthorized(_ message: String) -> APIRefusal {
        APIRefusal(
            401, "unauthorized", message,
            fields: [.init(name: "www-authenticate", value: "Bearer realm=\"galla\"")])
    }

    private func body(of request: Request) async throws(APIRefusal) -> [UInt8] {
        guard request.method == .post || request.method == .put || request.method == .patch
        else { return [] }
        let mediaType = (request.headers[.contentType] ?? "").split(separator: ";").first
        guard mediaType?.lowercased() == "application/json" else {
            throw APIRefusal(
                415, "not-json-type", "Send JSON, and say so: Content-Type: application/json.")
        }
        do {
            return Array(buffer: try await request.body.collect(upTo: limits.bodyBytes))
        } catch is NIOTooManyBytesError {
            throw APIRefusal(
                413, "too-large", "The body is larger than \(limits.bodyBytes) bytes.",
                fields: [.init(name: "connection", value: "close")])
        } catch {
            throw APIRefusal(400, "broken-body", "The body could not be read to its end.")
        }
    }
}
