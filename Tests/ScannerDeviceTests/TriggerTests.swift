import Devices
import Glibc
import Scanning
import Testing

extension ScannerDeviceTests {
    @Suite("HID-POS scanners, when udev's rules run again")
    struct TriggerTests {
        /// One interface of class 3/0/0 with one interrupt endpoint IN, as a HID-POS scanner has it.
        ///
        /// USB 2.0, tables 9-8 to 9-13; USB HID 1.11, 6.2.1.
        private static let descriptors =
            "12010002000000" + "40" + "e0050019" + "0001010200" + "01"
            + "09022200010100a032" + "090400000103000000" + "0921110100012252" + "00"
            + "0705810340000a"

        private func makeScanner(port: String) -> String {
            let device = "/devices/pci0000:00/0000:00:14.0/usb1/\(port)"
            Testbed.shared.add(
                """
                P: \(device)
                N: bus/usb/001/042
                E: SUBSYSTEM=usb
                E: DEVTYPE=usb_device
                E: DEVNAME=/dev/bus/usb/001/042
                E: MAJOR=189
                E: MINOR=41
                E: ID_GALLA_SCANNER=1
                A: idVendor=05e0
                A: idProduct=1900
                A: product=Symbol
                A: bConfigurationValue=1
                H: descriptors=\(Self.descriptors)

                """)
            return "/sys" + device
        }

        @Test(
            "a device is looked at when it is bound, or when somebody asks for its rules again",
            .timeLimit(.minutes(1)))
        func askedFor() async throws {
            // The driver must not find it by listing: it is made while the driver runs.
            let keyboard = MockPlace()
            let bench = Bench()
            let scanners = try await RunningScanners([.tagged])
            let scanner = makeScanner(port: "1-9")
            defer { Testbed.shared.remove(scanner) }
            Testbed.shared.tell("add", scanner)
            // A keyboard behind it shows that the first `add` has passed unsaid.
            let other = bench.make(keyboard)
            bench.tell("add", other)
            #expect(try await scanners.next() == .connected(Bench.identity))
            Testbed.shared.set("SYNTH_UUID", "0", of: scanner)
            Testbed.shared.tell("add", scanner)
            // No USB device answers behind this node: that it is refused shows that it was tried.
            #expect(try await !scanners.nextRefusal().isEmpty)
            #expect(await scanners.finish() == [])
        }
    }
}
