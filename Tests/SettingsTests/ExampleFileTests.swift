import Linux
import SystemPackage
import Testing

@testable import Settings

@Suite("The example file is the documentation of the settings")
struct ExampleFileTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/packaging"
    private static let path = folder + "/galla.example.toml"

    @Test("its values are the built-in ones")
    func values() throws {
        #expect(try ShopSettings.read(file: Self.path, mustExist: true) == .builtIn)
    }

    @Test("every key stands in it", arguments: Vocabulary.sections)
    func everyKey(section: Vocabulary.Section) throws {
        let lines = KeyLines(
            of: try OpenDescriptor(path: Self.path, .readOnly).read(atMost: 1 << 16))
        for key in section.keys {
            #expect(lines.contains([section.name, key]), "\(section.name).\(key) is missing")
        }
    }

    @Test("the demo shop's settings are accepted")
    func demo() throws {
        let demo = try ShopSettings.read(file: Self.folder + "/demo/galla.toml", mustExist: true)
        #expect(demo.printer.uri == "emulated:")
    }

    @Test("a file larger than any settings is refused before it is taken in")
    func endless() {
        let error = #expect(throws: SettingsError.self) {
            try ShopSettings.read(file: "/dev/zero", mustExist: true)
        }
        #expect(error?.description.contains("larger than any settings file") == true)
    }

    @Test("a long file is read in one walk")
    func long() {
        let comment = Array(String(repeating: "# a comment\n", count: 8_000).utf8)
        #expect(KeyLines(of: comment + Array("a = 1".utf8)).line(of: ["a"]) == 8_001)
    }
}
