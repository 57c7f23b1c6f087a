import Printing
import Testing

@Suite("Print queue: random histories")
struct PrintPropertyTests {
    static let histories: UInt64 = 2_000

    // Sales, cables, power cuts at every point between deciding, writing and sending. A failure
    // names its seed.
    @Test("one job at a time, marked exactly when paper may show it, and none is lost")
    func histories() {
        var (crashes, marked, printed, asked, dropped) = (0, 0, 0, 0, 0)
        for seed in 1...Self.histories {
            var world = PrintWorld(seed: seed)
            do throws(PrintWorld.Broken) {
                for _ in 0..<50 { try world.play() }
                try world.settle()
            } catch {
                Issue.record("\(error)")
                return
            }
            crashes += world.crashes
            marked += world.markedCopies
            printed += world.order.count
            asked += world.questions
            dropped += world.dropped.count
        }
        #expect(crashes > 1_000 && marked > 1_000 && printed > 5_000, "too tame to say anything")
        #expect(asked > 100 && dropped > 100, "nothing had to wait: \(asked), \(dropped)")
    }
}
