/// Plays a recording through the decoders, step by step; how long a step waits is the caller's affair.
///
/// Times of steps are those of the recording, so that decoding gives the same at any speed.
package struct RecordingPlayer: Sendable {
    /// One moment of a recording.
    package struct Step: Hashable, Sendable {
        /// When, in microseconds since the recording began.
        package let microseconds: UInt64
        /// What happened; nil where only time has passed and a scan ended by it.
        package let what: RecordedEvent.What?
        /// What the decoder found, each with how it arrived.
        package let found: [Finding]
    }

    /// What a decoder found, and how it arrived.
    package struct Finding: Hashable, Sendable {
        /// The scan, or what was thrown away.
        package let decoded: Decoded
        /// How the scan arrived; of the one before if something was thrown away.
        package let traits: ScanTraits
    }

    private let fresh: PortDecoder
    private var decoder: PortDecoder
    private var events: ArraySlice<RecordedEvent>
    private var lastMicroseconds: UInt64 = 0

    /// Prepares to play from the beginning; refuses a HID descriptor that is no scanner's.
    package init(
        _ recording: Recording, settings: ScanSettings
    ) throws(HIDPOSDescriptorError) {
        fresh = try PortDecoder(port: recording.port, settings: settings)
        decoder = fresh
        events = recording.events[...]
    }

    /// The next step; nil at the end, when also the last silence has been waited for.
    package mutating func next() -> Step? {
        let deadline = decoder.deadline.map { $0 / 1000 + 1 }
        if let deadline, deadline < events.first?.microseconds ?? .max {
            return step(at: max(deadline, lastMicroseconds), nil)
        }
        guard let event = events.popFirst() else { return nil }
        if event.what == .plugged { decoder = fresh }
        return step(at: event.microseconds, event.what)
    }

    private mutating func step(at microseconds: UInt64, _ what: RecordedEvent.What?) -> Step {
        lastMicroseconds = microseconds
        var found: [Finding] = []
        let nanoseconds = microseconds * 1000
        if let what {
            var decoded: [Decoded] = []
            decoder.take(what, at: nanoseconds) { decoded.append($0) }
            found = decoded.map { Finding(decoded: $0, traits: decoder.traits) }
        } else if let decoded = decoder.expire(at: nanoseconds) {
            found = [Finding(decoded: decoded, traits: decoder.traits)]
        }
        return Step(microseconds: microseconds, what: what, found: found)
    }
}

extension Recording {
    /// What decoding finds in it, in order.
    package func outcomes(
        settings: ScanSettings
    ) throws(HIDPOSDescriptorError) -> [ExpectedOutcome] {
        var player = try RecordingPlayer(self, settings: settings)
        var outcomes: [ExpectedOutcome] = []
        while let step = player.next() {
            outcomes += step.found.map { ExpectedOutcome($0.decoded) }
        }
        return outcomes
    }
}
