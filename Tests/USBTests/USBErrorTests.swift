import Testing

@testable import USB

@Suite("libusb's answers by name")
struct USBErrorTests {
    @Test(
        "each code that a driver decides on has libusb's own number",
        arguments: [
            (USBError.inputOutput, Int32(-1)), (.invalid, -2), (.noPermission, -3), (.gone, -4),
            (.notFound, -5), (.busy, -6), (.timedOut, -7), (.overflow, -8), (.stalled, -9),
            (.interrupted, -10), (.noMemory, -11),
        ])
    func numbers(error: USBError, code: Int32) {
        #expect(error.rawValue == code)
        #expect(!error.description.contains("libusb error"))
    }

    @Test("a code without a name survives with its number")
    func unknown() {
        #expect(throws: USBError(rawValue: -77)) { try USBError.check(-77) }
        #expect(USBError(rawValue: -77).description == "libusb error -77")
    }
}
