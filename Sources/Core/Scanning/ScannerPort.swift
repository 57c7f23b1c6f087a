/// One open way into a scanner, as a recording describes it.
package struct ScannerPort: Hashable, Sendable {
    /// Whose port it is; a scanner may have more than one.
    package let scanner: ScannerIdentity
    /// The kind of data that comes out of it.
    package let way: ScannerWay
    /// Its node under `/dev`, which is another one each time it is plugged in.
    package let node: String
    /// What the decoder must know of it to read the same data again.
    package let detail: Detail

    /// What tells how to read a port's data.
    package enum Detail: Hashable, Sendable {
        /// The codes of the keys that the device has, ascending.
        case keys([UInt16])
        /// Speed and framing of the line, as people write them: `9600 8N1`.
        case line(String)
        /// The HID report descriptor, byte for byte.
        case descriptor([UInt8])
    }

    /// Gathers what is known when a port is opened.
    package init(scanner: ScannerIdentity, way: ScannerWay, node: String, detail: Detail) {
        self.scanner = scanner
        self.way = way
        self.node = node
        self.detail = detail
    }
}
