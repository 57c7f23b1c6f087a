/// Which characters a printer has in its code page, each one cell wide.
package struct Repertoire: Sendable {
    /// The classes of the scalars below `limit`, where nearly all text of a receipt lies.
    private let classes: [CharacterClass]
    /// The resident characters that can also be written as a letter and a mark.
    private let composed: [Character: Unicode.Scalar]
    private static let limit = 0x3000

    /// Takes what the printer has beside printable ASCII, which it always has.
    package init(resident: some Collection<Unicode.Scalar>) {
        var classes = (0..<Self.limit).map { value in
            Unicode.Scalar(UInt32(value)).map { CharacterClass(of: $0) } ?? .forbidden
        }
        for value in 0x21...0x7E { classes[value] = .resident }
        for scalar in resident where Int(scalar.value) < Self.limit {
            guard classes[Int(scalar.value)] == .sign else { continue }
            classes[Int(scalar.value)] = .resident
        }
        self.classes = classes
        composed = Dictionary(
            resident.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private init(classes: [CharacterClass], composed: [Character: Unicode.Scalar]) {
        self.classes = classes
        self.composed = composed
    }

    /// Every character that takes one cell, as a terminal has them.
    ///
    /// Letters and marks are the terminal's own affair: to gather them takes longer than a receipt.
    static let terminal = Repertoire(
        classes: (0..<limit).map { value in
            let found = Unicode.Scalar(UInt32(value)).map { CharacterClass(of: $0) } ?? .forbidden
            return found == .sign ? .resident : found
        }, composed: [:])

    func characterClass(of scalar: Unicode.Scalar) -> CharacterClass {
        characterClass(ofValue: scalar.value)
    }

    /// The class of the scalar with a value; one that is no scalar's is forbidden.
    func characterClass(ofValue value: UInt32) -> CharacterClass {
        if value < classes.count { return classes[Int(value)] }
        return Unicode.Scalar(value).map { CharacterClass(of: $0) } ?? .forbidden
    }

    /// Whether the printer has a character.
    package func has(_ scalar: Unicode.Scalar) -> Bool {
        characterClass(of: scalar) == .resident
    }

    /// The resident character that means the same as a letter with marks, if there is one.
    func resident(equivalentTo character: Character) -> Unicode.Scalar? {
        composed[character]
    }
}
