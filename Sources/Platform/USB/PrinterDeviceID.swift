/// Who a printer says it is (IEEE 1284 device ID, as GET_DEVICE_ID answers it).
package struct PrinterDeviceID: Hashable, Sendable {
    /// The keys in upper case with their values, the first of each key.
    package let values: [String: String]

    /// Reads a reply; nil for one too short to have a length.
    ///
    /// Two bytes of length, big-endian and counting themselves, then `KEY:value;…`. A length
    /// beyond the reply's end is taken as the reply's own: the request cuts long ones.
    package init?(reply: [UInt8]) {
        guard reply.count >= 2 else { return nil }
        let stated = Int(reply[0]) << 8 | Int(reply[1])
        let text = String(decoding: reply.prefix(max(stated, 2)).dropFirst(2), as: UTF8.self)
        var values: [String: String] = [:]
        for pair in text.split(separator: ";") {
            guard let colon = pair.firstIndex(of: ":") else { continue }
            let key = String(pair[..<colon].uppercased().drop { $0 == " " })
            if values[key] == nil { values[key] = String(pair[pair.index(after: colon)...]) }
        }
        self.values = values
    }

    /// The maker's name.
    package var manufacturer: String? { values["MFG"] ?? values["MANUFACTURER"] }
    /// The model's name.
    package var model: String? { values["MDL"] ?? values["MODEL"] }
    /// The languages it understands; receipt printers say `ESC/POS`.
    package var commandSet: String? { values["CMD"] ?? values["COMMAND SET"] }
}
