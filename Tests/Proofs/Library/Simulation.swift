import Billing
import Devices
import LineMode
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
struct Simulation {
    private let machine: Machine
    private let plant: SimulationProof.Plant
    /// The numbers of the documents that the till said were closed.
    private var acknowledged = Numbers()
    private var signature: [Int64]
    private var order: PrintOrder?
    /// The bills of which an unmarked receipt has begun to come out.
    private var onPaper: Set<String> = []

    init(
        _ machine: Machine, plant: SimulationProof.Plant = .none, isAlone: Bool = false
    ) throws {
        self.machine = machine
        self.plant = plant
        try machine.begin(isAlone: isAlone)
        signature = []
        _ = try till { $0.step([.printer(.ready(name: "p"))]) }
        signature = try machine.look()
    }

    /// Does something with the till that runs.
    private func till<Answer>(_ body: (inout Till) -> Answer) throws -> Answer {
        guard let shop = machine.shop else { throw ProofError("no till is running") }
        return body(&shop.till)
    }

    mutating func play(_ step: History.Step) throws {
        guard let event = try event(of: step.input) else { return }
        let prompt = try till(\.prompt)
        if let trouble = step.trouble {
            machine.recorder.arm(trouble.action, at: trouble.boundary)
        }
        let effects = try till { $0.step([event]) }
        let firedBeforeAnswer = machine.recorder.hasFired
        let rest = try till { $0.settle() }
        let hasFired = step.trouble != nil && machine.recorder.hasFired
        if step.trouble != nil { machine.recorder.disarm() }
        let said = Self.rows(effects) + Self.rows(rest)
        guard hasFired, let trouble = step.trouble else {
            acknowledge(said, effects)
            signature = try machine.look()
            return
        }
        if trouble.action == .copy {
            try kill(isAnswered: !firedBeforeAnswer, said, effects, promptBefore: prompt)
        } else {
            try compare(said, effects, promptBefore: prompt)
        }
        try checkBooks()
    }

    /// What holds at the end as after every trouble: the laws, and every bill that was sold.
    func checkBooks() throws {
        try machine.checkLaws()
        let there = try machine.numbers()
        guard acknowledged.isSubset(of: there) else {
            throw ProofError(
                "of the numbers \(acknowledged) that were said some are not in the books \(there)")
        }
    }

    private static func rows(_ effects: [TillEffect]) -> [String] {
        effects.flatMap { effect in
            if case .show(let rows) = effect { rows.map(\.text) } else { [String]() }
        }
    }

    private mutating func event(of input: History.Input) throws -> TillEvent? {
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

    /// Notes what the till said was closed and what it handed to the printer.
    private mutating func acknowledge(_ said: [String], _ effects: [TillEffect]) {
        for row in said where row.hasPrefix("BILL-") && row.contains("   total ") {
            acknowledged.insert(row.prefix { $0 != " " })
        }
        for row in said where row.hasPrefix("CN-") && row.contains("   back ") {
            acknowledged.insert(row.prefix { $0 != " " })
        }
        if plant == .saleInvented, acknowledged.bills.nonzeroBitCount == 2 {
            acknowledged.insert("BILL-2601000050")
        }
        for case .print(let order) in effects { self.order = order }
    }

    /// A receipt comes out unmarked once; whatever follows it says DUPLICATE.
    private mutating func put(onPaper order: PrintOrder) throws {
        guard !order.isMarked else { return }
        let name = order.bill?.number ?? "slip \(order.job.raw)"
        guard onPaper.insert(name).inserted else {
            throw ProofError("the receipt of \(name) came out twice without a mark")
        }
    }

    /// Goes on with what the kill left; the process of before has never answered unless it had.
    private mutating func kill(
        isAnswered: Bool, _ said: [String], _ effects: [TillEffect], promptBefore: String
    ) throws {
        let after = try machine.look()
        let promptAfter = try till(\.prompt)
        if isAnswered { acknowledge(said, effects) }
        try machine.kill(withLog: plant != .logLost)
        order = nil
        let found = try machine.look()
        let promptFound = try till(\.prompt)
        let isAfter = found == after && promptFound == promptAfter
        let isBefore = found == signature && promptFound == promptBefore
        guard isAfter || isBefore && !isAnswered else {
            throw ProofError(
                "after the kill the books say \(found) and \(promptFound); before the step "
                    + "\(signature) and \(promptBefore), after it \(after) and \(promptAfter)"
                    + (isAnswered ? ", which had been answered" : ""))
        }
        _ = try till { $0.step([.printer(.ready(name: "p"))]) }
        signature = found
    }

    /// The till must say what the books say: nothing was written, or all of it.
    private mutating func compare(
        _ said: [String], _ effects: [TillEffect], promptBefore: String
    ) throws {
        let found = try machine.look()
        if said.contains(where: { $0.hasPrefix("Not saved") }) {
            guard found == signature, try till(\.prompt) == promptBefore else {
                throw ProofError("the till said \(said); the books \(found) were \(signature)")
            }
        }
        acknowledge(said, effects)
        let prompt = try till(\.prompt)
        order = nil
        try machine.shop?.restart()
        let promptFound = try till(\.prompt)
        guard promptFound == prompt else {
            throw ProofError(
                "the till showed \(prompt) after \(said), and the books \(promptFound)")
        }
        signature = found
    }
}
