/// A table of 256 characters that a printer has built in: which byte stands for which character.
package struct CodePage: Sendable {
    /// The name people know it by.
    package let name: String
    /// The number by which `ESC t` chooses it; makers disagree on numbers.
    package let number: UInt8
    /// The bytes by scalar.
    let bytes: Table
    /// The characters of 80h to FFh; a space where there is none.
    package let upperHalf: [Unicode.Scalar]

    /// The byte of each scalar; small enough to be passed around on its own.
    struct Table: Sendable {
        static let limit = 0x3000
        /// The byte of each scalar below `limit`; 0 where there is none.
        fileprivate var bytes = [UInt8](repeating: 0, count: limit)

        func byte(ofValue value: UInt32) -> UInt8? {
            guard value < bytes.count else { return nil }
            let byte = bytes[Int(value)]
            return byte == 0 ? nil : byte
        }
    }

    /// Takes the 128 characters above ASCII in order; a space stands for a byte without one.
    package init(name: String, number: UInt8, upperHalf: String) {
        let upper = Array(upperHalf.unicodeScalars)
        precondition(upper.count == 128, "a code page has 128 characters above ASCII")
        var bytes = Table()
        for value in 0x20...0x7E { bytes.bytes[value] = UInt8(value) }
        for (index, scalar) in upper.enumerated() where scalar != " " {
            bytes.bytes[Int(scalar.value)] = UInt8(0x80 + index)
        }
        self.name = name
        self.number = number
        self.bytes = bytes
        self.upperHalf = upper
    }

    /// A page whose characters are known here, under the number that a printer gives it.
    package init?(named name: String, number: UInt8) {
        guard let upperHalf = CodePageTables.upperHalves[name] else { return nil }
        self.init(name: name, number: number, upperHalf: upperHalf)
    }

    /// The pages whose characters are known here.
    package static var knownNames: [String] { CodePageTables.upperHalves.keys.sorted() }

    /// The byte that prints a scalar; nil where the page lacks it or it is a control character.
    package func byte(of scalar: Unicode.Scalar) -> UInt8? {
        bytes.byte(ofValue: scalar.value)
    }

    /// IBM 858, West European with box drawing, which nearly every receipt printer has as 19.
    ///
    /// Number: Epson's `ESC t` table.
    package static let pc858 = CodePage(
        name: "PC858", number: 19, upperHalf: CodePageTables.upperHalves["PC858"] ?? "")
}

extension CodePage: Hashable {
    package static func == (one: CodePage, other: CodePage) -> Bool {
        one.name == other.name && one.number == other.number && one.upperHalf == other.upperHalf
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(number)
    }
}
