/// Takes a text apart into words, and words into characters the printer has and runs it lacks.
struct WordBuilder {
    let style: TextStyle
    let cellDots: Int
    private var words: [Word] = []
    private var word = Word()
    private var plain = ""
    private var plainCells = 0
    private var shaped = ""

    init(style: TextStyle, cellDots: Int) {
        self.style = style
        self.cellDots = cellDots
    }

    /// The words of a text; several spaces count as one.
    mutating func words(of text: String, with setter: inout TextSetter) -> [Word] {
        let parts = text.unicodeScalars.split {
            setter.repertoire.characterClass(of: $0) == .space
        }.map { String($0) }
        if style.isDouble, !setter.isTerminal, let rasters = wholeRasters(parts, &setter) {
            return rasters
        }
        for part in parts {
            add(part, &setter)
            words.append(word)
            word = Word()
        }
        return words
    }

    /// Text of double size that holds anything the printer lacks becomes dots as a whole: rasters
    /// of double height cannot stand on a line with characters.
    private func wholeRasters(_ parts: [String], _ setter: inout TextSetter) -> [Word]? {
        let isResident = parts.allSatisfy { part in
            part.unicodeScalars.allSatisfy {
                setter.repertoire.characterClass(of: $0) == .resident
            }
        }
        guard !isResident else { return nil }
        var words: [Word] = []
        var isComplete = true
        for part in parts {
            let run = TextRun(part, isBold: style.isBold, form: .doubleLine)
            guard let raster = setter.raster(of: run) else {
                isComplete = false
                continue
            }
            var word = Word(isRightToLeft: isRightToLeft(part, setter), hasLetters: true)
            word.append(raster, of: run)
            words.append(word)
        }
        return isComplete ? words : nil
    }

    private mutating func add(_ part: String, _ setter: inout TextSetter) {
        if setter.isTerminal {
            return addShown(part, setter)
        }
        // Signs and digits inside such a word change places when it is shaped as a whole.
        if isRightToLeft(part, setter) {
            word.isRightToLeft = true
            shaped = part
            endShaped(&setter)
            return
        }
        for character in part { add(character, &setter) }
        endShaped(&setter)
        endPlain()
    }

    /// A terminal shows every script; what could command it is spelled out.
    private mutating func addShown(_ part: String, _ setter: TextSetter) {
        var shown = String.UnicodeScalarView()
        for scalar in part.unicodeScalars {
            switch setter.repertoire.characterClass(of: scalar) {
            case .forbidden: shown.append(contentsOf: Self.spelled(String(scalar)).unicodeScalars)
            default: shown.append(scalar)
            }
        }
        let text = String(shown)
        word.append(text: text, cells: DisplayWidth.cells(of: text), cellDots: cellDots)
    }

    private mutating func add(_ character: Character, _ setter: inout TextSetter) {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return }
        switch setter.repertoire.characterClass(of: first) {
        case .resident where scalars.count == 1: addPlain(first, &setter)
        case .sign where scalars.count == 1: addSign(String(character), &setter)
        case .resident, .sign, .mark: addComposed(character, &setter)
        case .complex, .rightToLeft:
            endPlain()
            shaped.append(character)
        case .ignorable, .space: if !shaped.isEmpty { shaped.append(character) }
        case .forbidden: addSpelled(String(character), &setter)
        }
    }

    /// A letter with marks, or with joiners and selectors that mean nothing beside it.
    private mutating func addComposed(_ character: Character, _ setter: inout TextSetter) {
        let visible = character.unicodeScalars.filter {
            setter.repertoire.characterClass(of: $0) != .ignorable
        }
        let text = String(String.UnicodeScalarView(visible))
        // A joiner may have held two characters together as one.
        guard text.count == 1 else {
            for part in text { add(part, &setter) }
            return
        }
        if visible.count == 1, let only = visible.first {
            setter.repertoire.has(only) ? addPlain(only, &setter) : addSign(text, &setter)
        } else if let same = setter.repertoire.resident(equivalentTo: Character(text)) {
            addPlain(same, &setter)
        } else {
            addSign(text, &setter)
        }
    }

    private mutating func addPlain(_ scalar: Unicode.Scalar, _ setter: inout TextSetter) {
        endShaped(&setter)
        plain.unicodeScalars.append(scalar)
        plainCells += 1
        word.hasLetters = word.hasLetters || scalar.properties.isAlphabetic
    }

    private mutating func addSign(_ sign: String, _ setter: inout TextSetter) {
        endShaped(&setter)
        word.hasLetters = word.hasLetters || Character(sign).isLetter
        guard !style.isDouble else { return spell(sign) }
        let run = TextRun(sign, isBold: style.isBold, form: .cell)
        guard let raster = setter.raster(of: run) else { return spell(sign) }
        if sign.unicodeScalars.count == 1 {
            plain += sign
            plainCells += 1
        } else {
            endPlain()
            word.append(raster, of: run)
        }
    }

    private mutating func addSpelled(_ text: String, _ setter: inout TextSetter) {
        endShaped(&setter)
        _ = setter.raster(of: TextRun(text, isBold: style.isBold, form: .cell))
        spell(text)
    }

    private mutating func endPlain() {
        guard plainCells > 0 else { return }
        word.append(text: plain, cells: plainCells, cellDots: cellDots)
        (plain, plainCells) = ("", 0)
    }

    private mutating func endShaped(_ setter: inout TextSetter) {
        guard !shaped.isEmpty else { return }
        let text = shaped
        shaped = ""
        word.hasLetters = true
        let run = TextRun(text, isBold: style.isBold, form: style.isDouble ? .doubleLine : .line)
        if let raster = setter.raster(of: run) {
            guard !style.isDouble else { return spell(text) }
            word.append(raster, of: run)
        } else {
            spell(text)
            endPlain()
        }
    }

    /// Writes what cannot be printed as code points, `[U+0F40]`: never as a question mark.
    private mutating func spell(_ text: String) {
        let spelled = Self.spelled(text)
        plain += spelled
        plainCells += spelled.utf8.count
    }

    private static func spelled(_ text: String) -> String {
        let points = text.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
        return "[" + points.joined(separator: " ") + "]"
    }

    private func isRightToLeft(_ part: String, _ setter: TextSetter) -> Bool {
        part.unicodeScalars.contains {
            setter.repertoire.characterClass(of: $0) == .rightToLeft
        }
    }
}
