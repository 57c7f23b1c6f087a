import Synchronization

/// Counts from one, for any thread.
package final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    /// Makes a counter that has counted nothing.
    package init() {}

    /// The next number.
    package func next() -> Int {
        value.add(1, ordering: .relaxed).newValue
    }
}
