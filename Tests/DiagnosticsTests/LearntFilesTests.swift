import Diagnostics
import Scanning
import Settings
import Testing

/// What learning a scanner writes: enough to know it again, and nothing that takes a keyboard.
struct LearntFilesTests {
    private static func learnt(
        way: ScannerWay = .keyboard, serial: String? = nil, port: String = "1-1.3",
        vendor: UInt16 = 0x05E0, name: String = "Bar Code Scanner"
    ) -> LearntScanner {
        let detail: ScannerPort.Detail =
            switch way {
            case .keyboard: .keys([2, 28])
            case .serial: .line("9600 8N1")
            case .hidPOS: .descriptor([])
            }
        let scanner = ScannerIdentity(
            port: port, serial: serial, vendor: vendor, product: 0x1200, name: name)
        return LearntScanner(
            port: ScannerPort(
                scanner: scanner, way: way, node: "/dev/input/event7", detail: detail),
            characters: 13, duration: 182_000_000, hasTerminator: true)
    }

    @Test("an address names the serial number, or else the socket")
    func addresses() {
        #expect(Self.learnt().address == "evdev:port=1-1.3")
        #expect(Self.learnt(serial: "19B1").address == "evdev:serial=19B1")
        #expect(Self.learnt(way: .hidPOS, serial: "19B1").address == "usb:serial=19B1")
        #expect(Self.learnt(way: .serial).address == "serial:port=1-1.3")
        #expect(Self.learnt(port: "pci-0000:00", vendor: 0).address == "evdev:/dev/input/event7")
    }

    @Test("a serial number that udev or a shell could read as more is not used")
    func hostileSerials() {
        for serial in ["*", "a\"b", "a b", "a|b", "a?", "[a]", "$x", "", "a\nb", "é"] {
            let learnt = Self.learnt(serial: serial)
            #expect(learnt.address == "evdev:port=1-1.3")
            let rules = LearntFiles.rules(learnt, before: nil) ?? ""
            #expect(rules.contains("KERNELS==\"1-1.3\""))
            #expect(!rules.contains("ATTRS{serial}"))
        }
    }

    @Test("the addition keeps what was there, is TOML, and is read as it was meant")
    func addition() throws {
        let text = LearntFiles.addition(Self.learnt(), uris: ["auto", "serial:/dev/ttyACM0"])
        let settings = try ShopSettings(
            toml: [], file: "galla.toml", additions: [("50.toml", Array(text.utf8))])
        #expect(settings.scanner.uris == ["auto", "serial:/dev/ttyACM0", "evdev:port=1-1.3"])
    }

    @Test("a name cannot end the comment it stands in")
    func hostileName() throws {
        let learnt = Self.learnt(name: "x\n[till]\nnumber = 9\u{85}\u{2028}ENV{A}=\"1\"")
        let text = LearntFiles.addition(learnt, uris: ["auto"])
        let settings = try ShopSettings(
            toml: [], file: "galla.toml", additions: [("50.toml", Array(text.utf8))])
        #expect(settings.till.number == 1)
        let rules = try #require(LearntFiles.rules(learnt, before: nil))
        #expect(rules.split(separator: "\n").filter { !$0.hasPrefix("#") }.count == 1)
    }

    @Test("a rule is for this very device: model and serial number, or model and socket")
    func rule() {
        #expect(
            LearntFiles.rules(Self.learnt(), before: nil)?.split(separator: "\n").last
                == """
                SUBSYSTEM=="input", KERNEL=="event*", ATTRS{idVendor}=="05e0", \
                ATTRS{idProduct}=="1200", KERNELS=="1-1.3", ENV{ID_GALLA_SCANNER}="1"
                """)
        #expect(
            LearntFiles.rules(Self.learnt(serial: "19B1"), before: nil)?.contains(
                "ATTRS{serial}==\"19B1\", ENV{ID_GALLA_SCANNER}") == true)
    }

    @Test("rules are added behind those that are there, and never twice")
    func twice() throws {
        let before = "# mine\nSUBSYSTEM==\"input\", ENV{X}=\"1\""
        let once = try #require(LearntFiles.rules(Self.learnt(), before: before))
        #expect(once.hasPrefix(before + "\n"))
        #expect(LearntFiles.rules(Self.learnt(), before: once) == nil)
        let both = try #require(LearntFiles.rules(Self.learnt(serial: "A1"), before: once))
        #expect(both.hasPrefix(once))
    }

    @Test("a packaged rules file is refused")
    func packaged() {
        #expect(LearntFiles.refusal(ofRules: "/usr/lib/udev/rules.d/70-galla.rules") != nil)
        #expect(LearntFiles.refusal(ofRules: "/lib/udev/rules.d/x.rules") != nil)
        #expect(LearntFiles.refusal(ofRules: LearntFiles.rulesPath) == nil)
    }
}
