import Kiosk
import Linux
import SystemPackage
import Testing

@testable import Settings

@Suite("The kiosk's settings and words")
struct KioskSettingsTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        + "/packaging/kiosk/"

    private static func bytes(of language: String) throws -> [UInt8] {
        try OpenDescriptor(path: folder + language + ".toml", .readOnly).read(atMost: 1 << 16)
    }

    private func refusal(words toml: String) -> String? {
        let error = #expect(throws: SettingsError.self) {
            try KioskWords(toml: Array(toml.utf8), file: "my.toml")
        }
        return error?.description
    }

    private func kiosk(_ lines: String) throws -> ShopSettings.UnattendedTill {
        try ShopSettings(toml: Array(lines.utf8), file: "galla.toml").kiosk
    }

    @Test("every word stands in each shipped file, and no other", arguments: ["en", "hi", "ta"])
    func complete(language: String) throws {
        let bytes = try Self.bytes(of: language)
        // Reading refuses a key that is no word.
        let words = try KioskWords(toml: bytes, file: language)
        let lines = KeyLines(of: bytes)
        for word in KioskWord.allCases {
            #expect(lines.contains([word.rawValue]), "\(language) lacks \(word.rawValue)")
            guard language != "en", !word.rawValue.hasPrefix("key_") else { continue }
            #expect(words[word] != KioskWords.english[word], "\(word) is English in \(language)")
        }
    }

    @Test("the English file says what is built in")
    func english() throws {
        #expect(try KioskWords(toml: Self.bytes(of: "en"), file: "en") == .english)
    }

    @Test("a text without what has to be filled in is named with its line")
    func braces() {
        #expect(
            refusal(words: "\nwelcome = \"Hello\"")
                == "my.toml:2: welcome must have {shop} once, and no other braces.")
        #expect(
            refusal(words: "total = \"{sum}\"")
                == "my.toml:1: total has braces; there is nothing to fill in.")
        #expect(
            refusal(words: "totle = \"T\"")
                == "my.toml:1: totle is no word of a kiosk; did you mean total?.")
    }

    @Test("hours, a number for staff and categories are read")
    func values() throws {
        let read = try kiosk(
            """
            [payment]
            upi_id = "shop@bank"
            [kiosk]
            upi = true
            pin = "4711"
            opens = "09:30"
            closes = "21:00"
            restricted = "Tobacco"
            languages = ["ta", "own.toml"]
            """)
        #expect(read.hours == KioskHours(opens: 570, closes: 1_260))
        #expect(read.pin == "4711" && read.takesUPI && read.restricted == ["Tobacco"])
        #expect(read.languages == ["ta", "own.toml"])
    }

    @Test(
        "what cannot be is refused with its line",
        arguments: [
            ("upi = true", "needs"), ("pin = \"12\"", "4 to 12 digits"),
            ("pin = \"abcd\"", "4 to 12 digits"), ("opens = \"9\"", "a time of the day"),
            ("closes = \"24:00\"", "a time of the day"), ("idle_seconds = 20", "less than idle"),
            ("languages = []", "one language at least"), ("idle_second = 5", "did you mean"),
        ])
    func refused(line: String, part: String) {
        let error = #expect(throws: SettingsError.self) { try kiosk("[kiosk]\n" + line) }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("galla.toml:2: "), "\(text)")
        #expect(text.contains(part) || part == "needs" && text.contains("payment.upi_id"))
    }
}
