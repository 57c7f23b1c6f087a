import Devices
import Testing
import USB

@Suite("What is said of a printer that takes nothing")
struct PrinterWatchTests {
    private let fine = PortStatus(rawValue: 0x18)
    private let noPaper = PortStatus(rawValue: 0x38)
    private let error = PortStatus(rawValue: 0x10)

    @Test("a slow printer that has no complaint is no news for two seconds, and then once")
    func slow() {
        var watch = PrinterWatch()
        let said = (1...6).map { _ in watch.ticked(fine) }
        #expect(said == [nil, nil, nil, .notAccepting, nil, nil])
        #expect(watch.moved() == .moving)
        #expect(watch.moved() == nil)
    }

    @Test("patience begins anew with each transfer's end")
    func patience() {
        var watch = PrinterWatch()
        for _ in 1...3 { #expect(watch.ticked(nil) == nil) }
        #expect(watch.moved() == nil)
        #expect((1...4).map { _ in watch.ticked(nil) } == [nil, nil, nil, .notAccepting])
    }

    @Test("no paper and an error are said at once")
    func complaints() {
        var watch = PrinterWatch()
        #expect(watch.ticked(noPaper) == .paperOut)
        #expect(watch.ticked(noPaper) == nil)
        #expect(watch.ticked(fine) == .notAccepting)
        #expect(watch.ticked(noPaper) == .paperOut)
        #expect(watch.moved() == .moving)
        #expect(watch.ticked(error) == .notAccepting)
    }
}
