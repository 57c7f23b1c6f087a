/// What the decoding of a recording has to find.
package enum ExpectedOutcome: Hashable, Sendable {
    /// A complete scan with these bytes.
    case scan([UInt8])
    /// A part that is thrown away, for the reason of this name (`Discard.word`).
    case discard(String)

    /// What a decoder found, as it would be expected.
    package init(_ decoded: Decoded) {
        switch decoded {
        case .payload(let bytes): self = .scan(bytes)
        case .discarded(let reason): self = .discard(reason.word)
        }
    }

    /// What a driver told, as it would be expected; nil for news of another kind.
    package init?(_ event: ScannerEvent) {
        switch event {
        case .scanned(let scan): self = .scan(scan.payload)
        case .discarded(_, let reason): self = .discard(reason.word)
        case .connected, .disconnected, .refused: return nil
        }
    }

    /// The outcome in a message.
    package var shown: String {
        switch self {
        case .scan(let bytes): "the scan \(ShownPayload.text(of: bytes))"
        case .discard(let word): "a part thrown away (\(word))"
        }
    }
}

extension ScannerEvent.Discard {
    /// The reason's name in recordings and JSON.
    package var word: String {
        switch self {
        case .eventsLost: "events-lost"
        case .unplugged: "unplugged"
        case .timedOut: "timed-out"
        case .tooLong: "too-long"
        case .malformed: "malformed"
        case .unknownKey: "unknown-key"
        case .unknownNumber: "unknown-number"
        }
    }
}
