import SystemPackage
import Testing
import USB

@testable import Devices

@Suite("Why a printer that is plugged in cannot be used")
struct PrinterSentenceTests {
    private func candidate(node: String, isInitialised: Bool = true) throws -> USBPrinterCandidate {
        let bytes: [UInt8] =
            [18, 1, 0, 2, 0, 0, 0, 64, 0xB8, 4, 0x28, 0x0E, 0, 1, 1, 2, 3, 1]
            + [9, 2, 25, 0, 1, 1, 0, 0xC0, 50]
            + [9, 4, 0, 0, 1, 7, 1, 1, 0]
            + [7, 5, 1, 2, 64, 0, 0]
        let setting = try #require(PrinterInterface.best(in: try DeviceDescriptors(bytes)))
        return USBPrinterCandidate(
            name: "USB printer ACME on port 1-1", syspath: "/sys/x", node: node,
            isInitialised: isInitialised, setting: setting,
            numbers: PrinterIdentity.USBNumbers(vendor: 0x04B8, product: 0x0E28))
    }

    @Test("without rights: the missing udev rule, unless udev is still at work")
    func noPermission() throws {
        // The node of the null device belongs to a group that is not Galla's.
        let late = USBPrinterConnection.sentence(
            .node(.permissionDenied), try candidate(node: "/dev/null"))
        #expect(late.contains("Galla's udev rule is missing"))
        let early = USBPrinterConnection.sentence(
            .device(.noPermission), try candidate(node: "/dev/null", isInitialised: false))
        #expect(early.contains("once udev has set it up"))
    }

    @Test(
        "each other refusal says what to do",
        arguments: [
            (USBDeviceHandle.OpenFailure.node(.noSuchFileOrDirectory), "was just unplugged"),
            (.device(.gone), "was just unplugged"),
            (.device(.busy), "`fuser -v /dev/bus/usb/001/004`"),
            (.node(.tooManyOpenFiles), "cannot be opened"),
            (.device(.inputOutput), "Switch it off and on again"),
        ])
    func others(failure: USBDeviceHandle.OpenFailure, advice: String) throws {
        let said = USBPrinterConnection.sentence(
            failure, try candidate(node: "/dev/bus/usb/001/004"))
        #expect(said.hasPrefix("USB printer ACME on port 1-1 "))
        #expect(said.contains(advice))
    }
}
