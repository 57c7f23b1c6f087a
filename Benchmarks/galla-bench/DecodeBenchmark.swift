import CAllocationCount
import Linux
import Scanning

/// Key events to scans, as fast as the processor can, with every allocation counted.
enum DecodeBenchmark {
    /// How many different codes are typed; enough that no branch is learnt by heart.
    private static let codes = 1_000
    private static let rounds = 60

    /// The same events for every decoder: codes of thirteen digits, each ended by Enter.
    static func events() -> [InputEvent] {
        var events: [InputEvent] = []
        for number in 0..<codes {
            for event in KeyEvents.scan(BenchShop.code(1 + number &* 7_919)) {
                events.append(
                    InputEvent(
                        type: event.type, code: event.code, value: event.value,
                        time: event.time + UInt64(number) * 1_000_000))
            }
        }
        return events
    }

    /// Measures the decoder alone: nothing reads a device, nothing is sold.
    static func run(into table: inout Table) {
        let events = events()
        let keys = events.count { $0.type == InputEvent.key }
        var best = UInt64.max
        var allocations: UInt = 0
        var scans = 0
        for _ in 0..<rounds {
            var decoder = KeyDecoder(settings: .standard)
            let allocated = galla_allocations()
            let start = Clocks.monotonicNanoseconds()
            scans = 0
            for event in events where decoder.feed(event) != nil { scans += 1 }
            best = min(best, Clocks.monotonicNanoseconds() - start)
            allocations = galla_allocations() - allocated
        }
        let millions = Double(keys) * 1_000 / Double(best)
        table.add(
            "decoding key events", "\(text(millions)) million/s", bound: "20 million/s",
            holds: millions >= 20 && scans == codes)
        // One array holds each scan's bytes; whatever is beyond them came with an event.
        let extra = Int(allocations) - scans
        table.add(
            "allocations, \(keys) key events", "\(extra), and \(scans) for \(scans) scans",
            bound: "0", holds: extra <= 0)
    }
}
