package import Kiosk

/// What a kiosk shows its pages on; called from the till's thread, never waits for a person.
package protocol KioskDisplay: Sendable {
    /// Shows a page in place of the one before.
    func show(_ page: KioskPage)

    /// Gives the screen back, as it was.
    func close()
}
