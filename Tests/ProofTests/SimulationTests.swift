import Proofs
import Testing

/// The till's own step over real books, with kills, interrupted statements and failing writes.
@Suite("simulation")
struct SimulationTests {
    @Test("random histories lose no sale, make none twice, and leave no open bill wrong")
    func histories() throws {
        let fault = try Proof.simulation.fault(in: 1..<101) { _ in }
        #expect(fault == nil)
    }

    @Test(
        "a sale that is killed or refused at any boundary at all is sold whole or not",
        arguments: [Recorder.Action.copy, .fail, .doAndFail])
    func everyBoundary(action: Recorder.Action) throws {
        try expectWhole(
            after: ["4*\(ProofShop.codes[0])", "0.5*21", "phone 9876543210"], "cash 99999", action)
    }

    @Test(
        "a confirmed UPI payment that is killed or refused at any boundary is kept whole or not",
        arguments: [Recorder.Action.copy, .fail, .doAndFail])
    func everyBoundaryOfUPI(action: Recorder.Action) throws {
        try expectWhole(
            after: ["4*\(ProofShop.codes[0])", "phone 9876543210", "pay cash 10 upi"], "ok", action)
    }

    @Test(
        "an exchange that is killed or refused at any boundary has both documents or none",
        arguments: [Recorder.Action.copy, .fail, .doAndFail])
    func everyBoundaryOfExchange(action: Recorder.Action) throws {
        try expectWhole(
            after: [
                "4*\(ProofShop.codes[0])", "cash 99999", "return BILL-2601000001 1 2",
                ProofShop.codes[1],
            ], "refund cash", action)
    }

    /// Plays the last line with the trouble at every third boundary, and then once more.
    private func expectWhole(
        after opening: [String], _ last: String, _ action: Recorder.Action
    ) throws {
        let proof = try SimulationProof()
        let opening = opening.map { History.Step(input: .line($0), trouble: nil) }
        let calm = History.Step(input: .line(last), trouble: nil)
        let count = try proof.boundaries(ofLastIn: History(opening + [calm]))
        #expect(count > 40)
        for boundary in stride(from: Int64(1), through: count, by: 3) {
            let trouble = History.Trouble(action: action, boundary: boundary)
            let step = History.Step(input: .line(last), trouble: trouble)
            let fault = proof.fault(in: History(opening + [step, calm]))
            #expect(fault == nil, "boundary \(boundary)")
        }
    }

    @Test(
        "planted faults are found, and shrunk to a few steps",
        arguments: [(SimulationProof.Plant.logLost, 3), (.saleInvented, 6)])
    func planted(plant: SimulationProof.Plant, most: Int) throws {
        let proof = try SimulationProof(plant: plant)
        for seed in UInt64(1)...200 {
            let history = History(seed: seed, length: 30)
            guard proof.fault(in: history) != nil else { continue }
            let report = proof.report(history, seed: seed)
            #expect(report.steps <= most, "\(report.text)")
            return
        }
        Issue.record("200 histories did not find the planted fault")
    }
}
