/// What lines of a TOML file are made of, so that a fuzzer comes past its grammar.
struct TOMLWords: Sendable {
    /// What stands in brackets above keys.
    let headers: [String]
    /// Keys.
    let words: [String]
    /// Values.
    let values: [String]

    /// Lines of these words and values, some of them of bytes that nobody wrote.
    func lines(_ input: inout FuzzInput, atMost count: Int) -> [UInt8] {
        var lines: [UInt8] = []
        for _ in 0..<count where !input.isEmpty {
            let kind = Int(input.byte())
            switch kind & 7 {
            case 0:
                lines += Array("[\(one(of: headers, &input))]".utf8)
            case 1:
                lines += input.bytes(atMost: kind >> 3)
            case 2:
                lines += Array("\(one(of: words, &input)) = \"".utf8)
                lines += input.bytes(atMost: kind >> 3) + [0x22]
            case 3:
                lines += Array("\(one(of: words, &input)) = ".utf8)
                lines += Array("\(Int16(bitPattern: input.number()))".utf8)
            default:
                lines += Array("\(one(of: words, &input)) = ".utf8)
                lines += Array(one(of: values, &input).utf8)
            }
            lines.append(0x0A)
        }
        return lines
    }

    private func one(of choices: [String], _ input: inout FuzzInput) -> String {
        choices[Int(input.byte()) % choices.count]
    }
}

/// How many lines a file of these bytes has.
func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == 0x0A } + 1
}

/// A sentence goes to a terminal and a log: it must not command them, nor fill them.
func promiseHarmless(_ sentence: String) {
    promise(!sentence.isEmpty && sentence.utf8.count <= 1_000, "a sentence that can be read")
    promise(
        sentence.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            || !sentence.unicodeScalars.contains {
                switch $0.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: true
                // Scripts need joiners; nobody's message needs to turn the direction of writing.
                case .format:
                    (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
                default: false
                }
            }, "a sentence commands no terminal")
}
