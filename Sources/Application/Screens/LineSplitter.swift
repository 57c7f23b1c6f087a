/// The bytes of a script cut into lines, however they were cut into reads; bounded in memory.
struct LineSplitter {
    /// What a line turned out to be.
    enum Piece: Hashable {
        case line(String)
        /// Longer than `LineLimit.bytes`; its content was let go.
        case tooLong(number: Int)
        /// Not UTF-8.
        case notText(number: Int)
    }

    private var current: [UInt8] = []
    private var isTooLong = false
    private var number = 1

    private static let newline = UInt8(ascii: "\n")
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The lines that these bytes complete.
    mutating func feed(_ bytes: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: Self.newline) {
            take(rest[..<end])
            pieces.append(close())
            rest = rest[(end + 1)...]
        }
        take(rest)
        return pieces
    }

    /// The last line, if the script does not end with a newline.
    mutating func finish() -> Piece? {
        current.isEmpty && !isTooLong ? nil : close()
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        guard !isTooLong else { return }
        // One more for a carriage return and three for a byte order mark.
        isTooLong = current.count + bytes.count > LineLimit.bytes + 4
        if isTooLong { current = [] } else { current += bytes }
    }

    private mutating func close() -> Piece {
        defer {
            current = []
            isTooLong = false
            number += 1
        }
        if current.last == UInt8(ascii: "\r") { current.removeLast() }
        if number == 1, current.starts(with: Self.byteOrderMark) { current.removeFirst(3) }
        guard !isTooLong, current.count <= LineLimit.bytes else { return .tooLong(number: number) }
        guard let line = String(validating: current, as: UTF8.self) else {
            return .notText(number: number)
        }
        return .line(line)
    }
}
