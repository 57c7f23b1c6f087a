import Scanning
import Testing

@testable import Settings

@Suite("How scanners are set")
struct ScannerSettingsTests {
    private func read(_ lines: String) throws -> ShopSettings.Scanner {
        try ShopSettings(toml: Array(("[scanner]\n" + lines).utf8), file: "galla.toml").scanner
    }

    @Test("each key is read")
    func all() throws {
        let scanner = try read(
            """
            layout = "de(nodeadkeys)"
            caps_lock = "inverted"
            terminator = "none"
            silence_ms = 60
            longest_pause_ms = 2000
            prefix = "\\u0002"
            suffix = "#!"
            gs_keys = ["F1", "F8", "F10", "F11", "F12", "F13", "F24"]
            gs_texts = ["<GS>", "{GS}"]
            eight_digits = "upc-e"
            store_codes = ["2PPPPPCWWWWWC", "2PPPPPCAAA.AC"]
            """)
        let scans = scanner.scans
        #expect(scans.table.name == "de(nodeadkeys)" && scans.capsLock == .inverted)
        #expect(scans.terminators == .any && scans.silence == 60_000_000)
        #expect(scans.patience == 2_000_000_000)
        #expect(scans.prefix == [2] && scans.suffix == Array("#!".utf8))
        // KEY_F1 is 59, KEY_F8 66, KEY_F10 68, KEY_F11 87, KEY_F12 88, KEY_F13 183, KEY_F24 194.
        #expect(scans.separatorKeys == [59, 66, 68, 87, 88, 183, 194])
        #expect(scans.separatorTexts == [Array("<GS>".utf8), Array("{GS}".utf8)])
        #expect(scanner.codes.prefersUPCE)
        #expect(
            scanner.codes.storeCodes.map(\.description) == ["2PPPPPCWWWWWC", "2PPPPPCAAA.AC"])
    }

    @Test("without a word a scanner is as it left the factory")
    func none() throws {
        let scanner = try read("")
        #expect(scanner.scans == .standard && scanner.codes == .standard)
    }

    @Test(
        "an end by terminator has no silence",
        arguments: [("any", Terminators.any), ("enter", .enter), ("tab", .tab)])
    func terminators(_ word: String, _ terminators: Terminators) throws {
        let scans = try read("terminator = \"\(word)\"").scans
        #expect(scans.terminators == terminators && scans.silence == nil)
    }

    @Test(
        "what cannot be used is refused with its line",
        arguments: [
            "layout = \"zz\"", "layout = \"de,us\"", "layout = 1", "caps_lock = \"on\"",
            "terminator = \"cr\"", "silence_ms = 5", "longest_pause_ms = 0",
            "prefix = \"12345678901234567\"", "suffix = \"é\"", "gs_keys = [\"F25\"]",
            "gs_keys = [\"F0\"]", "gs_keys = \"F8\"", "gs_texts = [\"\"]",
            "eight_digits = \"ean\"", "store_codes = [\"3PPPPPCWWWWWC\"]",
            "store_codes = \"2PPPPPCWWWWWC\"",
        ])
    func refusals(_ line: String) {
        let error = #expect(throws: SettingsError.self) { try read(line) }
        guard case .refused(_, let problems) = error else { return }
        #expect(problems.map(\.line) == [2] && problems[0].sentence.contains("it must be"))
    }
}
