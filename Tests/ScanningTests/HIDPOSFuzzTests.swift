import Seeds
import Testing

@testable import Scanning

@Suite("Whatever descriptors and reports a device sends")
struct HIDPOSFuzzTests {
    @Test("changed descriptors and reports of any bytes neither crash nor grow")
    func anything() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            var descriptor = HIDPOSTests.usual
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                descriptor[Int.random(in: 0..<descriptor.count, using: &random)] =
                    UInt8.random(in: 0...255, using: &random)
            }
            // A refused descriptor has done what it should.
            guard let layout = try? HIDPOSLayout(descriptor: descriptor) else { continue }
            var decoder = HIDPOSDecoder(layout: layout, settings: .standard)
            var time: UInt64 = 0
            for _ in 0..<50 {
                time += UInt64.random(in: 0...400_000_000, using: &random)
                let count = Int.random(in: 0...70, using: &random)
                var report = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
                if count > 2 { report.replaceSubrange(0..<2, with: [2, UInt8(count % 60)]) }
                decoder.feed(report, at: time) { decoded in
                    guard case .payload(let bytes) = decoded else { return }
                    #expect(!bytes.isEmpty && bytes.count <= 4096 + 3, "seed \(seed)")
                }
            }
        }
    }
}
