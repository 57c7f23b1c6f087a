import Foundation

/// How much a test of chance does: its short form among the other tests, its long one in a campaign.
///
/// `GALLA_CAMPAIGN=1` asks for the long form, `GALLA_COUNT` for a number of one's own, and
/// `GALLA_SEED` for the seed to begin with; `make campaign` sets the first.
package enum Campaign {
    /// How often to try.
    package static func count(short: Int, long: Int) -> Int {
        number("GALLA_COUNT").map(Int.init) ?? (isOn ? long : short)
    }

    /// The seeds to try, one each.
    package static func seeds(short: Int, long: Int) -> Range<UInt64> {
        firstSeed..<firstSeed + UInt64(count(short: short, long: long))
    }

    /// The seed to begin with.
    package static var firstSeed: UInt64 { number("GALLA_SEED").map(UInt64.init) ?? 1 }

    /// Whether the long forms are asked for.
    package static var isOn: Bool { number("GALLA_CAMPAIGN") == 1 }

    private static func number(_ name: String) -> UInt32? {
        ProcessInfo.processInfo.environment[name].flatMap(UInt32.init)
    }
}
