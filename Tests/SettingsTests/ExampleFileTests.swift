import System
import SystemPackage
import Testing

@testable import Settings

@Suite("The example file is the documentation of the settings")
struct ExampleFileTests {
    private static let path =
        #filePath.split(separator: "/").dropLast(3)
        .reduce("") { $0 + "/" + $1 } + "/packaging/galla.example.toml"

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
}
