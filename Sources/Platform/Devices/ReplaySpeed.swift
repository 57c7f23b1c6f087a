/// How fast a recording is played.
package enum ReplaySpeed: Hashable, Sendable {
    /// So many times as fast as it happened.
    case times(Double)
    /// Without waiting.
    case unlimited

    /// As fast as it happened.
    package static let recorded = ReplaySpeed.times(1)

    /// Reads `max`, or a number from 0.01 to 10000; nil for anything else.
    package init?(_ text: String) {
        if text == "max" {
            self = .unlimited
        } else if let times = Double(text), times >= 0.01, times <= 10_000 {
            self = .times(times)
        } else {
            return nil
        }
    }

    /// Nanoseconds after the beginning at which a recorded moment is due; nil: at once.
    package func due(at microseconds: UInt64) -> UInt64? {
        switch self {
        case .times(let times): UInt64(Double(microseconds) * 1000 / times)
        case .unlimited: nil
        }
    }
}
