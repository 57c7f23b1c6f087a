import Billing
import Testing

@Suite("Sale: random histories")
struct SalePropertyTests {
    static let histories: UInt64 = 2_000
    static let events = 30

    // Every event is answered by the machine and by a second, plainer account of it; both must
    // agree on acceptance, refusal and every amount. A failure names its seed and step.
    @Test("the machine and a plain account of it never part, and every refusal is met")
    func histories() {
        var met: [String: Int] = [:]
        for seed in 1...Self.histories {
            var world = SaleWorld(seed: seed)
            do throws(SaleWorld.Disagreement) {
                for _ in 0..<Self.events { try world.play() }
            } catch {
                Issue.record("\(error)")
                return
            }
            met.merge(world.met, uniquingKeysWith: +)
        }
        for answer in ["accepted"] + Rejection.words {
            #expect(met[answer, default: 0] >= 20, "\(answer) is met too seldom to say anything")
        }
    }

    @Test("one seed always plays the same history")
    func repeatable() throws {
        var first = SaleWorld(seed: 7)
        var second = SaleWorld(seed: 7)
        for _ in 0..<Self.events {
            try first.play()
            try second.play()
            #expect(first.sale == second.sale)
        }
    }
}
