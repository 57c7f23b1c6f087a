import ArgumentParser
import Foundation
import Linux
import Proofs
import Seeds

/// The proofs of the books, from an optimised build: a thousand histories a second, not fifty.
@main
struct GallaProof: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "galla-proof",
        abstract: "Proves what the books promise, by chance, and says the seed of what fails.",
        discussion: """
            GALLA_SEED names the first seed, GALLA_COUNT how much is tried and GALLA_CAMPAIGN=1 \
            asks for the long form; the progress says where a run that was ended goes on.
            """)

    @Argument(help: "The proofs: crash, flips, simulation, days; all of them if none is named.")
    var names: [Proof] = []

    @Option(help: "Processes that share the seeds.")
    var jobs = 1

    /// Prints a line for each proof and `proofs: N passed, N failed` at the end.
    func run() throws {
        var failed = 0
        let proofs = names.isEmpty ? Proof.allCases : names
        for proof in proofs where try !hold(proof) { failed += 1 }
        say("proofs: \(proofs.count - failed) passed, \(failed) failed")
        guard failed == 0 else { throw ExitCode(1) }
    }

    private func hold(_ proof: Proof) throws -> Bool {
        let count = Campaign.count(short: proof.counts.short, long: proof.counts.long)
        let seeds = UInt64((count + proof.perSeed - 1) / proof.perSeed)
        let all = Campaign.firstSeed..<Campaign.firstSeed + seeds
        guard jobs > 1 else { return try hold(proof, all) }
        let share = (seeds + UInt64(jobs) - 1) / UInt64(jobs)
        let shares = stride(from: all.lowerBound, to: all.upperBound, by: Int(share)).map {
            $0..<min($0 + share, all.upperBound)
        }
        let helpers = try shares.map { try Self.helper(proof, $0) }
        for (helper, seeds) in zip(helpers, shares) {
            helper.waitUntilExit()
            guard helper.terminationReason == .uncaughtSignal else { continue }
            say(
                "✘ \(proof.rawValue): the process of seeds \(seeds) died of signal "
                    + "\(helper.terminationStatus)")
        }
        return helpers.allSatisfy { $0.terminationStatus == 0 }
    }

    /// This program once more, with a part of the seeds.
    private static func helper(_ proof: Proof, _ seeds: Range<UInt64>) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [proof.rawValue]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "GALLA_SEED": "\(seeds.lowerBound)", "GALLA_COUNT": "\(seeds.count * proof.perSeed)",
        ]) { $1 }
        try process.run()
        return process
    }

    private func hold(_ proof: Proof, _ seeds: Range<UInt64>) throws -> Bool {
        let begun = Clocks.monotonicNanoseconds()
        var told = begun
        let fault = try proof.fault(in: seeds) { passed in
            let now = Clocks.monotonicNanoseconds()
            guard now - told > 30_000_000_000 else { return }
            told = now
            say("\(line(proof, passed, begun)); goes on at seed \(seeds.lowerBound + passed)")
        }
        if let fault {
            say("✘ \(proof.rawValue): \(fault)")
            return false
        }
        say("✔ \(line(proof, UInt64(seeds.count), begun)), none failed; seeds \(seeds)")
        return true
    }

    private func line(_ proof: Proof, _ passed: UInt64, _ begun: UInt64) -> String {
        let seconds = Double(Clocks.monotonicNanoseconds() - begun) / 1e9
        let count = Int(passed) * proof.perSeed
        return "\(proof.rawValue): \(count) \(proof.unit), "
            + "\(Int(Double(count) / seconds)) a second"
    }

    /// Says it at once, whoever listens.
    private func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}

extension Proof: ExpressibleByArgument {}
