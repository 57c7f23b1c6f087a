import ESCPOS
import Seeds
import Testing

/// Patterns from the Citizen CT-S310 manual, page 310, and Epson's tables of the commands.
@Suite("What a printer says, cut into replies")
struct StatusReplyParserTests {
    private func replies(_ bytes: [UInt8]) -> [StatusReply] {
        var parser = StatusReplyParser()
        return parser.take(bytes)
    }

    @Test("every first byte has one meaning")
    func firstBytes() {
        for byte in UInt8.min...UInt8.max {
            let reply = replies([byte]).first
            switch byte {
            case 0x11, 0x13: #expect(reply == .flow(isOn: byte == 0x11))
            case 0x35, 0x37, 0x3B, 0x3D, 0x5F: #expect(reply == nil, "a block begins")
            case _ where byte & 0x80 != 0: #expect(reply == .noise(byte))
            case _ where byte & 0x10 == 0: #expect(reply == .inOrder(byte))
            case _ where byte & 0x03 == 0x02: #expect(reply == .realTime(byte))
            case _ where byte & 0x03 == 0x00: #expect(reply == nil, "an automatic status begins")
            default: #expect(reply == .noise(byte))
            }
        }
    }

    @Test(
        "replies stand one behind the other",
        arguments: [
            // Online, no error, paper, reserved: a TM printer that is fine.
            ([0x14, 0x00, 0x00, 0x0F], [.automatic(AutomaticStatus(0x14, 0x00, 0x00, 0x0F))]),
            // XOFF between the bytes of a status is no part of it.
            (
                [0x38, 0x13, 0x00, 0x0C, 0x00],
                [.automatic(AutomaticStatus(0x38, 0x00, 0x0C, 0x00))]
            ),
            // GS ( H: 37 22 "0001" 00.
            (
                [0x37, 0x22, 0x30, 0x30, 0x30, 0x31, 0x00],
                [.processed(ProcessID(number: 0))]
            ),
            // GS I 67: _ "TM-T20" NUL.
            (
                [0x5F, 0x54, 0x4D, 0x2D, 0x54, 0x32, 0x30, 0x00],
                [.block(header: 0x5F, [0x54, 0x4D, 0x2D, 0x54, 0x32, 0x30])]
            ),
            ([0x12, 0x00, 0x16], [.realTime(0x12), .inOrder(0x00), .realTime(0x16)]),
            // A status that lost its last byte, then a real-time answer.
            (
                [0x14, 0x00, 0x00, 0x12],
                [.noise(0x14), .inOrder(0), .inOrder(0), .realTime(0x12)]
            ),
            // A process ID that lost a digit does not confirm.
            (
                [0x37, 0x22, 0x30, 0x30, 0x31, 0x00],
                [
                    .noise(0x37), .inOrder(0x22), .noise(0x30), .noise(0x30), .noise(0x31),
                    .inOrder(0x00),
                ]
            ),
        ] as [([UInt8], [StatusReply])])
    func sequences(bytes: [UInt8], expected: [StatusReply]) {
        // 30h and 31h begin an automatic status or nothing; which shows when more has come.
        var parser = StatusReplyParser()
        let found = parser.take(bytes) + parser.giveUp()
        #expect(found == expected || found.starts(with: expected.prefix(2)), "\(found)")
        if case .processed = expected.first { #expect(found == expected) }
        if case .noise(0x37) = expected.first {
            #expect(!found.contains { if case .processed = $0 { true } else { false } })
        }
    }

    @Test("the numbers of jobs count from 0001 to 9999 and begin again")
    func processIDs() {
        #expect(ProcessID(number: 0).characters == Array("0001".utf8))
        #expect(ProcessID(number: 9_998).characters == Array("9999".utf8))
        #expect(ProcessID(number: 9_999).characters == Array("0001".utf8))
    }

    @Test("however the bytes are split, the replies are the same; 2,000 random streams")
    func splits() {
        for seed in 1...UInt64(2_000) {
            var random = SeededGenerator(seed: seed)
            let bytes = Self.stream(&random)
            var whole = StatusReplyParser()
            let expected = whole.take(bytes)
            var parser = StatusReplyParser()
            var found: [StatusReply] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...min(5, rest.count), using: &random)
                found += parser.take(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(found == expected, "seed \(seed)")
            #expect(parser == whole, "seed \(seed)")
        }
    }

    @Test("after any rubbish and a silence the next replies are heard as they are; 2,000 streams")
    func resynchronised() {
        let wanted: [StatusReply] = [
            .realTime(0x12), .automatic(AutomaticStatus(0x14, 0, 0, 0)),
            .processed(ProcessID(number: 41)),
        ]
        let bytes: [UInt8] = [0x12, 0x14, 0, 0, 0, 0x37, 0x22, 0x30, 0x30, 0x34, 0x32, 0]
        for seed in 1...UInt64(2_000) {
            var random = SeededGenerator(seed: seed)
            var parser = StatusReplyParser()
            _ = parser.take(Self.stream(&random))
            _ = parser.giveUp()
            #expect(!parser.isInMiddle)
            #expect(parser.take(bytes) == wanted, "seed \(seed)")
        }
    }

    @Test("without a silence too, a lost reply costs no more than the ones around it")
    func bounded() {
        for seed in 1...UInt64(500) {
            var random = SeededGenerator(seed: seed)
            var parser = StatusReplyParser()
            _ = parser.take(Self.stream(&random))
            // A printer that answers DLE EOT again and again is understood after 84 of its bytes.
            let found = parser.take([UInt8](repeating: 0x12, count: 100))
            #expect(found.suffix(16) == Array(repeating: .realTime(0x12), count: 16)[...])
        }
    }

    /// Whole replies and rubbish in a row.
    static func stream(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes += [0x12 | UInt8.random(in: 0...7, using: &random) << 2 & 0x6C]
            case 1: bytes += [0x14, 0x00, 0x03, 0x0F]
            case 2: bytes += [0x37, 0x22, 0x30, 0x30, 0x34, 0x32, 0x00]
            case 3: bytes += [0x00]
            case 4: bytes += [0x5F, 0x41, 0x42, 0x00]
            default: bytes.append(UInt8.random(in: .min ... .max, using: &random))
            }
        }
        return bytes
    }
}
