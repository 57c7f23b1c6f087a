import Billing
import Devices
import Foundation
import Ledger
import Printing
import Scanning
import ShopFixtures
import Spooler
import Till

/// One till over real books, played through a history with kills and failing writes.
///
/// After a kill the books must be as before the step or as after it, the open bill on the screen,
/// every bill that was said to be sold there once; after a failure the till must say what the books
/// say.
final class Simulation {
    /// What the history proved wrong.
    struct Failure: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    /// A mistake put into the simulated machine on purpose, to see that it is found.
    enum Plant {
        case none
        /// A kill takes the write-ahead log with it.
        case logLost
        /// A bill is said to be sold that is not.
        case saleInvented
    }

    private let plant: Plant
    private let clock = FixedClock()
    private var folder: TemporaryFolder
    private var recorder: Recorder
    private var shop: Shop
    /// Where the copy of a kill goes; removed when no kill takes it up.
    private var leftover: TemporaryFolder?
    /// The numbers of the bills that the till said were sold.
    private var acknowledged: Set<String> = []
    private var signature: [Int64] = []
    private var order: PrintOrder?
    /// The bills of which an unmarked receipt has begun to come out.
    private var onPaper: Set<String> = []

    init(_ template: [UInt8], plant: Plant = .none) throws {
        self.plant = plant
        folder = try TemporaryFolder(inMemory: true)
        try Data(template).write(to: URL(fileURLWithPath: folder.path + "/galla.sqlite"))
        recorder = try Recorder(folder)
        shop = try Shop(printerName: "p", stock: false, folder: folder, clock: clock)
        _ = shop.till.step([.printer(.ready(name: "p"))])
        signature = try look()
    }

    /// The closed books of a shop that has sold nothing yet.
    static func template() throws -> [UInt8] {
        let folder = try TemporaryFolder(inMemory: true)
        let shop = try ProofShop.make(in: folder, pieces: 60)
        try shop.ledger?.close()
        return Array(
            try Data(contentsOf: URL(fileURLWithPath: folder.path + "/galla.sqlite")))
    }

    /// How many boundaries the last step of a history passes.
    static func boundaries(ofLastIn history: History, _ template: [UInt8]) throws -> Int64 {
        let simulation = try Simulation(template)
        for step in history.steps.dropLast() { try simulation.play(step) }
        simulation.recorder.disarm()
        for step in history.steps.suffix(1) { try simulation.play(step) }
        return simulation.recorder.passed
    }

    /// Plays a history; answers what it proved wrong, if anything.
    static func fault(
        in history: History, _ template: [UInt8], plant: Plant = .none
    ) -> String? {
        do {
            let simulation = try Simulation(template, plant: plant)
            for step in history.steps { try simulation.play(step) }
            try simulation.shop.ledger?.close()
            return nil
        } catch {
            return "\(error)"
        }
    }

    private func play(_ step: History.Step) throws {
        guard let event = try event(of: step.input) else { return }
        let prompt = shop.till.prompt
        if let trouble = step.trouble {
            recorder.arm(trouble.action, at: trouble.boundary, copyingTo: try copies())
        }
        let effects = shop.till.step([event])
        let firedBeforeAnswer = recorder.hasFired
        let rest = shop.till.settle()
        let hasFired = step.trouble != nil && recorder.hasFired
        if step.trouble != nil { recorder.disarm() }
        let said = shop.rows(of: effects) + shop.rows(of: rest)
        guard hasFired, let trouble = step.trouble else {
            acknowledge(said, effects)
            signature = try look()
            return
        }
        if trouble.action == .copy {
            try kill(isAnswered: !firedBeforeAnswer, said, effects, promptBefore: prompt)
        } else {
            try compare(said, effects, promptBefore: prompt)
        }
        try checkLaws()
    }

    private func event(of input: History.Input) throws -> TillEvent? {
        switch input {
        case .line(let line): return .line(line)
        case .scan(let code):
            let scanner = ScannerIdentity(
                port: "1-1", serial: nil, vendor: 0, product: 0, name: "simulated")
            let scan = Scan(payload: Array(code.utf8), scanner: scanner, finishedAt: 0)
            return .scanner(.scanned(scan))
        case .printerBack:
            return .printer(.ready(name: "p"))
        case .printed, .torn:
            guard let order else { return nil }
            self.order = nil
            try put(onPaper: order)
            return .printer(
                input == .printed
                    ? .finished(order.job, isConfirmed: false)
                    : .failed(
                        order.job, bytesTaken: 100, reason: "the cable was pulled",
                        isOwnFault: false))
        }
    }

    /// Notes what the till said was sold and what it handed to the printer.
    private func acknowledge(_ said: [String], _ effects: [TillEffect]) {
        for row in said where row.hasPrefix("BILL-") && row.contains("change") {
            acknowledged.insert(String(row.prefix { $0 != " " }))
        }
        if plant == .saleInvented, acknowledged.count == 2 {
            acknowledged.insert("BILL-2601000099")
        }
        for case .print(let order) in effects { self.order = order }
    }

    /// A receipt comes out unmarked once; whatever follows it says DUPLICATE.
    private func put(onPaper order: PrintOrder) throws {
        guard !order.isMarked else { return }
        let name = order.bill?.number ?? "slip \(order.job.raw)"
        guard onPaper.insert(name).inserted else {
            throw Failure("the receipt of \(name) came out twice without a mark")
        }
    }

    // MARK: - Kills

    private func copies() throws -> String {
        let path = folder.path + "-killed"
        // One that no kill took up goes first: it has the same place.
        leftover = nil
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        leftover = TemporaryFolder(adopting: path)
        return path
    }

    /// Goes on with what the kill left; the process of before has never answered unless it had.
    private func kill(
        isAnswered: Bool, _ said: [String], _ effects: [TillEffect], promptBefore: String
    ) throws {
        let after = try look()
        let promptAfter = shop.till.prompt
        if isAnswered { acknowledge(said, effects) }
        // The process is dead: how its connection ends is nobody's concern.
        try? shop.ledger?.close()
        guard let left = leftover else { throw Failure("the kill left no copy") }
        leftover = nil
        if plant == .logLost {
            try FileManager.default.removeItem(atPath: left.path + "/galla.sqlite-wal")
        }
        recorder = try Recorder(left)
        shop = try Shop(printerName: "p", stock: false, folder: left, clock: clock)
        folder = left
        order = nil
        let found = try look()
        let isAfter = found == after && shop.till.prompt == promptAfter
        let isBefore = found == signature && shop.till.prompt == promptBefore
        guard isAfter || isBefore && !isAnswered else {
            throw Failure(
                "after the kill the books say \(found) and \(shop.till.prompt); before the step "
                    + "\(signature) and \(promptBefore), after it \(after) and \(promptAfter)"
                    + (isAnswered ? ", which had been answered" : ""))
        }
        _ = shop.till.step([.printer(.ready(name: "p"))])
        signature = found
    }

    // MARK: - Failures

    /// The till must say what the books say: nothing was written, or all of it.
    private func compare(
        _ said: [String], _ effects: [TillEffect], promptBefore: String
    ) throws {
        let found = try look()
        if said.contains(where: { $0.hasPrefix("Not saved") }) {
            guard found == signature, shop.till.prompt == promptBefore else {
                throw Failure("the till said \(said); the books \(found) were \(signature)")
            }
        }
        acknowledge(said, effects)
        let prompt = shop.till.prompt
        order = nil
        try shop.restart()
        guard shop.till.prompt == prompt else {
            throw Failure(
                "the till showed \(prompt) after \(said), and the books \(shop.till.prompt)")
        }
        signature = found
    }

    // MARK: - Books

    private func look() throws -> [Int64] {
        guard let answers = Recorder.ask(BookLaws.signature, of: folder) else {
            throw Failure("the books cannot be read")
        }
        return answers
    }

    private func checkLaws() throws {
        let laws = BookLaws.laws.map(\.query)
        let numbers = acknowledged.map { "'\($0)'" }.joined(separator: ", ")
        let there = "SELECT count(*) FROM bill WHERE number IN (\(numbers))"
        guard let answers = Recorder.ask(laws + [there], of: folder) else {
            throw Failure("the books cannot be read")
        }
        let broken = BookLaws.broken(answers: answers.dropLast())
        guard broken.isEmpty else { throw Failure("broken: \(broken.joined(separator: "; "))") }
        guard answers.last == Int64(acknowledged.count) else {
            throw Failure("of the bills \(acknowledged.sorted()) some are not in the books")
        }
    }
}
