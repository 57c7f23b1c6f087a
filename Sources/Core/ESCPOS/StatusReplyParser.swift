/// Cuts what a printer says into replies, however the bytes were split, and finds back after a loss.
///
/// A reply whose bytes do not fit together loses its first byte (`noise`), and what follows is read
/// anew. At most 84 bytes are kept.
package struct StatusReplyParser: Hashable, Sendable {
    private var waiting: [UInt8] = []
    /// No block that a receipt printer sends is longer: `GS I` gives 80 characters at most, the list
    /// of pictures 80 behind its two bytes.
    private static let longestBlock = 83

    /// Starts with nothing heard.
    package init() {}

    /// Whether the beginning of a reply has come and its end has not.
    package var isInMiddle: Bool { !waiting.isEmpty }

    /// Takes bytes as they came and answers the replies that are complete now, in their order.
    package mutating func take(_ bytes: [UInt8]) -> [StatusReply] {
        waiting += bytes
        var replies: [StatusReply] = []
        while let first = waiting.first {
            switch next(first) {
            case .reply(let reply, let length):
                replies.append(reply)
                waiting.removeFirst(length)
            case .unfinished:
                return replies
            }
        }
        return replies
    }

    /// Gives up what has begun and not gone on for long: its end is lost.
    package mutating func giveUp() -> [StatusReply] {
        var replies: [StatusReply] = []
        while !waiting.isEmpty {
            replies.append(.noise(waiting.removeFirst()))
            replies += take([])
        }
        return replies
    }

    private enum Step {
        case reply(StatusReply, length: Int)
        case unfinished
    }

    private func next(_ first: UInt8) -> Step {
        switch first {
        case 0x11: return .reply(.flow(isOn: true), length: 1)
        case 0x13: return .reply(.flow(isOn: false), length: 1)
        case 0x35, 0x37, 0x3B, 0x3D, 0x5F: return block(first)
        default: break
        }
        switch first & 0x93 {
        case 0x12: return .reply(.realTime(first), length: 1)
        case 0x10: return automatic(first)
        case let fixed where fixed & 0x90 == 0: return .reply(.inOrder(first), length: 1)
        default: return .reply(.noise(first), length: 1)
        }
    }

    /// Three more bytes `0xx0xxxx`; only XON and XOFF may stand between them.
    private func automatic(_ first: UInt8) -> Step {
        var rest: [UInt8] = []
        for (index, byte) in waiting.enumerated().dropFirst() {
            // No further than bytes one by one would be waited for.
            guard index <= Self.longestBlock else { break }
            if byte == 0x11 || byte == 0x13 { continue }
            guard byte & 0x90 == 0 else { return .reply(.noise(first), length: 1) }
            rest.append(byte)
            if rest.count == 3 {
                let status = AutomaticStatus(first, rest[0], rest[1], rest[2])
                return .reply(.automatic(status), length: index + 1)
            }
        }
        // A run of flow marks without an end is no status.
        return waiting.count > Self.longestBlock
            ? .reply(.noise(first), length: 1) : .unfinished
    }

    private func block(_ header: UInt8) -> Step {
        for (index, byte) in waiting.enumerated().dropFirst() {
            if byte == 0 { return finished(header, waiting[1..<index]) }
            guard 0x20...0x7E ~= byte, index < Self.longestBlock else {
                return .reply(.noise(header), length: 1)
            }
            if header == 0x37, waiting[1] == 0x22, index > 5 {
                return .reply(.noise(header), length: 1)
            }
        }
        return .unfinished
    }

    private func finished(_ header: UInt8, _ content: ArraySlice<UInt8>) -> Step {
        let length = content.count + 2
        guard header == 0x37, content.first == 0x22 else {
            return .reply(.block(header: header, Array(content)), length: length)
        }
        guard let id = ProcessID(content.dropFirst()) else {
            return .reply(.noise(header), length: 1)
        }
        return .reply(.processed(id), length: length)
    }
}
