import Scanning
import Seeds

/// Recordings of every kind of content, to write and read back.
enum RandomRecording {
    static func make(using random: inout SeededGenerator) -> Recording {
        var now: UInt64 = 0
        var events: [RecordedEvent] = []
        for _ in 0..<Int.random(in: 0...20, using: &random) {
            now += UInt64.random(
                in: 0...(random.once(in: 5) ? 3_000_000_000 : 2000), using: &random)
            events.append(RecordedEvent(microseconds: now, what(&random)))
        }
        return Recording(
            notes: (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) },
            port: port(&random),
            settings: ["layout", "gap", "end"].prefix(Int.random(in: 0...3, using: &random)).map {
                RecordedSetting(key: $0, value: "\"" + text(&random) + "\"")
            },
            expected: expected(&random), events: events)
    }

    private static func port(_ random: inout SeededGenerator) -> ScannerPort {
        let scanner = ScannerIdentity(
            port: text(&random), serial: random.once(in: 2) ? text(&random) : nil,
            vendor: .random(in: 0...UInt16.max, using: &random),
            product: .random(in: 0...UInt16.max, using: &random), name: text(&random),
            lane: random.once(in: 2) ? text(&random) : nil)
        let details: [(ScannerWay, ScannerPort.Detail)] = [
            (.keyboard, .keys(Set((0..<30).map { _ in code(&random) }).sorted())),
            (.serial, .line(text(&random))), (.hidPOS, .descriptor(bytes(&random))),
        ]
        let detail = details[Int.random(in: 0..<details.count, using: &random)]
        return ScannerPort(
            scanner: scanner, way: detail.0, node: text(&random), detail: detail.1)
    }

    private static func expected(_ random: inout SeededGenerator) -> [ExpectedOutcome]? {
        guard random.once(in: 2) else { return nil }
        return (0..<Int.random(in: 0...3, using: &random)).map { _ in
            random.once(in: 2) ? .scan(bytes(&random)) : .discard("events-lost")
        }
    }

    private static func what(_ random: inout SeededGenerator) -> RecordedEvent.What {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: .plugged
        case 1: .unplugged
        case 2: .overflow
        case 3: .synchronised
        case 4: .input(type: 1, code: code(&random), value: .random(in: 0...2, using: &random))
        case 5:
            .input(
                type: .random(in: 2...UInt16.max, using: &random),
                code: .random(in: 0...UInt16.max, using: &random),
                value: .random(in: Int32.min...Int32.max, using: &random))
        case 6: .held((0..<Int.random(in: 0...3, using: &random)).map { _ in code(&random) })
        case 7: .report(bytes(&random))
        default: .bytes(bytes(&random))
        }
    }

    private static func code(_ random: inout SeededGenerator) -> UInt16 {
        .random(in: 0..<0x300, using: &random)
    }

    private static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
            .random(in: 0...255, using: &random)
        }
    }

    /// Quotes, marks of comments, blanks at the ends and other alphabets among the characters.
    private static func text(_ random: inout SeededGenerator) -> String {
        let characters = Array("aZ09 \"\\#x-+é₹त")
        return String(
            (0..<Int.random(in: 0...8, using: &random)).map { _ in
                characters[Int.random(in: 0..<characters.count, using: &random)]
            })
    }
}
