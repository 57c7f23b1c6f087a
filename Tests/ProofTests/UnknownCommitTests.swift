import ShopFixtures
import Testing

@testable import Proofs

/// A commit that fails has reached the disk or not: the till says that it does not know, and looks.
///
/// The disk refuses one operation after the other, or does it and reports an error all the same.
@Suite("unknown, checking", .serialized)
struct UnknownCommitTests {
    /// What one step said, and what the books had afterwards.
    private struct Outcome {
        let said: [String]
        let isWritten: Bool
        var isUnknown: Bool { said.first?.hasPrefix("Unknown, checking: ") == true }
    }

    /// The operations of a step that are looked at, from its last one backwards: those of the commit.
    private static let lastOperations: Int64 = 6

    /// Lets the disk fail at each of a step's last operations in turn, each in a shop of its own.
    private func outcomes(
        of line: String, after lines: [String], _ action: Recorder.Action, query sql: String
    ) throws -> [Outcome] {
        func prepared() throws -> (Recorder, Shop) {
            let folder = try TemporaryFolder(inMemory: true)
            let recorder = try Recorder(folder)
            let shop = try Shop(folder: folder)
            for line in lines { shop.type(line) }
            return (recorder, shop)
        }
        let (recorder, shop) = try prepared()
        recorder.arm(.nothing, at: .max)
        shop.type(line)
        let count = recorder.passed
        #expect(count > Self.lastOperations)
        return try (0..<Self.lastOperations).map { back in
            let (recorder, shop) = try prepared()
            recorder.arm(action, at: count - back)
            let said = shop.type(line)
            #expect(recorder.hasFired)
            recorder.disarm()
            let written = try recorder.askSaved([sql], in: try TemporaryFolder(inMemory: true))
            return Outcome(said: said, isWritten: written == [1])
        }
    }

    @Test("a sale whose commit fails is not sold, or sold after all: what is said is so")
    func sale() throws {
        let sql = "SELECT count(*) FROM bill"
        for action in [Recorder.Action.fail, .doAndFail] {
            let outcomes = try outcomes(
                of: "cash 100", after: [Shop.codeB], action, query: sql)
            for outcome in outcomes {
                let sold = outcome.said.contains { $0.hasPrefix("BILL-2601000001   total ₹100.00") }
                let refused = outcome.said.contains { $0.hasPrefix("Not saved: ") }
                #expect(sold == outcome.isWritten && refused == !sold, "\(outcome)")
            }
            let unknown = outcomes.filter(\.isUnknown)
            // Both ends of not knowing are met: what the disk refused, and what it did.
            #expect(
                unknown.contains { $0.isWritten == (action == .doAndFail) }, "\(outcomes)")
        }
    }

    @Test("cash that was put into the drawer is known to be in the books, or not to be")
    func movement() throws {
        let sql = "SELECT count(*) FROM cash_movement"
        for action in [Recorder.Action.fail, .doAndFail] {
            let outcomes = try outcomes(
                of: "payin 500 float", after: [], action, query: sql)
            for outcome in outcomes {
                let refused = outcome.said.contains { $0.hasPrefix("Not saved: ") }
                let saved = outcome.said.contains {
                    $0.hasPrefix("₹500.00 put") || $0.contains("but the last input was saved")
                }
                #expect(saved == outcome.isWritten && refused == !saved, "\(outcome)")
            }
            #expect(
                outcomes.contains { $0.isUnknown && $0.isWritten == (action == .doAndFail) },
                "\(outcomes)")
        }
    }
}
