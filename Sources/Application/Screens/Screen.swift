package import LineMode

/// What the till shows its rows on; called from any thread, never waits for a person.
package protocol Screen: Sendable {
    /// Shows rows in this order, after all that was shown before.
    ///
    /// Rows of one call stay together. A screen that is gone shows nothing and says nothing.
    func show(_ rows: [Row])

    /// Shows rows, and from then on this before the line being typed, at one stroke.
    ///
    /// The prompt is such as the bill's total; there may be no rows.
    func show(_ rows: [Row], prompt: String)
}
