import ExactJSON
import Linux
import NIOCore
import NIOPosix
import Testing

@testable import LocalAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("The API lets in whom it should and nobody else")
struct LocalServerTests {
    private static let routes = [
        Route("GET", "/open", nil) { _ in .ok(["open": true]) },
        Route("GET", "/things/{name}", .read) { request throws(APIRefusal) in
            .ok([
                "name": .string(request.captures["name"] ?? ""),
                "caller": .string(request.caller.name),
            ])
        },
        Route("POST", "/things", .sell) { request throws(APIRefusal) in
            .ok(.object(try request.object()))
        },
        Route("POST", "/admin", .admin) { _ in .ok([:]) },
    ]

    private func withServer(
        limits: APILimits = patient(), gate: Gate = Gate(),
        _ body: (RawClient, AccessTokens) async throws -> Void
    ) async throws {
        var tokens = AccessTokens()
        try tokens.add("web", scopes: [.read, .sell])
        let known = tokens
        let server = LocalServer(Self.routes, limits: limits)
        let port = try await server.listen(on: .tcp(host: "127.0.0.1", port: 0), gate: gate) {
            known
        }
        do {
            try await body(RawClient(target: .tcp(port: port)), tokens)
        } catch {
            await server.stop()
            server.end()
            throw error
        }
        await server.stop()
        server.end()
    }

    private func bearer(_ tokens: AccessTokens) -> String {
        "Authorization: Bearer \(tokens.tokens[0].secret)"
    }

    @Test("a token opens what its scopes allow, and no more")
    func scopes() async throws {
        try await withServer { client, tokens in
            let open = try await client.request("GET", "/open", [bearer(tokens)])
            #expect(open.status == 200)
            #expect(open.body == #"{"open":true}"#)
            let read = try await client.request("GET", "/things/a%20b", [bearer(tokens)])
            #expect(read.body == #"{"name":"a b","caller":"web"}"#)
            let admin = try await client.request(
                "POST", "/admin", [bearer(tokens), "Content-Type: application/json"], body: "{}")
            #expect(admin.status == 403)
            #expect(admin.body.contains(#""code":"scope-missing""#))
        }
    }

    @Test(
        "without the right token nobody gets in, on any route",
        arguments: [
            [], ["Authorization: Bearer"], ["Authorization: Bearer "],
            ["Authorization: Bearer galla_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
            ["Authorization: Basic Z2FsbGE6"],
        ])
    func unauthorized(fields: [String]) async throws {
        try await withServer { client, _ in
            for path in ["/open", "/things/a"] {
                let answer = try await client.request("GET", path, fields)
                #expect(answer.status == 401)
                #expect(answer.fields["www-authenticate"] == "Bearer realm=\"galla\"")
            }
        }
    }

    @Test(
        "a web page that rebinds a name, or sends from elsewhere, is refused before anything else",
        arguments: [
            (["Host: evil.example"], 421, "wrong-host"),
            (["Host: localhost"], 421, "wrong-host"),
            (["Origin: https://evil.example"], 403, "foreign-origin"),
            (["Origin: null"], 403, "foreign-origin"),
            (["Sec-Fetch-Site: cross-site"], 403, "foreign-origin"),
        ])
    func browsers(fields: [String], status: Int, code: String) async throws {
        try await withServer { client, tokens in
            let answer = try await client.request("GET", "/open", fields + [bearer(tokens)])
            #expect(answer.status == status)
            #expect(answer.body.contains(code))
            #expect(answer.fields["access-control-allow-origin"] == nil)
        }
    }

    @Test("a listed page may ask, send and read the answer")
    func cors() async throws {
        let origin = "https://shop.example"
        try await withServer(gate: Gate(origins: [origin])) { client, tokens in
            let preflight = try await client.request(
                "OPTIONS", "/things",
                ["Origin: \(origin)", "Access-Control-Request-Method: POST"])
            #expect(preflight.status == 204)
            #expect(preflight.fields["access-control-allow-origin"] == origin)
            let answer = try await client.request(
                "POST", "/things",
                ["Origin: \(origin)", "Content-Type: application/json", bearer(tokens)],
                body: #"{"a":1.50}"#)
            #expect(answer.body == #"{"a":1.5}"#)
            #expect(answer.fields["access-control-allow-origin"] == origin)
        }
    }

    @Test("a wrong method is told which are right, a wrong path that it is none")
    func methods() async throws {
        try await withServer { client, tokens in
            let wrong = try await client.request("DELETE", "/things/a", [bearer(tokens)])
            #expect(wrong.status == 405)
            #expect(wrong.fields["allow"] == "GET")
            let none = try await client.request("GET", "/nothing", [bearer(tokens)])
            #expect(none.status == 404)
        }
    }

    @Test("a body is JSON, says so and has a limit")
    func bodies() async throws {
        try await withServer(limits: patient(bodyBytes: 100)) { client, tokens in
            let json = ["Content-Type: application/json; charset=utf-8", bearer(tokens)]
            let cases = [
                (json, #"{"a":[1,2]}"#, 200), (json, "{", 400), (json, "[]", 422),
                (json, #"{"a":1,"a":2}"#, 422), (json, String(repeating: " ", count: 101), 413),
                ([bearer(tokens), "Content-Type: text/plain"], "{}", 415),
                ([bearer(tokens)], "{}", 415),
            ]
            for (fields, body, status) in cases {
                let answer = try await client.request("POST", "/things", fields, body: body)
                #expect(answer.status == status, "\(body)")
            }
        }
    }

    @Test("two ways to say a length are refused")
    func smuggling() async throws {
        try await withServer { client, tokens in
            let answer = try await client.exchange(
                "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "\(bearer(tokens))\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "0\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 400"))
        }
    }

    @Test("a head that never ends is cut off, however it drips")
    func slowHead() async throws {
        try await withServer(limits: patient(head: 100)) { client, _ in
            let answer = try await client.exchange("GET /open HTTP/1.1\r\nHost: ")
            #expect(answer.isEmpty)
        }
    }

    @Test("a body that never ends is cut off")
    func slowBody() async throws {
        try await withServer(limits: patient(body: 100)) { client, tokens in
            let answer = try await client.exchange(
                "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n", "\r\n{")
            #expect(!answer.contains("200"))
        }
    }

    @Test("the socket knows who is at its other end, and its folder's group may open it")
    func socket() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "galla-api-\(UInt32.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // What stays behind in the temporary directory harms nobody.
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "galla.sock").path
        // A second name keeps the socket in the folder when the first is taken away.
        let other = folder.appending(path: "other.sock")
        let dead = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(unixDomainSocketPath: other.path).get()
        try FileManager.default.linkItem(at: other, to: URL(filePath: path))
        try await dead.close()
        try #require(FileManager.default.fileExists(atPath: path))
        let server = LocalServer(Self.routes, limits: patient())
        try await server.listen(onSocket: path)
        let client = RawClient(target: .socket(path: path))
        let answer = try await client.request("GET", "/things/a")
        #expect(answer.status == 200)
        let account = try #require(Accounts.name(of: Accounts.own))
        #expect(answer.body.contains(#""caller":"\#(account)""#))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o660)
        await server.stop()
        server.end()
    }

    @Test("a path that no socket can have is refused by name")
    func longPath() async throws {
        let server = LocalServer(Self.routes, limits: patient())
        let path = "/tmp/" + String(repeating: "a", count: 120)
        await #expect(throws: LocalServer.Trouble.self) {
            try await server.listen(onSocket: path)
        }
        await server.stop()
        server.end()
    }

    @Test("a token never travels in the clear to another machine")
    func otherMachines() async throws {
        let server = LocalServer(Self.routes, limits: patient())
        await #expect(throws: LocalServer.Trouble.self) {
            _ = try await server.listen(on: .tcp(host: "0.0.0.0", port: 0), gate: Gate()) {
                AccessTokens()
            }
        }
        await server.stop()
        server.end()
    }
}
