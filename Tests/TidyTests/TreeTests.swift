import Testing

@Suite("Everything in the tree has its place")
struct TreeTests {
    private static let tree = SourceTree.repository
    private let manifest: Manifest

    init() throws {
        manifest = Manifest(try #require(Self.tree.file("Package.swift")))
    }

    @Test("the manifest is understood: every floor, the program and the tests are in it")
    func manifestIsRead() {
        let kinds = Set(manifest.entries.map(\.kind))
        #expect(
            kinds.isSuperset(of: [
                "core", "platform", "door", "application", "program", "tests",
            ]))
        #expect(manifest.entry("TidyTests")?.folder == "Tests/TidyTests")
    }

    @Test("each folder of sources and of tests is a target")
    func folders() { expectNone(TreeRules.folders(Self.tree, manifest)) }

    @Test("each target has a sentence above it")
    func charters() { expectNone(TreeRules.charters(manifest)) }

    @Test("a C library's door is a dependency of one module")
    func doors() { expectNone(TreeRules.doors(manifest)) }

    @Test("a script can be started and says by what")
    func scripts() {
        #expect(Self.tree.files.contains { $0.isExecutable })
        expectNone(Self.tree.files.flatMap(TreeRules.scripts))
    }

    private static let planted = Manifest(
        TreeFile(
            "Package.swift",
            """
                targets: [
                    // Money.
                    core("Billing"),
                    platform(
                        "USB",
                        ["CLibUSB"]),
                    // The doors.
                    door("CLibUSB", pkgConfig: "libusb-1.0"),
                    door("CLinux"),
                    // The program.
                    .executableTarget(
                        name: "galla", dependencies: ["Billing", "CLibUSB"], path: "Sources/galla"),
                    tests("BillingTests", ["Billing"]),
                ]
            )
            """))

    @Test("a planted target without a sentence is reported")
    func plantedCharter() {
        #expect(TreeRules.charters(Self.planted).map(\.line) == [4, 14 - 1])
    }

    @Test("a planted door with two users, and one with none, are reported")
    func plantedDoor() {
        let found = TreeRules.doors(Self.planted)
        #expect(found.map(\.line) == [8, 9])
        #expect(found.first?.what == "CLibUSB is a dependency of USB, galla")
    }

    @Test("a planted folder that is no target is reported, once")
    func plantedFolder() {
        let paths = [
            "Sources/Core/Billing/Money.swift", "Sources/Core/Other/A.swift",
            "Sources/Core/Other/B.swift", "Sources/galla/Main.swift", "Sources/more/A.swift",
            "Sources/Platform/CPango/module.modulemap", "Tests/BillingTests/A.swift",
            "Tests/OtherTests/A.swift", "Tests/Guest/run", "Benchmarks/CSale/a.c", "Package.swift",
        ]
        let found = TreeRules.folders(
            SourceTree(files: paths.map { TreeFile($0, "") }), Self.planted)
        #expect(
            found.map(\.path) == [
                "Sources/Core/Other/A.swift", "Sources/more/A.swift",
                "Sources/Platform/CPango/module.modulemap", "Tests/OtherTests/A.swift",
                "Benchmarks/CSale/a.c",
            ])
    }

    @Test(
        "a planted script that cannot be started is reported",
        arguments: [
            ("a", "#!/bin/sh\n", false, 1), ("a", "echo\n", true, 1), ("a.sh", "echo\n", false, 1),
            ("a", "#!/bin/sh\n", true, 0), ("a.py", "import os\n", false, 0),
        ])
    func plantedScript(name: String, text: String, isExecutable: Bool, reported: Int) {
        let file = TreeFile(name, text, isExecutable: isExecutable)
        #expect(TreeRules.scripts(file).count == reported)
    }
}
