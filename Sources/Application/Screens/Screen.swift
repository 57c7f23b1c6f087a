package import LineMode

/// What the till shows its rows on; called from any thread, never waits for a person.
package protocol Screen: Sendable {
    /// Shows rows in this order, after all that was shown before.
    ///
    /// Rows of one call stay together. A screen that is gone shows nothing and says nothing.
    func show(_ rows: [Row])

    /// Says what stands before the line being typed from now on, such as the bill's total.
    func setPrompt(_ text: String)

    /// Shows rows and what stands before the line being typed after them, at one stroke.
    func show(_ rows: [Row], prompt: String)
}
