import Billing
import ExactJSON
import Ledger
import LineMode
import Linux
import Scanning
import ShopFixtures
import Till

@testable import LocalAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The specification's shop, its till on a thread of its own, served on loopback.
final class ServedShop: Sendable {
    let folder: TemporaryFolder
    let client: RawClient
    let inbox: Inbox
    let tally: TillTally
    let routes: [Route]
    private let feed: EventFeed
    private let server: LocalServer
    private let loop: Worker
    private let token: String

    private init(
        folder: TemporaryFolder, server: LocalServer, client: RawClient, inbox: Inbox,
        feed: EventFeed, tally: TillTally, routes: [Route], loop: Worker, token: String
    ) {
        self.tally = tally
        self.routes = routes
        self.feed = feed
        self.folder = folder
        self.server = server
        self.client = client
        self.inbox = inbox
        self.loop = loop
        self.token = token
    }

    /// Serves a shop with so many of each product, A at a cost of 80 and B of 75, and ends
    /// the till however `body` ends.
    static func with<Value: Sendable>(
        stock: Int64 = 1_000, _ body: @Sendable (ServedShop) async throws -> Value
    ) async throws -> Value {
        let shop = try await open(stock: stock)
        let answer: Result<Value, any Error>
        do {
            answer = .success(try await body(shop))
        } catch {
            answer = .failure(error)
        }
        await shop.close()
        return try answer.get()
    }

    private static func open(stock: Int64) async throws -> ServedShop {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        try ledger.transaction { books in
            let a = try books.addProduct(named: "Product A", code: Shop.codeA)
            let b = try books.addProduct(named: "Product B", code: Shop.codeB)
            try books.receive(a, "A1", day: 1, quantity: stock, cost: 8_000)
            try books.receive(b, "B1", day: 1, quantity: stock, cost: 7_500)
        }
        let inbox = try Inbox()
        let settings = TillSettings(
            series: BillSeries(till: 1, yearStartMonth: 4), cashier: "Asha", phoneRule: .india,
            currency: "₹", printerName: "a printer")
        let till = try Till.open(ledger: ledger, settings: settings, clock: FixedClock()).till
        let feed = EventFeed(run: "test")
        let hands = TillHands(
            show: { feed.publish($0, prompt: $1) }, look: { feed.publish($0, after: $1) },
            print: { _ in }, close: {})
        let tally = TillTally()
        let loop = try Worker(name: "galla-till") {
            var loop = TillLoop(till: till, inbox: inbox, hands: hands, tally: tally)
            loop.run()
        }
        let api = ShopAPI(
            door: TillDoor(inbox), reader: try LedgerReader(folder: folder.path),
            clock: FixedClock(), phoneRule: .india, prints: false, feed: feed,
            tally: tally, description: Array("{}".utf8))
        var tokens = AccessTokens()
        let token = try tokens.add("web", scopes: [.read, .sell]).secret
        let known = tokens
        let server = LocalServer(api.routes, requests: api.requests, limits: patient())
        let port = try await server.listen(on: .tcp(host: "127.0.0.1", port: 0), gate: Gate()) {
            known
        }
        return ServedShop(
            folder: folder, server: server, client: RawClient(target: .tcp(port: port)),
            inbox: inbox, feed: feed, tally: tally, routes: api.routes, loop: loop, token: token)
    }

    private func close() async {
        inbox.post(.shutdown)
        loop.join()
        feed.end()
        await server.stop()
        server.end()
    }

    /// Sends a JSON body; answers status and body.
    func post(_ path: String, _ body: String, _ fields: [String] = []) async throws -> Reply {
        try Reply(
            try await client.request(
                "POST", path,
                fields + ["Authorization: Bearer \(token)", "Content-Type: application/json"],
                body: body))
    }

    /// Asks for a path.
    func get(_ path: String) async throws -> Reply {
        try Reply(try await client.request("GET", path, ["Authorization: Bearer \(token)"]))
    }

    /// Asks for a path; answers its text.
    func text(_ path: String) async throws -> String {
        try await client.request("GET", path, ["Authorization: Bearer \(token)"]).body
    }

    /// Has a scanner scan a code.
    func scan(_ code: String) {
        let scanner = ScannerIdentity(
            port: "1-1", serial: nil, vendor: 0, product: 0, name: "a scanner")
        inbox.post(
            .scanner(
                .scanned(Scan(payload: Array(code.utf8), scanner: scanner, finishedAt: 0))))
    }

    /// How many rows a table has.
    func count(_ table: String) throws -> Int {
        try query("SELECT count(*) FROM \(table)", folder: folder.path).first?.first
            .flatMap { Int($0) } ?? -1
    }
}

/// An answer with its JSON.
struct Reply {
    let status: Int
    let json: JSONValue

    init(_ answer: Answer) throws {
        status = answer.status
        json = try JSONReader.value(of: Array(answer.body.utf8))
    }

    /// The value behind names, one in the other; numbers are indices.
    subscript(path: String...) -> JSONValue? {
        var value: JSONValue? = json
        for name in path {
            switch value {
            case .object(let object): value = object[name]
            case .array(let elements):
                value = Int(name).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            case .null, .bool, .number, .string, nil: return nil
            }
        }
        return value
    }
}
