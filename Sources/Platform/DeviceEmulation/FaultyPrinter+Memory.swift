extension FaultyPrinter {
    /// The pictures that a printer keeps without power, as Epson's reference of `GS ( L` says.
    struct Memory {
        /// What it keeps: a picture's dots by its two letters.
        var pictures: [[UInt8]: [UInt8]] = [:]
        /// How often it was written to: each picture stored or removed.
        var writings = 0
        /// Whether it has no room: what is sent to be kept is lost without a word.
        var isFull = false
        /// Whether it does not know the question what it keeps.
        var isMute = false
        /// How many pictures a block of its list has.
        var pictureCountOfBlock = 40
        /// How often a picture was asked for that it does not keep: nothing is printed then.
        var missed = 0
        /// How often something else came where an answer to a block of its list was due.
        var interruptions = 0

        private var tail: [UInt8] = []
        private var graphics: [UInt8] = []
        private var lacking = 0
        private var blocks: [[UInt8]] = []

        /// Takes a byte; gives what the printer says to it, and whether the byte was data of a picture.
        mutating func take(_ byte: UInt8) -> (words: [UInt8], isData: Bool) {
            if lacking > 0 {
                lacking -= 1
                graphics.append(byte)
                if lacking == 0 { keep() }
                return ([], true)
            }
            guard blocks.isEmpty else { return (goOn(byte), true) }
            tail = tail.suffix(10) + [byte]
            if tail.suffix(7).starts(with: [0x1D, 0x38, 0x4C]) {
                lacking = tail.suffix(4).reversed().reduce(0) { $0 << 8 + Int($1) }
                graphics = []
            }
            return (obey(), false)
        }

        private mutating func obey() -> [UInt8] {
            if tail.suffix(9).elementsEqual([0x1D, 0x28, 0x4C, 4, 0, 48, 64, 75, 67]), !isMute {
                blocks = list()
                return blocks[0]
            }
            let letters = Array(tail.suffix(2))
            if tail.suffix(9).starts(with: [0x1D, 0x28, 0x4C, 4, 0, 48, 66]) {
                writings += 1
                pictures[letters] = nil
            } else if tail.suffix(11).starts(with: [0x1D, 0x28, 0x4C, 6, 0, 48, 69]),
                pictures[Array(tail.suffix(4).prefix(2))] == nil
            {
                missed += 1
            }
            return []
        }

        /// `GS 8 L` is complete: function 67 keeps it.
        private mutating func keep() {
            guard graphics.count > 11, graphics[0] == 48, graphics[1] == 67 else { return }
            writings += 1
            guard !isFull else { return }
            pictures[Array(graphics[3...4])] = Array(graphics[11...])
        }

        private func list() -> [[UInt8]] {
            let letters = pictures.keys.sorted { $0.lexicographicallyPrecedes($1) }
            let starts = Array(stride(from: 0, to: max(letters.count, 1), by: pictureCountOfBlock))
            return starts.map { start in
                let isLast = start == starts.last
                return [0x37, 0x72, isLast ? 0x40 : 0x41]
                    + letters.dropFirst(start).prefix(pictureCountOfBlock).joined() + [0]
            }
        }

        /// The host's answer to a block: `ACK` asks for the next one, `CAN` ends the list.
        private mutating func goOn(_ byte: UInt8) -> [UInt8] {
            if byte == 0x06 { blocks.removeFirst() } else { blocks = [] }
            if byte != 0x06, byte != 0x18 { interruptions += 1 }
            return blocks.first ?? []
        }
    }
}
