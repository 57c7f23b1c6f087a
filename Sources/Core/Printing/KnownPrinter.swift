/// What a till knows of its printer, as others may read it.
package struct KnownPrinter: Hashable, Sendable {
    /// What a person calls it; empty while nobody has seen it.
    package var name: String
    /// How it is.
    package var state: PrinterState
    /// Why it is not there, as a sentence; nil while it is.
    package var reason: String?

    /// Gathers what is known; without arguments nothing is.
    package init(name: String = "", state: PrinterState = PrinterState(), reason: String? = nil) {
        self.name = name
        self.state = state
        self.reason = reason
    }
}
