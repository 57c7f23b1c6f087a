/// Money, goods and numbers over random days.
package final class DayProof {
    /// How many days one shop lives.
    package static let daysPerShop = 8
    private static let stepsPerDay = 25

    private let place: Days.Place

    /// Makes the place that all shops are opened in.
    package init() throws { place = try Days.Place() }

    /// Plays the days of a seed's shop; throws what they proved wrong.
    package func run(seed: UInt64) throws {
        let shop = try Days(seed: seed, in: place)
        for _ in 0..<Self.daysPerShop { try shop.play(steps: Self.stepsPerDay) }
        try shop.close()
    }
}
