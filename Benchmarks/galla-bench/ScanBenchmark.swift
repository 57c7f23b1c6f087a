import Billing
import Ledger
import LineMode
import Linux
import Scanning
import Screens
import SystemPackage
import Till

/// From the last key event of a scan to the row on the screen: decoded, decided, committed, shown.
enum ScanBenchmark {
    /// The same scans with 100 products and with many.
    static func run(products: Int, scans: Int, into table: inout Table) throws {
        var medians: [Double] = []
        for count in [100, products] {
            try withTemporaryFolder { folder in
                let shop = try BenchShop(folder: folder, products: count)
                let times = try measure(shop, products: count, scans: scans)
                medians.append(times.microseconds(0.5))
                table.add(
                    "scan to answer, \(count) products", times.summary, bound: "p50 1000 µs",
                    holds: times.microseconds(0.5) <= 1_000)
                let steps = try measureSteps(shop, products: count, scans: scans)
                table.add("the till's step of it alone", steps.summary)
            }
        }
        let ratio = medians[1] / medians[0]
        table.add(
            "large catalogue to small", "\(text(ratio * 100)) %", bound: "130 %",
            holds: ratio <= 1.3)
    }

    /// The same scans as calls of `step`, without threads and their wake-ups.
    private static func measureSteps(
        _ shop: BenchShop, products: Int, scans: Int
    ) throws -> Times {
        var till = try openTill(shop)
        let scanner = Self.scanner
        let times = (0..<scans).map { number in
            let code = Array(BenchShop.code(1 + (number &* 7_919) % products).utf8)
            let scan = Scan(payload: code, scanner: scanner, finishedAt: 0)
            let start = Clocks.monotonicNanoseconds()
            _ = till.step([.scanner(.scanned(scan))])
            let time = Clocks.monotonicNanoseconds() - start
            _ = till.settle()
            if number % 20 == 19 { _ = till.step([.line("cash 10000")]) }
            return time
        }
        return Times(times)
    }

    private static let scanner = ScannerIdentity(
        port: "1-1", serial: nil, vendor: 0, product: 0, name: "bench")

    private static func openTill(_ shop: BenchShop) throws -> Till {
        guard let zone = TimeZoneOffset(named: "Asia/Kolkata") else {
            throw Errno.noSuchFileOrDirectory
        }
        let settings = TillSettings(
            series: BillSeries(till: 1, yearStartMonth: 4), cashier: "Asha", phoneRule: .india,
            currency: "₹", printerName: nil)
        return try Till.open(ledger: shop.ledger, settings: settings, clock: ShopClock(zone: zone))
            .till
    }

    private static func measure(_ shop: BenchShop, products: Int, scans: Int) throws -> Times {
        let till = try openTill(shop)
        let inbox = try Inbox()
        let shown = try EventFlag()
        let sink = try OpenDescriptor(path: "/dev/null", .writeOnly)
        let screen = StreamScreen(output: sink.raw)
        let hands = TillHands(
            show: { rows, _ in
                screen.show(rows)
                shown.raise()
            }, print: { _ in }, close: {})
        let thread = try Worker(name: "till") {
            var loop = TillLoop(till: till, inbox: inbox, hands: hands)
            loop.run()
        }
        let times = scan(scans, of: products, into: inbox, shown: shown)
        inbox.post(.inputEnded)
        thread.join()
        return Times(times)
    }

    /// Twenty scans a bill, over products spread through the catalogue; payment is not counted.
    ///
    /// The scans come five milliseconds apart, twenty times faster than any scanner: the till syncs
    /// the open bill after its answer, and a scan that waits for that would measure the disk.
    private static func scan(
        _ scans: Int, of products: Int, into inbox: Inbox, shown: EventFlag
    ) -> [UInt64] {
        var decoder = KeyDecoder(settings: .standard)
        var times: [UInt64] = []
        times.reserveCapacity(scans)
        for number in 0..<scans {
            let product = 1 + (number &* 7_919) % products
            let events = KeyEvents.scan(BenchShop.code(product))
            var start: UInt64 = 0
            for event in events {
                start = Clocks.monotonicNanoseconds()
                guard case .payload(let payload) = decoder.feed(event) else { continue }
                let scan = Scan(payload: payload, scanner: scanner, finishedAt: start)
                inbox.post(.scanner(.scanned(scan)))
                shown.wait()
                shown.lower()
                times.append(Clocks.monotonicNanoseconds() - start)
                // Nobody raises it here: the limit is the pace of the scanner.
                shown.wait(milliseconds: 5)
            }
            guard number % 20 == 19 else { continue }
            inbox.post(.line("cash 10000"))
            shown.wait()
            shown.lower()
        }
        return times
    }
}
