/// A stretch of text between two spaces, with the width it will have.
struct Word {
    /// A part of a word that is printed one way.
    struct Segment {
        let content: Piece.Content
        let widthDots: Int
    }

    var segments: [Segment] = []
    var isRightToLeft = false
    var hasLetters = false

    var widthDots: Int { segments.reduce(0) { $0 + $1.widthDots } }

    mutating func append(text: String, cells: Int, cellDots: Int) {
        segments.append(Segment(content: .text(text), widthDots: cells * cellDots))
    }

    mutating func append(_ raster: Raster, of run: TextRun) {
        segments.append(Segment(content: .raster(raster, of: run), widthDots: raster.width))
    }

    /// The word itself where it fits `limitDots`, else pieces of it that do, each at least a cell.
    func chopped(toWidth limitDots: Int, cellDots: Int) -> [Word] {
        guard widthDots > limitDots else { return [self] }
        var words: [Word] = []
        for segment in segments {
            for part in Self.parts(of: segment, limitDots: limitDots, cellDots: cellDots) {
                let room = limitDots - (words.last?.widthDots ?? limitDots)
                if part.widthDots > room {
                    words.append(Word(segments: [], isRightToLeft: isRightToLeft))
                }
                words[words.count - 1].segments.append(part)
            }
        }
        return words
    }

    private static func parts(
        of segment: Segment, limitDots: Int, cellDots: Int
    ) -> [Segment] {
        guard segment.widthDots > limitDots else { return [segment] }
        switch segment.content {
        case .text(let text):
            return parts(of: text, cells: max(1, limitDots / cellDots), cellDots: cellDots)
        case .raster(let raster, let run):
            return parts(of: raster, run, width: max(1, limitDots))
        }
    }

    private static func parts(of text: String, cells: Int, cellDots: Int) -> [Segment] {
        let scalars = Array(text.unicodeScalars)
        return stride(from: 0, to: scalars.count, by: cells).map { start in
            let part = scalars[start..<min(start + cells, scalars.count)]
            var string = String.UnicodeScalarView()
            string.append(contentsOf: part)
            return Segment(content: .text(String(string)), widthDots: part.count * cellDots)
        }
    }

    private static func parts(of raster: Raster, _ run: TextRun, width: Int) -> [Segment] {
        stride(from: 0, to: raster.width, by: width).map { start in
            let part = raster.cropped(
                x: start, y: 0, width: min(width, raster.width - start), height: raster.height)
            // The first slice speaks for all, so that the text is read once.
            let named = start == 0 ? run : TextRun("", isBold: run.isBold, form: run.form)
            return Segment(content: .raster(part, of: named), widthDots: part.width)
        }
    }
}
