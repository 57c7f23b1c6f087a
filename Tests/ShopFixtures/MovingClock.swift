package import Billing
import Synchronization
package import Till

/// A clock that goes on when it is told to, in a shop whose wall shows UTC.
package final class MovingClock: TillClock {
    private let seconds: Mutex<Int64>
    private let references = Counter()

    /// Starts at a moment, in seconds since 1970.
    package init(seconds: Int64) { self.seconds = Mutex(seconds) }

    /// Lets so many seconds pass; fewer than none is a clock that was set back.
    package func advance(by more: Int64) { seconds.withLock { $0 += more } }

    package func now() -> TillMoment {
        let seconds = seconds.withLock { $0 }
        guard let civil = CivilTime(localSeconds: seconds) else {
            preconditionFailure("a time that exists")
        }
        return TillMoment(civil: civil, milliseconds: seconds * 1_000)
    }

    package func newReference() -> SaleReference { SaleReference("sale-\(references.next())") }
}
