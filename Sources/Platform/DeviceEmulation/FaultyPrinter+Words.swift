extension FaultyPrinter {
    /// How a printer that speaks is, and what it has been asked within its data.
    struct Mouth {
        /// What it answers to `DLE EOT` 1 to 4, as an online printer with paper would.
        var answers: [UInt8: UInt8] = [1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12]
        /// Its paper sensors for `GS r 1`.
        var paper: UInt8 = 0
        /// Whether the jobs' ends are kept back until the paper is there.
        var isOffline = false
        /// Answers that wait for the printer to be online again.
        var keptBack: [UInt8] = []
        /// Whether the next of these answers gets lost on its way.
        var losesNextAnswer = false
        /// What the host has not heard yet.
        var words: [UInt8] = []
        /// The pictures that it keeps.
        var memory = Memory()
        private var tail: [UInt8] = []

        /// Looks for questions in what the printer takes, as it finds them inside data too.
        mutating func listen(_ bytes: ArraySlice<UInt8>) {
            for byte in bytes {
                let (said, isData) = memory.take(byte)
                if !said.isEmpty { say(inOrder: said) }
                tail = tail.suffix(10) + [byte]
                if tail.suffix(3).starts(with: [0x10, 0x04]), let answer = answers[byte] {
                    words.append(answer)
                } else if isData {
                    continue
                } else if tail.suffix(3).starts(with: [0x1D, 0x72]) {
                    say(inOrder: [paper])
                } else if tail.count == 11, tail.starts(with: [0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30])
                {
                    say(inOrder: [0x37, 0x22] + tail.suffix(4) + [0])
                }
            }
        }

        /// Comes online again, and says what was kept back.
        mutating func comeOnline() {
            isOffline = false
            words += keptBack
            keptBack = []
        }

        private mutating func say(inOrder bytes: [UInt8]) {
            guard !losesNextAnswer else {
                losesNextAnswer = false
                return
            }
            if isOffline { keptBack += bytes } else { words += bytes }
        }
    }
}
