import Testing

@Suite("The project knows no machine")
struct PlaceTests {
    private static let tree = SourceTree.repository

    @Test("the tree has files of all kinds")
    func treeIsThere() {
        for path in ["Makefile", "README.md", ".ci/run", ".gitignore", "Tests/Guest/run"] {
            #expect(Self.tree.file(path) != nil, "\(path) is missing")
        }
    }

    @Test("no path of a person's or a builder's machine")
    func paths() { expectNone(Self.tree.files.flatMap(PlaceRules.paths)) }

    @Test("every link is one that any reader can open")
    func links() { expectNone(Self.tree.files.flatMap(PlaceRules.links)) }

    @Test(
        "a planted path of a machine is reported",
        arguments: [
            ("cd /" + "work/main", 1), ("PATH=/" + "opt/swift/usr/bin", 1),
            ("\"/" + "home/someone/galla\"", 1), ("Tests/" + "work/a", 0),
            ("$HOME/" + "work/a", 1 - 1), ("/usr/share/galla", 0),
        ])
    func plantedPath(text: String, reported: Int) {
        #expect(PlaceRules.paths(TreeFile("Makefile", text)).count == reported)
    }

    @Test(
        "a planted link to a mirror is reported",
        arguments: [
            ("see https://" + "mirror.internal.net/debian", 1),
            ("ssh://git@" + "packages.corp.io:22/a.git", 1),
            ("https://github.com/groue/GRDB.swift", 0),
            ("http://127.0.0.1:8080/ and https://shop.example/ and tcp://host:9100", 0),
            ("https://www.swift.org.", 0),
        ])
    func plantedLink(text: String, reported: Int) {
        #expect(PlaceRules.links(TreeFile("README.md", text)).count == reported)
    }
}
