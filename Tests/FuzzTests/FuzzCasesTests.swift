import FuzzBodies
import Glibc
import Seeds
import Testing

/// What the fuzzers have found stays found: every kept case runs here, and some fresh inputs.
@Suite("Inputs that no promise may break at")
struct FuzzCasesTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fuzz/Cases/"

    private static func files(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
                unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(folder + "/" + name) }
        }
        return names.sorted()
    }

    private static func contents(of path: String) -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else { return [] }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    @Test("every kept case passes", arguments: FuzzBody.all.map(\.name))
    func cases(_ name: String) throws {
        let body = try #require(FuzzBody.all.first { $0.name == name })
        let files = Self.files(in: Self.folder + name)
        #expect(!files.isEmpty, "Tests/Fuzz/Cases/\(name) holds at least one case")
        for file in files {
            let bytes = Self.contents(of: file)
            #expect(!bytes.isEmpty, "\(file)")
            body.run(bytes)
        }
    }

    @Test("2,000 random inputs pass", arguments: FuzzBody.all.map(\.name))
    func random(_ name: String) throws {
        let body = try #require(FuzzBody.all.first { $0.name == name })
        let seed = UInt64.random(in: 0 ... .max)
        print("\(name): seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let length = Int.random(in: 0...200, using: &random)
            body.run((0..<length).map { _ in UInt8.random(in: 0 ... .max, using: &random) })
        }
    }

    @Test("a broken promise ends the process, so that a fuzzer sees it")
    func broken() async {
        await #expect(processExitsWith: .failure) {
            FuzzBody.brokenPromise()
        }
    }
}
