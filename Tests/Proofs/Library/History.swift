import Devices
import Printing
import Scanning
import Seeds
import ShopFixtures
import Spooler
import Till

/// What happens to a till in a simulated shop, step by step.
package struct History {
    /// What reaches the till.
    package enum Input: Hashable, Sendable {
        /// A typed line.
        case line(String)
        /// A code that a scanner reads.
        case scan(String)
        /// The printer takes the receipt it was handed, if it was handed one.
        case printed
        /// The printer takes a part of it and its cable is pulled.
        case torn
        /// The printer is there again.
        case printerBack
    }

    /// What goes wrong in the middle of a step.
    package struct Trouble: Hashable, Sendable {
        /// What happens.
        package let action: Recorder.Action
        /// At which beginning of a statement, write or sync, from 1.
        package let boundary: Int64

        /// Gathers a trouble.
        package init(action: Recorder.Action, boundary: Int64) {
            self.action = action
            self.boundary = boundary
        }
    }

    /// One step of it.
    package struct Step: Hashable, Sendable {
        /// What reaches the till.
        package let input: Input
        /// What goes wrong meanwhile.
        package let trouble: Trouble?

        /// Gathers a step.
        package init(input: Input, trouble: Trouble?) {
            self.input = input
            self.trouble = trouble
        }
    }

    /// Whether no other program has the books open: one history in 32.
    let isAlone: Bool
    /// Its steps in their order.
    package private(set) var steps: [Step]

    /// A history by chance: about every third step has a trouble.
    package init(seed: UInt64, length: Int) {
        var random = SeededGenerator(seed: seed)
        var words = TillSteps(seed: ~seed)
        isAlone = seed % 32 == 0
        steps = (0..<length).map { _ in
            let trouble = random.once(in: 3) ? Self.trouble(&random) : nil
            return Step(input: Self.input(&random, &words), trouble: trouble)
        }
    }

    /// A history of one's own.
    package init(_ steps: [Step]) {
        self.steps = steps
        isAlone = false
    }

    private static func input(_ random: inout SeededGenerator, _ words: inout TillSteps) -> Input {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .printed
        case 1: .torn
        case 2: .printerBack
        case 3: .scan(ProofShop.codes[Int.random(in: 0..<2, using: &random)])
        default: .line(words.line())
        }
    }

    private static func trouble(_ random: inout SeededGenerator) -> Trouble {
        let actions: [Recorder.Action] = [.copy, .copy, .fail, .doAndFail]
        let action = actions[Int.random(in: 0..<actions.count, using: &random)]
        // A scan passes some twenty boundaries, a sale over a hundred: half of all are early ones.
        let last: Int64 = random.once(in: 2) ? 30 : 160
        return Trouble(action: action, boundary: Int64.random(in: 1...last, using: &random))
    }

    /// The history as a person can play it.
    package var text: String {
        steps.enumerated().map { index, step in
            let trouble = step.trouble.map { "   ← \($0.action) at boundary \($0.boundary)" } ?? ""
            return "  \(index + 1). \(step.input)\(trouble)"
        }
        .joined(separator: "\n")
    }

    /// The shortest history that still fails, found by leaving steps and troubles out.
    func shrunk(whileFailing fails: (History) -> Bool) -> History {
        var best = self
        var goesOn = true
        while goesOn {
            goesOn = false
            for index in best.steps.indices.reversed() {
                var shorter = best
                shorter.steps.remove(at: index)
                var calmer = best
                calmer.steps[index] = Step(input: best.steps[index].input, trouble: nil)
                let candidates = best.steps[index].trouble == nil ? [shorter] : [shorter, calmer]
                guard let smaller = candidates.first(where: fails) else { continue }
                best = smaller
                goesOn = true
                break
            }
        }
        return best
    }
}
