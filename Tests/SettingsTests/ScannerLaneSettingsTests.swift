import Testing

@testable import Settings

@Suite("Lanes and serial lines of scanners")
struct ScannerLaneSettingsTests {
    private func settings(_ toml: String) throws -> ShopSettings.Scanner {
        try ShopSettings(toml: Array(toml.utf8), file: "galla.toml").scanner
    }

    @Test("lanes are read in the order of their names")
    func lanes() throws {
        let read = try settings(
            """
            [scanner]
            serial_line = "115200"
            [scanner.lanes]
            "Lane 2" = "serial=19B1"
            "Lane 1" = "port=1-1.2"
            """)
        #expect(
            read.lanes == [
                ShopSettings.Lane(name: "Lane 1", place: "port=1-1.2"),
                ShopSettings.Lane(name: "Lane 2", place: "serial=19B1"),
            ])
        #expect(read.serialLine == "115200 8N1")
    }

    @Test(
        "what names no scanner, or one scanner twice, is refused with its line",
        arguments: [
            ("[scanner.lanes]\n\"Lane 1\" = \"1-1.2\"", "scanner.lanes"),
            ("[scanner.lanes]\n\"Lane 1\" = \"port=\"", "scanner.lanes"),
            ("[scanner.lanes]\n\"Lane 1\" = 1", "scanner.lanes"),
            ("[scanner.lanes]\na = \"port=1-1\"\nb = \"port=1-1\"", "scanner.lanes"),
            ("[scanner]\nserial_line = \"fast\"", "scanner.serial_line"),
            ("[scanner]\nserial_line = 9600", "scanner.serial_line"),
        ])
    func refused(_ toml: String, _ key: String) {
        let error = #expect(throws: SettingsError.self) { try settings(toml) }
        #expect(error?.description.contains(key) == true)
    }
}
