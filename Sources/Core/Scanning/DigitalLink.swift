/// A web address that carries GS1 elements (GS1 Digital Link: URI Syntax): `/01/…/10/…?17=…`.
enum DigitalLink {
    /// Reads the elements of an address; nil when it is none or names no product in its path.
    ///
    /// Whose address it is does not matter. Pairs follow `/01/` in the path; in the query a name
    /// of digits is an identifier and everything else is left alone, as is what GS1 may add later:
    /// the ends of these values are never in doubt.
    static func elements(_ payload: [UInt8]) throws(ScannedCodeError) -> [GS1Element]? {
        guard let address = withoutScheme(payload) else { return nil }
        let bare = address.prefix { $0 != 0x23 }
        let path = bare.prefix { $0 != 0x3F }
        let query = bare.dropFirst(path.count + 1)
        let segments = path.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst()
        guard let start = segments.firstIndex(where: { $0.elementsEqual([0x30, 0x31]) }) else {
            return nil
        }
        var elements: [GS1Element] = []
        var rest = segments[start...]
        while let identifier = rest.popFirst() {
            // A slash at the end of the path leaves one empty segment behind.
            guard let value = rest.popFirst() else {
                guard identifier.isEmpty else { throw .wrongPath }
                break
            }
            elements.append(try element(identifier, value))
        }
        for pair in query.split(whereSeparator: { $0 == 0x26 || $0 == 0x3B }) {
            let name = pair.prefix { $0 != 0x3D }
            guard isKnown(name) else { continue }
            elements.append(try element(name, pair.dropFirst(name.count + 1)))
        }
        return elements
    }

    private static func withoutScheme(_ payload: [UInt8]) -> ArraySlice<UInt8>? {
        for scheme in ["https://", "http://"] {
            let start = payload.prefix(scheme.utf8.count)
            let lowered = start.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
            if lowered.elementsEqual(scheme.utf8) { return payload[start.endIndex...] }
        }
        return nil
    }

    private static func isKnown(_ name: ArraySlice<UInt8>) -> Bool {
        name.allSatisfy { 0x30...0x39 ~= $0 }
            && GS1Rule.rule(for: name)?.identifierLength == name.count
    }

    private static func element(
        _ identifier: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>
    ) throws(ScannedCodeError) -> GS1Element {
        // A `+` is a plus sign: these values are not a form's.
        guard let decoded = PercentEncoding.bytes(of: value) else {
            throw .wrongPercent(EscapedBytes.text(of: value))
        }
        return try GS1Element(
            identifier, value: GS1Reader.filled(decoded[...], for: identifier))
    }
}
