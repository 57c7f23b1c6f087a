import Scanning
import Testing

/// What is made of keys whose events the kernel has lost a part of.
@Suite("After the kernel has lost key events")
struct KeyLossTests {
    private static let loss = InputEvent(type: 0, code: 3, value: 0, time: 1)
    private static let report = InputEvent(type: 0, code: 0, value: 0, time: 1)
    private static let shift: UInt16 = 42

    private static func key(_ code: UInt16, _ value: Int32) -> [InputEvent] {
        [InputEvent(type: 1, code: code, value: value, time: 1), report]
    }

    private static func tap(_ code: UInt16) -> [InputEvent] { key(code, 1) + key(code, 0) }

    @Test("the event that made the ring overflow is void with the rest of its report")
    func partOfReport() {
        let loss = KeyLoss([Self.loss] + Self.key(2, 0) + Self.tap(3))
        #expect(loss.void == [Self.loss] + Self.key(2, 0))
        #expect(loss.whole == Self.tap(3))
    }

    @Test("without a report behind the mark all is void")
    func noReport() {
        let loss = KeyLoss([Self.loss])
        #expect(loss.void == [Self.loss] && loss.whole == [])
        #expect(loss.heldBefore(downNow: [Self.shift]) == [Self.shift])
    }

    @Test("of what lies between two losses the marks alone count")
    func twoLosses() {
        let loss = KeyLoss([Self.loss] + Self.tap(2) + Self.tap(28) + [Self.loss, Self.report])
        #expect(loss.void == [Self.loss, Self.loss, Self.report])
        #expect(loss.whole == [])
    }

    @Test("a key that has changed since was the other way before; one that has not is as it is")
    func heldBefore() {
        let released = KeyLoss([Self.loss, Self.report] + Self.tap(3) + Self.key(Self.shift, 0))
        #expect(released.heldBefore(downNow: []) == [Self.shift])
        let pressed = KeyLoss([Self.loss, Self.report] + Self.tap(3) + Self.key(Self.shift, 1))
        #expect(pressed.heldBefore(downNow: [Self.shift]) == [])
        let both = KeyLoss(
            [Self.loss, Self.report] + Self.key(Self.shift, 0) + Self.key(Self.shift, 1))
        #expect(both.heldBefore(downNow: [Self.shift]) == [Self.shift])
        let neither = KeyLoss([Self.loss, Self.report] + Self.tap(3))
        #expect(neither.heldBefore(downNow: [Self.shift]) == [Self.shift])
    }

    @Test("a scan behind the spoilt one is read with the Shift that was held when it began")
    func afterwards() {
        var decoder = KeyDecoder(settings: .standard)
        // Shift is lost going down; Enter ends the spoilt scan, then A with Shift still held.
        let loss = KeyLoss(
            [Self.loss, Self.report] + Self.tap(28) + Self.tap(30) + Self.key(Self.shift, 0)
                + Self.tap(30) + Self.tap(28))
        var found = loss.void.compactMap { decoder.feed($0) }
        let held = loss.heldBefore(downNow: [])
        decoder.resynchronise { held.contains($0) }
        found += loss.whole.compactMap { decoder.feed($0) }
        #expect(found == [.discarded(.eventsLost), .payload(Array("Aa".utf8))])
    }
}
