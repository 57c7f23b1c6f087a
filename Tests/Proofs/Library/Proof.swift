import Seeds

/// The proofs of the books that have a long form, each by its name.
package enum Proof: String, CaseIterable, Sendable {
    /// Power cuts.
    case crash
    /// Flipped bits.
    case flips
    /// Kills and failing writes.
    case simulation
    /// Random days.
    case days

    /// What is counted.
    package var unit: String {
        switch self {
        case .crash: "crash images"
        case .flips: "flipped bits"
        case .simulation: "histories"
        case .days: "days"
        }
    }

    /// How many the tests try, and how many a campaign.
    package var counts: (short: Int, long: Int) {
        switch self {
        case .crash: (5_000, 1_000_000)
        case .flips: (200, 10_000)
        case .simulation: (10_000, 1_000_000)
        case .days: (1_000, 100_000)
        }
    }

    /// How many of them one seed makes.
    package var perSeed: Int {
        switch self {
        case .crash: CrashProof.imagesPerRun
        case .flips: 100
        case .simulation: 1
        case .days: DayProof.daysPerShop
        }
    }

    /// Tries the seeds one after the other, from the first; answers the first fault, if any.
    ///
    /// `tell` hears after each seed how many have passed. Throws when no proof could be made at all.
    package func fault(
        in seeds: Range<UInt64>, tell: (_ passed: UInt64) -> Void
    ) throws -> String? {
        switch self {
        case .crash: return try Self.crashFault(in: seeds, tell)
        case .flips: return try Self.flipFault(in: seeds, tell)
        case .simulation: return try Self.simulationFault(in: seeds, tell)
        case .days:
            let proof = try DayProof()
            for seed in seeds {
                do { try proof.run(seed: seed) } catch { return "\(error)" }
                tell(seed - seeds.lowerBound + 1)
            }
            return nil
        }
    }

    private static func crashFault(
        in seeds: Range<UInt64>, _ tell: (UInt64) -> Void
    ) throws -> String? {
        let proof = try CrashProof()
        for seed in seeds {
            try proof.run(seed: seed)
            guard proof.findings.isClean else { return proof.findings.first ?? "unclean" }
            tell(seed - seeds.lowerBound + 1)
        }
        return nil
    }

    private static func flipFault(
        in seeds: Range<UInt64>, _ tell: (UInt64) -> Void
    ) throws -> String? {
        for seed in seeds {
            // Other books for each seed.
            let books = try FlippedBooks(seed: seed, steps: 60)
            var random = SeededGenerator(seed: seed)
            var found = 0
            while found < Self.flips.perSeed {
                switch try books.flip(with: &random) {
                case .harmless: continue
                case .found: found += 1
                case .missed(let what): return "seed \(seed): \(what) was not found"
                }
            }
            tell(seed - seeds.lowerBound + 1)
        }
        return nil
    }

    private static func simulationFault(
        in seeds: Range<UInt64>, _ tell: (UInt64) -> Void
    ) throws -> String? {
        let proof = try SimulationProof()
        for seed in seeds {
            let history = History(seed: seed, length: SimulationProof.length)
            guard proof.fault(in: history) == nil else {
                return proof.report(history, seed: seed).text
            }
            tell(seed - seeds.lowerBound + 1)
        }
        return nil
    }
}
