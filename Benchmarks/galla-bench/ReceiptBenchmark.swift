import ESCPOS
import Foundation
import Glibc
import Linux
import Receipts
import Settings
import Spooler
import Typesetter

/// Layout and encoding of receipts, as the printer's thread does it, beside python-escpos.
enum ReceiptBenchmark {
    private static let receipts = 1_000
    private static let rounds = 9

    static func run(into table: inout Table) throws {
        let model = try model()
        try measureOwn(model, into: &table)
        try measurePeers(model, into: &table)
        try measurePictures(model, into: &table)
    }

    /// A model with characters of our own, symbols and graphics, as most shops have one.
    private static func model() throws -> PrinterProfile {
        let folder = "packaging/printers"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".toml") }.sorted()
            .map { name in
                let url = URL(fileURLWithPath: folder + "/" + name)
                return (name: name, bytes: [UInt8](try Data(contentsOf: url)))
            }
        guard let entry = try PrinterCatalogue(files: files).entries["tm-t20iii"] else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        return entry.profile
    }

    private static func measureOwn(
        _ model: PrinterProfile, into table: inout Table
    ) throws {
        guard let order = ReceiptSamples.order, let bill = order.bill else { return }
        let document = ReceiptDocument(
            bill: bill, shop: ReceiptSamples.shop, mark: .original)
        for (name, profile) in [("bit images", PrinterProfile.paper80), ("own characters", model)] {
            let job = try Job(document, for: profile)
            let set = try rate(receipts) { _ = try job.run() }
            table.add(
                "receipts of 40 lines, ₹ as \(name)",
                "\(set.processor) a second of processor time", bound: "20000",
                holds: set.processor >= 20_000)
            table.add("the same by the clock on the wall", "\(set.wall) a second")
            table.add("bytes of such a receipt, every amount with ₹", "\(try job.run().count)")
        }
        let press = ESCPOSPress(shop: ReceiptSamples.shop, profile: model)
        let whole = try rate(receipts) { _ = try press.bytes(for: order) }
        table.add(
            "the same with the document made from the bill",
            "\(whole.processor) a second of processor time")
        let size = try press.bytes(for: order).count
        table.add(
            "USB transfers of such a receipt", "\((size + 16_383) / 16_384)", bound: "1 per 16 KiB")
    }

    /// The receipt that the peers were measured with, with and without ₹.
    private static func measurePeers(
        _ model: PrinterProfile, into table: inout Table
    ) throws {
        var own = 0
        for (sign, bound) in [("", 1_730), ("₹", 1_900)] {
            let job = try Job(ReceiptSamples.peers(currency: sign), for: model)
            let size = try job.run().count
            let name = sign.isEmpty ? "the peers' receipt" : "the same, ₹ in every amount"
            table.add("\(name), bytes", "\(size)", bound: "\(bound)", holds: size <= bound)
            let set = try rate(receipts) { _ = try job.run() }
            table.add(name, "\(set.processor) a second of processor time")
            if sign.isEmpty { own = set.processor }
        }
        guard let peer = PeerBenchmark.python() else {
            return table.add("python-escpos", "not there: Benchmarks/peer-setup makes it")
        }
        table.add("the peers' receipt by python-escpos, bytes", "\(peer.bytes)")
        table.add("the same by python-escpos", "\(peer.perSecond) a second of processor time")
        table.add(
            "ours to python-escpos", "\(text(Double(own) / Double(max(1, peer.perSecond))))×",
            bound: "10×", holds: own >= peer.perSecond * 10)
    }

    private static func measurePictures(
        _ model: PrinterProfile, into table: inout Table
    ) throws {
        let logo = ReceiptSamples.logo
        let blocks = ReceiptSamples.peers(currency: "").blocks
        let withLogo = ReceiptDocument([.picture(logo, alignment: .centre)] + blocks)
        try add("receipts with a logo of 384 × 200 dots", withLogo, model, 5_000, into: &table)
        try add(
            "receipts with 10 lines in Devanagari", ReceiptSamples.devanagari, model, 200,
            into: &table)
    }

    private static func add(
        _ name: String, _ document: ReceiptDocument, _ model: PrinterProfile, _ bound: Int,
        into table: inout Table
    ) throws {
        let job = try Job(document, for: model)
        let set = try rate(200) { _ = try job.run() }
        table.add(
            name, "\(set.processor) a second of processor time", bound: "\(bound)",
            holds: set.processor >= bound)
        table.add("the same, bytes", "\(try job.run().count)")
    }

    /// A document with everything drawn that it needs, ready to be laid out and encoded.
    private struct Job {
        let document: ReceiptDocument
        let layout: Layout
        let encoder: ReceiptEncoder

        init(_ document: ReceiptDocument, for profile: PrinterProfile) throws {
            let typesetter = Typesetter()
            let bare = profile.layout(rasters: [:])
            _ = try typesetter.draw(bare.missingRuns(of: document))
            self.document = document
            layout = bare.with(rasters: typesetter.rasters)
            encoder = ReceiptEncoder(profile)
        }

        func run() throws -> [UInt8] { try encoder.encode(layout.receipt(of: document)) }
    }

    /// How often `body` runs in a second: the median over rounds, by processor and by wall time.
    private static func rate(
        _ count: Int, _ body: () throws -> Void
    ) rethrows -> (processor: Int, wall: Int) {
        var processor: [Int] = []
        var wall: [Int] = []
        for _ in 0..<rounds {
            let start = (clock(), Clocks.monotonicNanoseconds())
            for _ in 0..<count { try body() }
            let ticks = Double(clock() - start.0)
            let nanoseconds = Double(Clocks.monotonicNanoseconds() - start.1)
            processor.append(Int(Double(count) * Double(CLOCKS_PER_SEC) / ticks))
            wall.append(Int(Double(count) * 1e9 / nanoseconds))
        }
        return (processor.sorted()[rounds / 2], wall.sorted()[rounds / 2])
    }
}
