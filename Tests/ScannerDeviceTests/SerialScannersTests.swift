import Devices
import Scanning
import Testing

extension ScannerDeviceTests {
    @Suite("Serial scanners come, scan and go")
    struct SerialScannersTests {
        private let bench = Bench()
        private let identity = ScannerIdentity(
            port: "1-4", serial: nil, vendor: 0x05F9, product: 0x4204, name: "Gryphon")

        @Test(
            "a marked line is taken, its scans arrive, and it is said to go",
            .timeLimit(.minutes(1)))
        func scans() async throws {
            let line = MockLine()
            defer { line.remove() }
            let scanners = try await RunningScanners([.tagged])
            line.tell("add")
            #expect(try await scanners.next() == .connected(identity))
            line.send("8901234567890\r")
            #expect(try await scanners.nextText() == "8901234567890")
            line.send("\n0108901234567894\u{1D}10AB\r\n")
            #expect(try await scanners.nextText() == "0108901234567894\u{1D}10AB")
            line.send("890")
            line.send("42\r")
            #expect(try await scanners.nextText() == "89042")
            line.tell("remove")
            #expect(try await scanners.next() == .disconnected(identity))
            #expect(await scanners.finish() == [])
        }

        @Test("a line that nobody marked is taken by its name only", .timeLimit(.minutes(1)))
        func named() async throws {
            let modem = MockLine(port: "1-5", isTagged: false)
            let line = MockLine(isTagged: false)
            defer {
                line.remove()
                modem.remove()
            }
            let scanners = try await RunningScanners([
                .tagged, .serial(.node(line.node), SerialLine("115200")),
            ])
            modem.tell("add")
            line.tell("add")
            #expect(try await scanners.next() == .connected(identity))
            line.send("42\t")
            #expect(try await scanners.nextText() == "42")
            #expect(await scanners.finish() == [])
        }

        @Test("half a code is said to be lost when the cable is pulled", .timeLimit(.minutes(1)))
        func unplugged() async throws {
            let line = MockLine()
            defer { line.remove() }
            let scanners = try await RunningScanners([.tagged])
            line.tell("add")
            #expect(try await scanners.next() == .connected(identity))
            line.send("42\r89012")
            #expect(try await scanners.nextText() == "42")
            line.tell("remove")
            #expect(try await scanners.next() == .discarded(identity, .unplugged))
            #expect(try await scanners.next() == .disconnected(identity))
            #expect(await scanners.finish() == [])
        }
    }
}
