import Billing
import CSaleCommit
import Foundation
import Ledger
import Linux

/// The commit of a sale of five lines, against the same statements through SQLite's C interface.
enum CommitBenchmark {
    private static let rounds = 10
    private static let sales = 60

    /// Both in turn, round by round, each on its own copy of one database.
    static func run(into table: inout Table) throws {
        try withTemporaryFolder { folder in
            let shop = try BenchShop(folder: folder + "/ours", products: 100)
            let copy = folder + "/c.sqlite"
            _ = try BenchShop(folder: folder + "/theirs", products: 100)
            try FileManager.default.moveItem(atPath: folder + "/theirs/galla.sqlite", toPath: copy)
            try FileManager.default.moveItem(
                atPath: folder + "/theirs/galla.sqlite-wal", toPath: copy + "-wal")
            guard try shop.ledger.synchronousMode() == 2 else {
                throw LedgerError.notDurable(found: "not FULL")
            }
            try check(unsafe galla_c_open(copy))
            var ours: [UInt64] = []
            var theirs: [UInt64] = []
            for round in 0..<rounds {
                ours += try (0..<sales).map { try sell(round * sales + $0, in: shop.ledger) }
                theirs += try throughC(first: round * sales, count: sales)
            }
            galla_c_close()
            try verify(folder: folder + "/ours", copy: copy)
            report(Times(ours), Times(theirs), into: &table)
        }
    }

    /// Both have kept the chain that the check accepts, or one of them did less than the other.
    private static func verify(folder: String, copy: String) throws {
        let place = folder + "-checked"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: copy, toPath: place + "/galla.sqlite")
        for folder in [folder, place] {
            var check = ChainCheck()
            let reader = try LedgerReader(folder: folder)
            while !check.isDone { try reader.read { try check.advance(in: $0) } }
            guard check.fault == nil, check.bills == Int64(rounds * sales) else {
                throw LedgerError.damaged(
                    what: "the measured bills: \(String(describing: check.fault))")
            }
        }
    }

    private static func report(_ ours: Times, _ theirs: Times, into table: inout Table) {
        let ratio = ours.microseconds(0.5) / theirs.microseconds(0.5)
        table.add("sale of 5 lines, commit (FULL)", ours.summary)
        table.add("the same statements through C", theirs.summary)
        table.add(
            "sale's p50 to C's", "\(text(ratio * 100)) %", bound: "125 %", holds: ratio <= 1.25)
    }

    /// Pays an open bill: fresh offers, the sale machine's decision, everything written.
    static func sell(_ number: Int, in ledger: Ledger) throws -> UInt64 {
        guard let time = CivilTime(iso: "2026-11-15 10:30:00") else { return 0 }
        let products = (1...5).map { id in
            Product(
                id: ProductID(Int64(id)), barcode: "8901000000019",
                name: "Product of the measure", unit: Product.Unit("pc"))
        }
        let reference = SaleReference("sale-\(number)")
        var sale = Sale.idle
        for product in products {
            let offer = try ledger.transaction { try $0.offer(of: product, on: time.date) }
            _ = try sale.apply(.scanned(offer, .one, opening: BillOpening(reference)))
        }
        let start = Clocks.monotonicNanoseconds()
        try ledger.transaction { books in
            var offers: [ProductID: Offer] = [:]
            for product in products {
                let known = try books.product(product, on: time.date) ?? product
                offers[product.id] = try books.offer(of: known, on: time.date)
            }
            let payment = Payment(tender: .cash, amount: Money(minorUnits: 50_000))
            for case .save(let settlement) in try sale.apply(
                .tendered(payment, offers: offers, at: time))
            {
                let bill = try books.save(settlement, series: series, cashier: "Asha", at: 1)
                _ = try books.addPrintJob(forBill: bill.number, at: 1)
            }
        }
        return Clocks.monotonicNanoseconds() - start
    }

    private static let series = BillSeries(till: 1, yearStartMonth: 4)

    private static func check(_ code: Int32) throws {
        guard code == 0 else { throw LedgerError.writeFailed(reason: "C: SQLite error \(code)") }
    }

    static func throughC(first: Int, count: Int) throws -> [UInt64] {
        var times = [UInt64](repeating: 0, count: count)
        let code = unsafe times.withUnsafeMutableBufferPointer { buffer in
            unsafe galla_c_sales(Int32(first), Int32(count), buffer.baseAddress)
        }
        try check(code)
        return times
    }
}
