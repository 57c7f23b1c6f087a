import Keymap
import Scanning
import Testing

@Suite("Keyboard layouts by name")
struct KeymapTests {
    @Test("the us layout of xkb is the one built in, on every key that a scanner types with")
    func us() throws {
        let table = try KeyTable(layout: LayoutName("us"))
        let levels: [KeyLevel] = [[], .shift, .capsLock, [.shift, .capsLock]]
        // KEY_KPCOMMA (121) is a comma by its name and a point by xkb.
        let ranges: [ClosedRange<UInt16>] = [1...83, 86...98, 100...100, 117...117, 125...126]
        for code in ranges.joined() {
            for level in levels {
                #expect(
                    table.meaning(of: code, at: level) == KeyTable.us.meaning(of: code, at: level),
                    "key \(code), level \(level)")
            }
        }
    }

    @Test(
        "what a key means in a layout",
        arguments: [
            ("gb", 3, KeyLevel.shift, "\""), ("gb", 43, [], "#"), ("de", 21, [], "z"),
            ("de", 9, .altGr, "["), ("fr", 2, [], "&"), ("fr", 2, .shift, "1"),
            ("fr", 16, .capsLock, "A"), ("fr", 2, .capsLock, "&"), ("cz", 3, [], "ě"),
            ("cz", 3, .shift, "2"), ("in", 30, [], "ो"), ("in(eng)", 5, .altGr, "₹"),
            ("de", 83, [], ","), ("de", 71, .shift, "7"),
        ] as [(String, UInt16, KeyLevel, Unicode.Scalar)])
    func meanings(_ layout: String, _ code: UInt16, _ level: KeyLevel, _ scalar: Unicode.Scalar)
        throws
    {
        let table = try KeyTable(layout: LayoutName(layout))
        #expect(table.meaning(of: code, at: level) == .text(scalar))
    }

    @Test(
        "the digits of the pad count at every level in every layout",
        arguments: ["us", "de", "fr", "cz", "in", "ru"])
    func pad(_ layout: String) throws {
        let table = try KeyTable(layout: LayoutName(layout))
        for (code, digit) in zip([82, 79, 80, 81, 75, 76, 77, 71, 72, 73], 0...) {
            for level in KeyLevel.all {
                let scalar = Unicode.Scalar(UInt8(0x30 + digit))
                #expect(table.meaning(of: UInt16(code), at: level) == .text(scalar))
            }
        }
    }

    @Test(
        "Ctrl and the key of ] on a us keyboard are GS in every layout that has no other use of it",
        arguments: ["us", "gb", "de", "fr", "cz", "in", "es", "it", "pl", "ru", "ch", "be"])
    func groupSeparator(_ layout: String) throws {
        var keys = ScannedKeys()
        keys.press([11])
        keys.press([29, 27])
        keys.press([28])
        let table = try KeyTable(layout: LayoutName(layout))
        let found = keys.decoded(ScanSettings(table: table))
        guard case .payload(let bytes) = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(bytes.last == 0x1D && found.count == 1)
    }

    @Test("a dead key goes with its letter, alone with a blank, and with nothing else")
    func deadKeys() throws {
        let settings = ScanSettings(table: try KeyTable(layout: LayoutName("de")))
        var keys = ScannedKeys()
        for code: UInt16 in [13, 18, 13, 57, 2, 28] { keys.press([code]) }
        for code: UInt16 in [2, 13, 3, 4, 28] { keys.press([code]) }
        for code: UInt16 in [5, 28] { keys.press([code]) }
        #expect(
            keys.decoded(settings) == [
                .payload(Array("é'1".utf8)), .discarded(.unknownKey(3)), .payload(Array("4".utf8)),
            ])
    }

    @Test(
        "a name that is none, and a layout that is not there, are refused by name",
        arguments: ["", "de,us", "../etc", "de(", "de()", "de(no dead)", "de(x)y", "zz", "de(zz)"])
    func refusals(_ name: String) {
        let error = #expect(throws: KeymapError.self) { try KeyTable(layout: LayoutName(name)) }
        #expect(error?.description.contains(name) == true)
    }
}
