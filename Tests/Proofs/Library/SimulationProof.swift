/// The till's own step over real books, through histories with kills and failing writes.
package final class SimulationProof {
    /// A mistake put into the simulated machine on purpose, to see that it is found.
    package enum Plant: Sendable {
        /// None.
        case none
        /// A kill takes the write-ahead log with it.
        case logLost
        /// A bill is said to be sold that is not.
        case saleInvented
    }

    /// How long a history of the proof is.
    package static let length = 12

    private let machine: Machine
    private let plant: Plant

    /// Makes the machine that all histories are played on.
    package init(plant: Plant = .none) throws {
        machine = try Machine(try ProofShop.template(pieces: 60))
        self.plant = plant
    }

    /// Plays a history; answers what it proved wrong, if anything.
    package func fault(in history: History) -> String? {
        do {
            var simulation = try Simulation(
                machine, plant: plant, isAlone: history.isAlone)
            for step in history.steps { try simulation.play(step) }
            try simulation.checkBooks()
            return nil
        } catch {
            // Whatever state it is in, nothing of it reaches the next history.
            machine.drop()
            return "\(error)"
        }
    }

    /// How many boundaries the last step of a history passes.
    package func boundaries(ofLastIn history: History) throws -> Int64 {
        var simulation = try Simulation(machine)
        for step in history.steps.dropLast() { try simulation.play(step) }
        machine.recorder.disarm()
        for step in history.steps.suffix(1) { try simulation.play(step) }
        return machine.recorder.passed
    }

    /// Says the seed and the shortest history that fails, and how many steps it has.
    package func report(_ history: History, seed: UInt64) -> (text: String, steps: Int) {
        let shortest = history.shrunk { self.fault(in: $0) != nil }
        let fault = self.fault(in: shortest) ?? "it passes now"
        return ("seed \(seed): \(fault)\n\(shortest.text)", shortest.steps.count)
    }
}
