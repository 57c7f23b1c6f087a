/// The question which pictures a printer keeps without power, and its answer as it comes.
///
/// The list comes in blocks of at most forty pictures: `37 72 s`, two letters for each, `00`; s is
/// 41h where another block follows, 40h in the last one. After each block, the last one too, the
/// printer waits for a byte: `ACK` to go on, `CAN` to give up (Citizen CT-S280 manual, page 160, which
/// is word for word Epson's function 64 of `GS ( L`). A byte of something else would be taken for it.
package struct PictureInquiry: Hashable, Sendable {
    private enum Stage: Hashable { case idle, listening, complete, failed }

    private var stage = Stage.idle
    private var found: Set<StoredPictures.Key> = []
    private var blocks = 0
    private var response: [UInt8] = []

    private static let acknowledge: UInt8 = 0x06
    private static let cancel: UInt8 = 0x18
    /// Forty pictures each: more than there are letters for.
    private static let mostBlocks = 240

    /// Nothing was asked yet.
    package init() {}

    /// The letters of all pictures that the printer keeps; nil until it has said so completely.
    package var keys: Set<StoredPictures.Key>? { stage == .complete ? found : nil }

    /// Whether blocks of the list are waited for.
    package var isOpen: Bool { stage == .listening }

    /// The question was sent: what was known before counts no more.
    package mutating func begin() {
        self = PictureInquiry()
        stage = .listening
    }

    /// The byte that the printer waits for, given once; empty where it waits for none.
    package mutating func takeResponse() -> [UInt8] {
        defer { response = [] }
        return response
    }

    /// The list was waited for in vain: should it come yet, the printer is not to wait in its turn.
    package mutating func giveUp() {
        guard isOpen else { return }
        fail()
    }

    /// Takes a block that the printer sent, without its header and its end; others are passed over.
    package mutating func take(header: UInt8, _ content: [UInt8]) {
        guard isOpen, header == 0x37, content.first == 0x72 else { return }
        blocks += 1
        let letters = content.dropFirst(2)
        guard content.count >= 2, [0x40, 0x41].contains(content[1]), letters.count % 2 == 0,
            letters.count <= 80, blocks <= Self.mostBlocks
        else { return fail() }
        for start in stride(from: letters.startIndex, to: letters.endIndex, by: 2) {
            guard let key = StoredPictures.Key(letters[start..<(start + 2)]) else { return fail() }
            found.insert(key)
        }
        response = [Self.acknowledge]
        if content[1] == 0x40 { stage = .complete }
    }

    private mutating func fail() {
        stage = .failed
        response = [Self.cancel]
    }
}
