import Testing

@Suite("What other modules see is documented")
struct DeclarationTests {
    private static let tree = SourceTree.repository

    @Test("the tree has declarations for other modules")
    func treeIsThere() {
        #expect(Self.tree.sources.flatMap(DeclarationRules.declarations).count > 100)
    }

    @Test("every package or public declaration has a doc comment")
    func documentation() { expectNone(Self.tree.sources.flatMap(DeclarationRules.documentation)) }

    @Test("a doc comment begins with one sentence of at most 150 characters")
    func summary() { expectNone(Self.tree.sources.flatMap(DeclarationRules.summary)) }

    @Test(
        "a planted declaration without a doc comment is reported",
        arguments: [
            ("package func a() {}", 1),
            ("    public static let a = 1", 1),
            ("// Says nothing to the caller.\npackage struct A {}", 1),
            ("@discardableResult\npackage mutating func a() -> Int { 1 }", 1),
            ("package init?(_ text: String) {}", 1),
            ("@safe package final class A {}", 1),
            ("package private(set) var a = 1", 1),
            ("/// An a.\nlet b = 1\npackage let a = 1", 1),
            ("/// An a.\npackage let a = 1", 0),
            ("/// An a.\n@discardableResult\n@inline(never)\npackage func a() {}", 0),
            ("package import Billing\npackage extension A {}", 0),
            ("package static func < (a: A, b: A) -> Bool { true }", 0),
            ("package var description: String { \"\" }", 0),
            ("call(package: 1)\nlet package = Package()\nfunc a() {}", 0),
        ])
    func plantedDocumentation(text: String, reported: Int) {
        let found = DeclarationRules.documentation(TreeFile("Sources/Core/Billing/A.swift", text))
        #expect(found.count == reported, "\(found)")
    }

    @Test(
        "a planted first sentence that is too long, endless or two is reported",
        arguments: [
            ("/// An a", 1),
            ("/// An a. It has a b.", 1),
            ("/// " + String(repeating: "a", count: 150) + ".", 1),
            ("/// - Returns: an a.", 1),
            ("/// " + String(repeating: "a", count: 149) + ".", 0),
            ("/// An a, e.g. this one,\n/// over two lines.\n///\n/// And more. And more.", 0),
            ("/// The date 1.5 and `A.B` are no ends.", 0),
        ])
    func plantedSummary(comment: String, reported: Int) {
        let file = TreeFile("Sources/Core/Billing/A.swift", comment + "\npackage let a = 1")
        let found = DeclarationRules.summary(file)
        #expect(found.count == reported, "\(found)")
    }
}
