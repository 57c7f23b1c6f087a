import Testing

@testable import USB

@Suite("What a printer answers on its control pipe")
struct PrinterAnswersTests {
    @Test(
        "the status lines are read with the error line upside down",
        arguments: [
            (UInt8(0x18), false, true, false),
            (0x38, true, true, false),
            (0x20, true, false, true),
            (0x08, false, false, false),
            (0x00, false, false, true),
        ])
    func portStatus(byte: UInt8, paperOut: Bool, online: Bool, error: Bool) {
        let status = PortStatus(rawValue: byte)
        #expect(status.isPaperOut == paperOut)
        #expect(status.isOnline == online)
        #expect(status.hasError == error)
    }

    private func reply(_ text: String, stated: Int? = nil) -> [UInt8] {
        let length = stated ?? text.utf8.count + 2
        return [UInt8(length >> 8), UInt8(length & 0xFF)] + text.utf8
    }

    @Test("the length of a device ID is big-endian and counts itself")
    func bigEndianLength() throws {
        let long = "MFG:EPSON;DES:" + String(repeating: "x", count: 300) + ";MDL:TM-T20III;"
        let id = try #require(PrinterDeviceID(reply: reply(long)))
        #expect(id.manufacturer == "EPSON")
        #expect(id.model == "TM-T20III")
        let cut = try #require(PrinterDeviceID(reply: reply("MFG:EPSON;MDL:TM;", stated: 12)))
        #expect(cut.manufacturer == "EPSON")
        #expect(cut.model == nil)
    }

    @Test("long and short keys mean the same, and a stated length past the end is harmless")
    func keys() throws {
        let text = "MANUFACTURER:Acme; MODEL:R1;COMMAND SET:ESC/POS;MODEL:R2;;:;junk"
        let id = try #require(PrinterDeviceID(reply: reply(text, stated: 60000)))
        #expect(id.manufacturer == "Acme")
        #expect(id.model == "R1")
        #expect(id.commandSet == "ESC/POS")
        #expect(PrinterDeviceID(reply: [0]) == nil)
        #expect(PrinterDeviceID(reply: [0, 0, 0x41])?.values.isEmpty == true)
    }

    @Test("a control request is laid out little-endian, type first")
    func setup() {
        let request = ControlRequest(
            type: 0xA1, request: 0, value: 0x0102, index: 0x0304, length: 1024)
        #expect(request.setup == [0xA1, 0, 0x02, 0x01, 0x04, 0x03, 0x00, 0x04])
    }
}
