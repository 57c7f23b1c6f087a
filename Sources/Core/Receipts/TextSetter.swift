/// Looks up the characters of texts: which the printer has, which are dots, how wide all is.
struct TextSetter {
    /// What texts are set for.
    enum Medium: Sendable {
        /// A printer with what it has, and rasters for what it lacks.
        case printer(Repertoire, [TextRun: Raster])
        /// A screen of characters, which shows every script in its own way.
        case terminal
    }

    let medium: Medium
    let repertoire: Repertoire
    let rasters: [TextRun: Raster]
    /// The runs that were needed and for which no raster is there, each once.
    private(set) var unprintable: [TextRun] = []
    private var signs: [KnownSign] = []

    private struct KnownSign {
        let value: UInt32
        let isBold: Bool
        let isCovered: Bool
    }

    init(_ medium: Medium) {
        self.medium = medium
        switch medium {
        case .printer(let repertoire, let rasters):
            (self.repertoire, self.rasters) = (repertoire, rasters)
        case .terminal: (repertoire, rasters) = (.terminal, [:])
        }
    }

    var isTerminal: Bool {
        if case .terminal = medium { true } else { false }
    }

    /// Looks a text up; what no raster is there for is spelled out and remembered.
    mutating func set(_ text: String, _ style: TextStyle) -> SetText {
        let cellDots = cellDots(style)
        if let cells = cellsIfPlain(text, style) {
            return SetText(
                text: text, style: style, cellDots: cellDots, spaceDots: cellDots,
                widthDots: cells * cellDots, words: nil)
        }
        let words = words(of: text, style)
        let spaceDots = hasDots(words) ? Paper.cellWidthDots : cellDots
        let measure = SetText(
            text: text, style: style, cellDots: cellDots, spaceDots: spaceDots, widthDots: 0,
            words: words)
        return SetText(
            text: text, style: style, cellDots: cellDots, spaceDots: spaceDots,
            widthDots: measure.line(of: words).widthDots, words: words)
    }

    /// Breaks a text into lines of at most `limitDots`, at spaces where there are any.
    mutating func lines(of text: SetText, limitDots: Int) -> [SetText.Line] {
        guard text.widthDots > limitDots else {
            var line = SetText.Line(widthDots: text.widthDots)
            text.append(to: &line.pieces, at: 0)
            return [line]
        }
        var lines: [SetText.Line] = []
        var current: [Word] = []
        var width = 0
        for word in text.words ?? words(of: text.text, text.style) {
            for part in word.chopped(toWidth: limitDots, cellDots: text.cellDots) {
                let needed = part.widthDots + (current.isEmpty ? 0 : text.spaceDots)
                if width + needed > limitDots, !current.isEmpty {
                    lines.append(text.line(of: current))
                    (current, width) = ([], 0)
                }
                width += part.widthDots + (current.isEmpty ? 0 : text.spaceDots)
                current.append(part)
            }
        }
        return current.isEmpty ? lines : lines + [text.line(of: current)]
    }

    /// The raster of a run; where there is none, the run is remembered as unprintable.
    mutating func raster(of run: TextRun) -> Raster? {
        if let raster = rasters[run] { return raster }
        if !unprintable.contains(run) { unprintable.append(run) }
        return nil
    }

    /// The width of a cell; terminals have one size of letters.
    func cellDots(_ style: TextStyle) -> Int {
        style.isDouble && !isTerminal ? Paper.cellWidthDots * 2 : Paper.cellWidthDots
    }

    /// How many cells a text takes if it can stand as it is, character by character.
    private mutating func cellsIfPlain(_ text: String, _ style: TextStyle) -> Int? {
        var cells = 0
        var isPlain = true
        text.forEachScalarValue { value in
            cells += 1
            guard value < 0x20 || value > 0x7E else { return }
            isPlain = isPlain && isOneCell(value, style)
        }
        return isPlain ? cells : nil
    }

    private mutating func isOneCell(_ value: UInt32, _ style: TextStyle) -> Bool {
        switch repertoire.characterClass(ofValue: value) {
        case .resident: true
        case .sign: !style.isDouble && covers(value, isBold: style.isBold)
        case .space, .mark, .ignorable, .complex, .rightToLeft, .forbidden: false
        }
    }

    private mutating func covers(_ value: UInt32, isBold: Bool) -> Bool {
        for known in signs where known.value == value && known.isBold == isBold {
            return known.isCovered
        }
        guard let sign = Unicode.Scalar(value) else { return false }
        let run = TextRun(String(Character(sign)), isBold: isBold, form: .cell)
        let isCovered = raster(of: run) != nil
        signs.append(KnownSign(value: value, isBold: isBold, isCovered: isCovered))
        return isCovered
    }

    /// Whether shaped words are among them: their own edges leave room at double size already.
    private func hasDots(_ words: [Word]) -> Bool {
        words.contains { word in
            word.segments.contains {
                if case .raster = $0.content { true } else { false }
            }
        }
    }

    private mutating func words(of text: String, _ style: TextStyle) -> [Word] {
        var builder = WordBuilder(style: style, cellDots: cellDots(style))
        return builder.words(of: text, with: &self)
    }
}
