import Testing

@Suite("Imports point down the house")
struct ImportTests {
    private static let tree = SourceTree.repository
    private static let planted = ImportRules(
        manifest: Manifest(
            TreeFile(
                "Package.swift",
                """
                    targets: [
                        core("Billing"),
                        platform("USB", ["CLibUSB"]),
                        platform("Hotplug"),
                        door("CLibUSB", pkgConfig: "libusb-1.0"),
                        application("Till", ["Billing"]),
                    ]
                """)))
    private let rules: ImportRules

    init() throws {
        rules = ImportRules(manifest: Manifest(try #require(Self.tree.file("Package.swift"))))
    }

    @Test("the tree has files on every floor, and every import of a door is seen")
    func treeIsThere() {
        for floor in ["Core", "Platform", "Application"] {
            #expect(Self.tree.sources.filter { $0.floor == floor }.count > 10)
        }
        let doors = Set(rules.manifest.entries.filter { $0.kind == "door" }.map(\.name))
        let imported = Set(Self.tree.sources.flatMap { ImportRules.imports($0).map(\.module) })
        #expect(!doors.isEmpty)
        #expect(doors.subtracting(imported).isEmpty)
    }

    @Test("Core imports nothing but other Core targets")
    func core() { expectNone(Self.tree.sources.flatMap(rules.core)) }

    @Test("a module never imports one that is above it")
    func upwards() { expectNone(Self.tree.sources.flatMap(rules.upwards)) }

    @Test("a C library is imported by its one handle module")
    func doors() { expectNone(rules.doors(Self.tree.sources)) }

    @Test("Till and Spooler know devices only through the protocols of Devices")
    func devices() { expectNone(Self.tree.sources.flatMap(rules.devices)) }

    @Test("what is imported is declared, in sources and in tests")
    func declared() {
        let files = Self.tree.files.filter { $0.code != nil }
        #expect(files.contains { rules.manifest.home(of: $0)?.kind == "tests" })
        expectNone(files.flatMap(rules.declared))
    }

    @Test("a wrapped package is imported by its wrapper only")
    func homes() { expectNone(Self.tree.sources.flatMap(rules.homes)) }

    @Test(
        "a planted import is reported, and a good one is not",
        arguments: [
            ("Sources/Core/Billing/A.swift", "package import Foundation", 1),
            (
                "Sources/Core/Billing/A.swift", "import Glibc\nimport struct Dispatch.DispatchTime",
                2
            ),
            ("Sources/Core/Billing/A.swift", "import Synchronization", 1),
            ("Sources/Core/Billing/A.swift", "import USB", 1),
            ("Sources/Core/Billing/A.swift", "// import USB\nlet text = \"import USB\"", 0),
            ("Sources/Core/Receipts/A.swift", "internal import Billing", 0),
            ("Sources/Platform/USB/A.swift", "import Till", 1),
            ("Sources/Application/Till/A.swift", "import galla", 1),
            ("Sources/Platform/USB/A.swift", "import Billing\nimport CLibUSB", 0),
            ("Sources/Application/Till/A.swift", "private import Hotplug", 1),
            ("Sources/Application/Till/A.swift", "import GRDB", 1),
            ("Sources/Application/Ledger/A.swift", "@preconcurrency import GRDB", 0),
        ])
    func plantedImport(path: String, text: String, reported: Int) {
        let file = TreeFile(path, text)
        let found = [
            Self.planted.core, Self.planted.upwards, Self.planted.devices, Self.planted.homes,
        ]
        .flatMap { $0(file) }
        #expect(found.count == reported, "\(found)")
    }

    @Test("a planted import of a module that is not declared is reported")
    func plantedUndeclared() {
        let file = TreeFile(
            "Sources/Application/Till/A.swift",
            "@testable import Billing\npackage import USB\nimport Foundation")
        #expect(Self.planted.declared(file).map(\.line) == [2])
        #expect(Self.planted.declared(TreeFile("Sources/Elsewhere/A.swift", "import USB")).isEmpty)
    }

    @Test("a second user of a door, and a user on another floor, are reported")
    func plantedDoor() {
        let owner = TreeFile("Sources/Platform/USB/A.swift", "import CLibUSB")
        let second = TreeFile("Sources/Platform/Hotplug/A.swift", "import CLibUSB")
        let above = TreeFile("Sources/Application/Till/A.swift", "import CLibUSB")
        #expect(Self.planted.doors([owner, owner]).isEmpty)
        #expect(Self.planted.doors([owner, second]).map(\.path) == [second.path])
        #expect(Self.planted.doors([owner, above]).map(\.path) == [above.path])
        #expect(Self.planted.devices(above).count == 1)
    }
}
