import Evdev
import Testing

@Suite("Keys of a device as sysfs shows them")
struct KeySetTests {
    @Test(
        "bits count from the right of the last word",
        arguments: [
            ("2", [1]), ("10 0", [68]), ("1000000000007 0 1", [0, 128, 129, 130, 176]), ("0", []),
        ] as [(String, [UInt16])])
    func words(_ text: String, _ codes: [UInt16]) throws {
        let keys = try #require(KeySet(sysfs: text))
        #expect((0..<UInt16(KeySet.codes)).filter { keys.contains($0) } == codes)
        #expect(keys.isEmpty == codes.isEmpty)
    }

    @Test("what is no number is no set of keys", arguments: ["x", "1 g", "fffffffffffffffff"])
    func garbage(_ text: String) {
        #expect(KeySet(sysfs: text) == nil)
    }

    @Test("no code is out of bounds")
    func bounds() throws {
        let keys = try #require(KeySet(sysfs: "ffffffffffffffff"))
        #expect(keys.contains(63) && !keys.contains(64) && !keys.contains(.max))
    }
}
