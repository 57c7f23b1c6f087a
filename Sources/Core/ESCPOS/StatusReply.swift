/// One thing that a printer said on its way back, told apart from the others by its fixed bits.
///
/// Patterns: Citizen CT-S310 manual, page 310; Epson's tables for `DLE EOT`, `GS a`, `GS ( H`.
package enum StatusReply: Hashable, Sendable {
    /// The answer to a `DLE EOT`, `0xx1xx10`; which one was asked only the asker knows.
    case realTime(UInt8)
    /// The four bytes of an automatic status, `0xx1xx00` and three times `0xx0xxxx`.
    case automatic(AutomaticStatus)
    /// The answer to a `GS r` or `GS I`, `0xx0xxxx`.
    case inOrder(UInt8)
    /// The job of this process ID is on paper: `37 22 d1 d2 d3 d4 00`.
    case processed(ProcessID)
    /// Another block: its header, then text up to a zero.
    case block(header: UInt8, [UInt8])
    /// `XON` or `XOFF`.
    case flow(isOn: Bool)
    /// A byte that belongs to nothing: part of an answer was lost.
    case noise(UInt8)
}

/// The four bytes that a printer pushes when its state changes (`GS a`).
package struct AutomaticStatus: Hashable, Sendable {
    /// Drawer, offline, cover, paper feed.
    package let printer: UInt8
    /// Waiting for recovery, button, errors.
    package let error: UInt8
    /// Paper near its end, paper out.
    package let paper: UInt8
    /// Reserved.
    package let rest: UInt8

    /// Gathers the bytes in the order in which they come.
    package init(_ printer: UInt8, _ error: UInt8, _ paper: UInt8, _ rest: UInt8) {
        self.printer = printer
        self.error = error
        self.paper = paper
        self.rest = rest
    }
}

/// The four characters by which `GS ( H` names a job.
package struct ProcessID: Hashable, Sendable {
    /// Four printable characters.
    package let characters: [UInt8]

    /// Counts from "0001" to "9999" and begins again, as Epson's manual recommends.
    package init(number: Int64) {
        let digits = String(number % 9_999 + 1)
        characters = Array((String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
    }

    /// Takes what a printer sent; nil unless it is four characters of 20h to 7Eh.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == 4, bytes.allSatisfy({ 0x20...0x7E ~= $0 }) else { return nil }
        characters = Array(bytes)
    }
}
