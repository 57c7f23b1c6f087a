import DeviceEmulation
import Devices
import Foundation
import Linux
import Scanning
import Settings
import Testing

/// A recording of the folder beside this file.
struct Fixture: CustomTestStringConvertible, Sendable {
    let name: String
    let path: String

    var testDescription: String { name }

    /// Every recording; the tests that use it fail when there are none.
    static let all: [Fixture] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Recordings").path
        // An unreadable folder is an empty list, which a test refuses.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".recording") }.sorted().map {
            Fixture(name: String($0.dropLast(".recording".count)), path: folder + "/" + $0)
        }
    }()

    static func named(_ name: String) throws -> Fixture {
        try #require(all.first { $0.name == name })
    }

    func recording() throws -> Recording { try RecordingFile.read(path) }

    /// The settings that the recording names, read as a shop's are.
    func settings() throws -> ScanSettings {
        let lines = try recording().settings.map { "\($0.key) = \($0.value)\n" }
        let text = "[scanner]\n" + lines.joined()
        return try ShopSettings(toml: Array(text.utf8), file: name).scanner.scans
    }

    /// What a replay tells, without waiting.
    func play(_ body: @escaping (ScannerTrace?, ScannerEvent?) -> Void) throws {
        let replay = try ReplayScanner(
            recording(), settings: settings(), speed: .unlimited)
        replay.play(until: try EventFlag(), tap: { body($0, nil) }, deliver: { body(nil, $0) })
    }
}
