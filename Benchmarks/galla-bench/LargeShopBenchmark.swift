import Billing
import CSaleCommit
import Foundation
import Glibc
import Ledger
import Linux
import SystemPackage

/// What a till waits for, in small and in large books: scans, names, sales, a customer, opening.
struct LargeShopBenchmark {
    /// Bytes that a million bills, and a million products, take at most.
    private static let bytesPerMillion = 1_500_000_000

    private let products: Int
    private let bills: Int

    /// The four shops: few and many products, few and many bills.
    static func run(products: Int, bills: Int, into table: inout Table) throws {
        let place = FileManager.default.temporaryDirectory.path
        let free = try FileManager.default.attributesOfFileSystem(forPath: place)[.systemFreeSize]
        let needed = (products + bills) / 1_000 * (bytesPerMillion / 1_000)
        guard let free = free as? Int, free > needed else {
            return table.add("large shops", "left out: \(needed >> 20) MiB of disk are needed")
        }
        table.add("sync of the disk, 4 KiB", try syncLatency().summary)
        var commits: [(ours: Double, theirs: Double)] = []
        for products in [100, products] {
            for bills in [100, bills] {
                let shop = LargeShopBenchmark(products: products, bills: bills)
                commits.append(try shop.measure(into: &table))
            }
        }
        guard let small = commits.first, let large = commits.last else { return }
        let ratio = large.ours / small.ours
        let theirs = text(large.theirs / small.theirs * 100)
        table.add(
            "sale, largest shop to smallest", "\(text(ratio * 100)) % (C: \(theirs) %)",
            bound: "160 %", holds: ratio <= 1.6)
    }

    /// How long the disk takes to keep a page.
    private static func syncLatency() throws -> Times {
        var times: [UInt64] = []
        try withTemporaryFolder { folder in
            let file = try OpenDescriptor(
                path: folder + "/page", .readWrite, options: .create, permissions: .ownerReadWrite)
            let page = [UInt8](repeating: 1, count: 4_096)
            for _ in 0..<300 {
                try file.writeAll(page)
                let start = Clocks.monotonicNanoseconds()
                fdatasync(file.raw.rawValue)
                times.append(Clocks.monotonicNanoseconds() - start)
            }
        }
        return Times(times)
    }

    private var name: String { "\(Self.short(products)) products, \(Self.short(bills)) bills" }

    private static func short(_ count: Int) -> String {
        count >= 1_000_000 ? "\(count / 1_000_000) M" : "\(count)"
    }

    private func measure(into table: inout Table) throws -> (ours: Double, theirs: Double) {
        var commits = (ours: 0.0, theirs: 0.0)
        try withTemporaryFolder { folder in
            var shop: BenchShop? = try BenchShop(folder: folder + "/shop", products: products)
            try shop?.ledger.close()
            shop = nil
            let path = folder + "/shop/galla.sqlite"
            try Self.check(unsafe galla_c_fill(path, 1, Int32(bills), Int32(products)))
            let start = Clocks.monotonicNanoseconds()
            let ledger = try Ledger(folder: folder + "/shop", holder: .longTerm("a benchmark"))
            let opening = Times([Clocks.monotonicNanoseconds() - start])
            table.add(
                "\(name): opening the books", "\(text(opening.microseconds(0.5) / 1_000)) ms",
                bound: "100 ms", holds: opening.microseconds(0.5) <= 100_000)
            try reads(ledger, into: &table)
            commits = try sales(ledger, path: path, into: &table)
        }
        return commits
    }

    private func reads(_ ledger: Ledger, into table: inout Table) throws {
        guard let day = CivilDate(year: 2026, month: 11, day: 15) else { return }
        try ledger.transaction { books in
            let scans = try Self.times(2_000) { number in
                let product = 1 + (number &* 7_919) % products
                _ = try books.offer(code: "0" + BenchShop.code(product), on: day)
            }
            table.add(
                "\(name): look-up of a scan", scans.summary, bound: "p50 15 µs",
                holds: scans.microseconds(0.5) <= 15)
            let again = try Self.times(2_000) { number in
                let product = 1 + (number &* 7_919) % products
                _ = try books.offer(code: "0" + BenchShop.code(product), on: day)
            }
            table.add("\(name): the same codes once more", again.summary)
            let names = try Self.times(200) { number in
                _ = try books.search(
                    try Text(BenchNames.search(number, of: products)), limit: 9, on: day)
            }
            table.add(
                "\(name): search by name", names.summary, bound: "p50 5000 µs",
                holds: names.microseconds(0.5) <= 5_000)
            let customers = try Self.times(200) { number in
                var search = BillSearch()
                let digits = String(100_000_000 + number * 3 % 20_000).dropFirst()
                search.phone = try Phone(parsing: "98" + digits)
                _ = try books.bills(matching: search, limit: 20)
            }
            table.add("\(name): a customer's bills", customers.summary)
        }
    }

    private func sales(
        _ ledger: Ledger, path: String, into table: inout Table
    ) throws -> (ours: Double, theirs: Double) {
        try Self.check(unsafe galla_c_open(path))
        defer { galla_c_close() }
        let scans = (0..<2_000).map { number in
            unsafe galla_c_look_up(
                "0" + BenchShop.code(1 + (number &* 7_919) % products), "2026-11-15")
        }
        table.add("\(name): the look-up through C", Times(scans).summary)
        var ours: [UInt64] = []
        var theirs: [UInt64] = []
        // In turn, round by round; the first sales of a round find the other's pages and are left out.
        for round in 0..<6 {
            let first = round * 120
            ours += try (0..<120).map { try CommitBenchmark.sell(first + $0, in: ledger) }
                .dropFirst(20)
            theirs += try CommitBenchmark.throughC(first: first, count: 120).dropFirst(20)
        }
        let (our, their) = (Times(ours), Times(theirs))
        let ratio = our.microseconds(0.5) / their.microseconds(0.5)
        table.add("\(name): sale of 5 lines (FULL)", our.summary)
        table.add("\(name): the same through C", their.summary)
        table.add(
            "\(name): sale's p50 to C's", "\(text(ratio * 100)) %", bound: "125 %",
            holds: ratio <= 1.25)
        return (our.microseconds(0.5), their.microseconds(0.5))
    }

    private static func times(_ count: Int, _ body: (Int) throws -> Void) rethrows -> Times {
        Times(
            try (0..<count).map { number in
                let start = Clocks.monotonicNanoseconds()
                try body(number)
                return Clocks.monotonicNanoseconds() - start
            })
    }

    private static func check(_ code: Int32) throws {
        guard code == 0 else { throw LedgerError.writeFailed(reason: "C: SQLite error \(code)") }
    }
}
