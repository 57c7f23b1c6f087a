import ExactJSON
import ShopFixtures
import Testing

@testable import LocalAPI
@testable import Till

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("how the till is, for those who watch over it")
struct StateTests {
    @Test("openapi.json describes every route that there is, and none that is not")
    func described() async throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../packaging/openapi.json")
        let document = try JSONReader.value(of: Array(try Data(contentsOf: file)))
        guard case .object(let root) = document, case .object(let paths)? = root["paths"] else {
            Issue.record("openapi.json has no paths")
            return
        }
        var described: Set<String> = []
        for path in paths.members {
            guard case .object(let operations) = path.value else { continue }
            for operation in operations.members {
                guard case .object(let fields) = operation.value else { continue }
                var scope = "nobody"
                if case .string(let text)? = fields["x-scope"] { scope = text }
                described.insert("\(operation.name.uppercased()) \(path.name) \(scope)")
            }
        }
        let routes = try await ServedShop.with { shop in
            Set(shop.routes.map { "\($0.method) \($0.path) \($0.scope.map { "\($0)" } ?? "all")" })
        }
        #expect(routes == described)
    }

    @Test("metrics count scans, refusals, commits, requests and papers")
    func metrics() async throws {
        try await ServedShop.with { shop in
            shop.scan(Shop.codeA)
            shop.scan("4000000000006")
            let sold = try await shop.post(
                "/api/v1/inventory/sales",
                #"{"saleItems": [{"productId": "1", "quantity": 1}], "referenceNumber": "r", "#
                    + #""print": true, "receiptData": {"items": [{"productId": "1", "quantity": 1, "#
                    + #""price": 100}], "subtotal": 100, "total": 100, "paymentMethod": "Cash"}}"#)
            #expect(sold.status == 201)
            let refused = try await shop.post("/api/v1/inventory/sales", "{}")
            #expect(refused.status == 422)
            let lines = try await shop.text("/metrics").split(separator: "\n")
            for line in [
                "galla_scans_total 2", "galla_refusals_total{at=\"counter\"} 1",
                "galla_print_jobs{state=\"queued\"} 1", "galla_event_listeners 0",
                "galla_commit_failures_total 0",
                "galla_requests_total{route=\"/api/v1/inventory/sales\",method=\"POST\","
                    + "status=\"201\"} 1",
                "galla_requests_total{route=\"/api/v1/inventory/sales\",method=\"POST\","
                    + "status=\"422\"} 1",
                "galla_request_seconds_count{route=\"/api/v1/inventory/sales\"} 2",
            ] { #expect(lines.contains { $0 == line }, "no line \(line) in \(lines)") }
        }
    }

    @Test("a class of a histogram holds those below it; labels come first")
    func histogram() {
        var times = Latencies()
        times.note(.microseconds(100))
        times.note(.milliseconds(3))
        times.note(.seconds(9))
        var text = MetricsText()
        text.histogram("t", "Time.", [("a=\"b\"", times)])
        let lines = text.text.split(separator: "\n")
        #expect(lines.prefix(2) == ["# HELP t Time.", "# TYPE t histogram"])
        #expect(lines[2] == "t_bucket{a=\"b\",le=\"0.0001\"} 1")
        #expect(lines.contains("t_bucket{a=\"b\",le=\"0.0025\"} 1"))
        #expect(lines.contains("t_bucket{a=\"b\",le=\"0.005\"} 2"))
        #expect(
            lines.suffix(3) == [
                "t_bucket{a=\"b\",le=\"+Inf\"} 3", "t_sum{a=\"b\"} 9.0031", "t_count{a=\"b\"} 3",
            ])
    }

    @Test("a till whose books take nothing is live and not ready, and says why")
    func health() async throws {
        try await ServedShop.with { shop in
            #expect(
                try await shop.get("/health").json == [
                    "live": true, "ready": true, "reasons": [], "warnings": [],
                ])
            shop.tally.note(
                [.backups(trouble: "The disk is missing.")], [], wasWritten: true, took: .zero)
            let warned = try await shop.get("/health")
            #expect(warned.status == 200)
            #expect(warned["warnings", "0"] == "The disk is missing.")
            shop.tally.note([], [], wasWritten: false, took: .zero)
            let health = try await shop.get("/health")
            #expect(health.status == 503)
            #expect(health["live"] == true)
            #expect(health["ready"] == false)
            #expect(health["reasons", "0"] != nil)
        }
    }
}
