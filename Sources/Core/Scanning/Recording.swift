/// What one scanner did, with times: a field problem that can be replayed and becomes a test.
///
/// The text form is described in `docs/recordings.md`; `Recording(text:)` reads it and `text`
/// writes it, and reading what was written gives the same value.
package struct Recording: Hashable, Sendable {
    /// What a person should know of it, a line each, without line ends.
    package var notes: [String]
    /// The scanner, and the way its data took.
    package var port: ScannerPort
    /// How its events are to be decoded: words of the section `[scanner]` and their values.
    package var settings: [RecordedSetting]
    /// What decoding has to find, in order; nil when the recording does not say.
    package var expected: [ExpectedOutcome]?
    /// What happened, in the order of time.
    package var events: [RecordedEvent]

    /// Gathers a recording.
    package init(
        notes: [String] = [], port: ScannerPort, settings: [RecordedSetting] = [],
        expected: [ExpectedOutcome]? = nil, events: [RecordedEvent] = []
    ) {
        self.notes = notes
        self.port = port
        self.settings = settings
        self.expected = expected
        self.events = events
    }
}
