/// Decodes what came out of one port, whatever its way: for recordings and for whoever watches.
///
/// It uses the decoders that drivers use, in the same order of calls, so that a replayed scan is
/// the scan that the till got.
package struct PortDecoder: Sendable {
    private var decoder: Decoder

    private enum Decoder {
        case keys(KeyDecoder)
        case bytes(ByteFramer)
        case reports(HIDPOSDecoder)
    }

    /// Makes a decoder for a port that has sent nothing yet; refuses a descriptor that is no scanner's.
    package init(port: ScannerPort, settings: ScanSettings) throws(HIDPOSDescriptorError) {
        switch port.detail {
        case .keys: decoder = .keys(KeyDecoder(settings: settings))
        case .line: decoder = .bytes(ByteFramer(settings: settings))
        case .descriptor(let bytes):
            let layout = try HIDPOSLayout(descriptor: bytes)
            decoder = .reports(HIDPOSDecoder(layout: layout, settings: settings))
        }
    }

    /// Takes what happened next at a time in nanoseconds; `deliver` gets what is complete or lost.
    package mutating func take(
        _ what: RecordedEvent.What, at time: UInt64, deliver: (Decoded) -> Void
    ) {
        switch decoder {
        case .keys(var keys):
            Self.take(what, at: time, by: &keys, deliver)
            decoder = .keys(keys)
        case .bytes(var framer):
            Self.take(what, at: time, by: &framer, deliver)
            decoder = .bytes(framer)
        case .reports(var reports):
            Self.take(what, at: time, by: &reports, deliver)
            decoder = .reports(reports)
        }
    }

    /// When what has arrived so far is all there is, in nanoseconds; nil when there is nothing.
    package var deadline: UInt64? {
        switch decoder {
        case .keys(let keys): keys.deadline
        case .bytes(let framer): framer.deadline
        case .reports(let reports): reports.deadline
        }
    }

    /// Ends what has arrived if its deadline has passed.
    package mutating func expire(at now: UInt64) -> Decoded? {
        switch decoder {
        case .keys(var keys):
            defer { decoder = .keys(keys) }
            return keys.expire(at: now)
        case .bytes(var framer):
            defer { decoder = .bytes(framer) }
            return framer.expire(at: now)
        case .reports(var reports):
            defer { decoder = .reports(reports) }
            return reports.expire(at: now)
        }
    }

    /// How the scan arrived that was completed last.
    package var traits: ScanTraits {
        switch decoder {
        case .keys(let keys): keys.traits
        case .bytes(let framer): framer.traits
        case .reports(let reports): reports.traits
        }
    }

    private static func take(
        _ what: RecordedEvent.What, at time: UInt64, by keys: inout KeyDecoder,
        _ deliver: (Decoded) -> Void
    ) {
        switch what {
        case .input(let type, let code, let value):
            let event = InputEvent(type: type, code: code, value: value, time: time)
            if let decoded = keys.feed(event) { deliver(decoded) }
        case .held(let codes): keys.resynchronise { codes.contains($0) }
        case .unplugged: if let decoded = keys.unplug() { deliver(decoded) }
        case .plugged, .report, .bytes: break
        }
    }

    private static func take(
        _ what: RecordedEvent.What, at time: UInt64, by framer: inout ByteFramer,
        _ deliver: (Decoded) -> Void
    ) {
        switch what {
        case .bytes(let bytes): framer.feed(bytes, at: time, deliver: deliver)
        case .unplugged: if let decoded = framer.unplug() { deliver(decoded) }
        case .plugged, .input, .held, .report: break
        }
    }

    private static func take(
        _ what: RecordedEvent.What, at time: UInt64, by reports: inout HIDPOSDecoder,
        _ deliver: (Decoded) -> Void
    ) {
        switch what {
        case .report(let bytes): reports.feed(bytes, at: time, deliver: deliver)
        case .unplugged: if let decoded = reports.unplug() { deliver(decoded) }
        case .plugged, .input, .held, .bytes: break
        }
    }
}
