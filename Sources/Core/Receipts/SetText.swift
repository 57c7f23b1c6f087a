/// A text whose characters have been looked up, so that its width is known.
struct SetText {
    let text: String
    let style: TextStyle
    /// How wide one character is.
    let cellDots: Int
    /// How wide the space between two words is.
    let spaceDots: Int
    /// The width on one line.
    let widthDots: Int
    /// The words, or nothing where each character is one cell and the text can stand as it is.
    let words: [Word]?

    /// A line of it, the pieces placed from zero.
    struct Line {
        var pieces: [Piece] = []
        var widthDots = 0
    }

    /// The whole text on one line, its pieces placed from `xDots`.
    func append(to pieces: inout [Piece], at xDots: Int) {
        guard let words else {
            guard widthDots > 0 else { return }
            pieces.append(
                Piece(
                    xDots: xDots, widthDots: widthDots, isBold: style.isBold, content: .text(text)))
            return
        }
        for piece in line(of: words).pieces { pieces.append(piece.moved(by: xDots)) }
    }

    /// Puts words on a line, a space between each two, in the order in which they are seen.
    func line(of words: [Word]) -> Line {
        var line = Line()
        for word in Self.seenOrder(words) {
            if !line.pieces.isEmpty { line.widthDots += spaceDots }
            for segment in word.segments { add(segment, to: &line) }
        }
        return line
    }

    private func add(_ segment: Word.Segment, to line: inout Line) {
        defer { line.widthDots += segment.widthDots }
        if case .text(let text) = segment.content, let last = line.pieces.last,
            case .text(let before) = last.content
        {
            let gap = (line.widthDots - last.xDots - last.widthDots) / cellDots
            line.pieces[line.pieces.count - 1] = Piece(
                xDots: last.xDots,
                widthDots: line.widthDots + segment.widthDots - last.xDots,
                isBold: style.isBold,
                content: .text(before + String(repeating: " ", count: gap) + text))
            return
        }
        line.pieces.append(
            Piece(
                xDots: line.widthDots, widthDots: segment.widthDots, isBold: style.isBold,
                content: segment.content))
    }

    /// Turns each stretch of right-to-left words round, with the numbers and signs inside it.
    private static func seenOrder(_ words: [Word]) -> [Word] {
        guard words.contains(where: \.isRightToLeft) else { return words }
        var seen = words
        var start = 0
        while let first = seen[start...].firstIndex(where: \.isRightToLeft) {
            let end =
                seen[first...].firstIndex { !$0.isRightToLeft && $0.hasLetters } ?? seen.count
            guard let last = seen[first..<end].lastIndex(where: \.isRightToLeft) else { break }
            seen[first...last].reverse()
            start = last + 1
        }
        return seen
    }
}

extension Piece {
    func moved(by dots: Int) -> Piece {
        Piece(xDots: xDots + dots, widthDots: widthDots, isBold: isBold, content: content)
    }
}
