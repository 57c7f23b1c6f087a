import Foundation
import Linux
import Settings
import Testing

/// Files in `galla.toml.d` add to the settings: the later wins, key by key, and is named by itself.
@Suite("Additions to a settings file")
struct AdditionsTests {
    private func read(
        _ main: String, _ additions: (String, String)...
    ) throws(SettingsError) -> ShopSettings {
        try ShopSettings(
            toml: Array(main.utf8), file: "galla.toml",
            additions: additions.map { ($0.0, Array($0.1.utf8)) })
    }

    @Test("an addition changes its keys and leaves the others of the section")
    func keyByKey() throws {
        let settings = try read(
            "[till]\nnumber = 7\ncashier = \"Meena\"\n", ("a.toml", "[till]\nnumber = 8\n"))
        #expect(settings.till.number == 8)
        #expect(settings.till.cashier == "Meena")
    }

    @Test("of two additions the later wins")
    func later() throws {
        let settings = try read(
            "", ("a.toml", "[till]\nnumber = 2\ncashier = \"A\"\n"),
            ("b.toml", "[till]\nnumber = 3\n"))
        #expect(settings.till.number == 3)
        #expect(settings.till.cashier == "A")
    }

    @Test("a list replaces a list")
    func lists() throws {
        let settings = try read(
            "[scanner]\nuris = [\"auto\", \"stdin\"]\n",
            ("a.toml", "[scanner]\nuris = [\"evdev:port=1-1.3\"]\n"))
        #expect(settings.scanner.uris == ["evdev:port=1-1.3"])
    }

    @Test("each problem names its own file and line, the settings file first")
    func problems() {
        let error = #expect(throws: SettingsError.self) {
            try read(
                "[till]\nnumber = 0\ncolour = 1\n",
                ("x.d/a.toml", "\n[till]\ncashier = 5\n"),
                ("x.d/b.toml", "[till]\nnumber = 4\n[tell]\n"))
        }
        #expect(
            error?.description == """
                galla.toml:3: till.colour is no setting; [till] has number, cashier, open_drawer.
                x.d/a.toml:3: till.cashier is 5; it must be a text in quotes of 1 to 40 \
                characters, like "Cashier".
                x.d/b.toml:3: [tell] is no section; did you mean [till]?.
                """)
    }

    @Test("what is no TOML in an addition is named with the addition's line")
    func noTOML() {
        let error = #expect(throws: SettingsError.self) { try read("", ("a.toml", "\n= 1\n")) }
        #expect(error?.description.hasPrefix("a.toml:2: this is not TOML") == true)
    }

    @Test("additions are read in the order of their names, without a settings file too")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("galla-additions-\(UUID().uuidString)").path
        // A folder that stays behind in the temporary directory harms nobody.
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = folder + "/galla.toml"
        try ReplacedFile.makeFolders(file + ".d")
        try ReplacedFile.write(Array("[till]\nnumber = 3\n".utf8), to: file + ".d/20.toml")
        try ReplacedFile.write(
            Array("[till]\nnumber = 2\ncashier = \"A\"\n".utf8), to: file + ".d/10.toml")
        try ReplacedFile.write(Array("no settings".utf8), to: file + ".d/note.txt")
        let settings = try ShopSettings.read(file: file)
        #expect(settings.till.number == 3)
        #expect(settings.till.cashier == "A")
    }
}
