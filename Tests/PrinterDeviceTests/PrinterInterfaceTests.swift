import Testing
import USB

@testable import Devices

@Suite("Which interface of a device is printed on")
struct PrinterInterfaceTests {
    /// A device of one configuration with these interfaces: number, alternate, class, its pipes.
    private func device(
        vendor: UInt16 = 0x1234, product: UInt16 = 1, _ interfaces: [[UInt8]]
    ) throws -> DeviceDescriptors {
        var body: [UInt8] = []
        for interface in interfaces {
            let pipes = interface.dropFirst(5)
            body += [9, 4, interface[0], interface[1], UInt8(pipes.count)] + interface[2...4] + [0]
            for pipe in pipes { body += [7, 5, pipe, 2, 64, 0, 0] }
        }
        let head: [UInt8] =
            [18, 1, 0, 2, 0, 0, 0, 64] + [UInt8(vendor & 0xFF), UInt8(vendor >> 8)]
            + [UInt8(product & 0xFF), UInt8(product >> 8), 0, 1, 1, 2, 3, 1]
        return try DeviceDescriptors(head + [9, 2, 0, 0, 1, 1, 0, 0xC0, 50] + body)
    }

    @Test(
        "the one that answers first, whatever its number and endpoints are",
        arguments: [
            ([[0, 0, 7, 1, 1, 0x01]], "7/1/1", 0, 0),
            ([[0, 0, 7, 1, 1, 0x01], [0, 1, 7, 1, 2, 0x01, 0x82]], "7/1/2", 0, 1),
            ([[0, 0, 7, 1, 2, 0x01], [0, 1, 7, 1, 2, 0x02, 0x81]], "7/1/2", 0, 1),
            ([[0, 0, 8, 6, 80, 0x81, 0x02], [3, 0, 7, 1, 2, 0x85, 0x06]], "7/1/2", 3, 0),
            ([[0, 0, 7, 1, 3, 0x01, 0x82]], "7/1/3", 0, 0),
            ([[0, 0, 7, 1, 3, 0x01, 0x82], [1, 0, 7, 1, 1, 0x03]], "7/1/1", 1, 0),
        ] as [([[UInt8]], String, UInt8, UInt8)])
    func chosen(interfaces: [[UInt8]], kind: String, number: UInt8, alternate: UInt8) throws {
        let best = try #require(PrinterInterface.best(in: try device(interfaces)))
        #expect(best.kind.description == kind)
        #expect(best.number == number && best.alternate == alternate)
    }

    @Test("an Epson in its factory setting prints through the vendor's class")
    func vendorClass() throws {
        let pipes: [[UInt8]] = [[0, 0, 0xFF, 0, 0, 0x01, 0x82]]
        let epson = try device(vendor: 0x04B8, product: 0x0202, pipes)
        #expect(PrinterInterface.best(in: epson)?.bulkOut?.address == 0x01)
        // Any other vendor's own class is anything: only a person may say that it is a printer.
        let other = try device(pipes)
        #expect(PrinterInterface.best(in: other) == nil)
        #expect(PrinterInterface.best(in: other, isNamed: true)?.bulkIn?.address == 0x82)
    }

    @Test("what has no pipe for data is no printer")
    func noPipe() throws {
        #expect(PrinterInterface.best(in: try device([[0, 0, 7, 1, 2, 0x82]])) == nil)
        #expect(PrinterInterface.best(in: try device([[0, 0, 7, 1, 4, 0x01]])) == nil)
    }
}
