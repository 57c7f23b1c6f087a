import Seeds
import Testing

/// The till's own step over real books, with kills, interrupted statements and failing writes.
@Suite("simulation")
struct SimulationTests {
    private func fault(_ history: History, _ template: [UInt8]) -> String? {
        Simulation.fault(in: history, template)
    }

    /// Says the seed and the shortest history that fails.
    private func report(
        _ history: History, seed: UInt64, _ template: [UInt8], plant: Simulation.Plant = .none
    ) -> (text: String, steps: Int) {
        let shortest = history.shrunk {
            Simulation.fault(in: $0, template, plant: plant) != nil
        }
        let fault = Simulation.fault(in: shortest, template, plant: plant) ?? "it passes now"
        return ("seed \(seed): \(fault)\n\(shortest.text)", shortest.steps.count)
    }

    @Test("random histories lose no sale, make none twice, and leave no open bill wrong")
    func histories() throws {
        let template = try Simulation.template()
        let seeds = Campaign.seeds(short: 200, long: 1_000_000)
        for seed in seeds {
            let history = History(seed: seed, length: 12)
            guard Simulation.fault(in: history, template) == nil else {
                Issue.record("\(report(history, seed: seed, template).text)")
                return
            }
        }
        print("simulation: \(seeds.count) histories from seed \(seeds.lowerBound)")
    }

    @Test(
        "a sale that is killed or refused at any boundary at all is sold whole or not",
        arguments: [Recorder.Action.copy, .fail, .doAndFail])
    func everyBoundary(action: Recorder.Action) throws {
        let template = try Simulation.template()
        let opening = ["4*\(ProofShop.codes[0])", "0.5*21", "phone 9876543210"].map {
            History.Step(input: .line($0), trouble: nil)
        }
        let calm = History(opening + [History.Step(input: .line("cash 99999"), trouble: nil)])
        let last = try Simulation.boundaries(ofLastIn: calm, template)
        #expect(last > 50)
        let stride = Campaign.isOn ? 1 : 3
        for boundary in Swift.stride(from: Int64(1), through: last, by: stride) {
            let trouble = History.Trouble(action: action, boundary: boundary)
            let sale = History.Step(input: .line("cash 99999"), trouble: trouble)
            let next = History.Step(input: .line("cash 99999"), trouble: nil)
            let history = History(opening + [sale, next])
            #expect(Simulation.fault(in: history, template) == nil, "boundary \(boundary)")
        }
    }

    @Test(
        "planted faults are found, and shrunk to a few steps",
        arguments: [(Simulation.Plant.logLost, 3), (.saleInvented, 6)])
    func planted(plant: Simulation.Plant, most: Int) throws {
        let template = try Simulation.template()
        for seed in UInt64(1)...200 {
            let history = History(seed: seed, length: 30)
            guard Simulation.fault(in: history, template, plant: plant) != nil else { continue }
            let report = report(history, seed: seed, template, plant: plant)
            #expect(report.steps <= most, "\(report.text)")
            return
        }
        Issue.record("200 histories did not find the planted fault")
    }
}
