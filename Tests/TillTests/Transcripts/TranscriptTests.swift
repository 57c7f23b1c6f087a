import LineMode
import Testing

/// Every row of the specification, as it goes at the till.
@Suite("transcripts")
struct TranscriptTests {
    @Test(
        "what is typed and scanned, what is shown, what is in the books", arguments: Transcript.all)
    func played(_ transcript: Transcript) throws {
        try TranscriptRun().play(transcript)
    }

    @Test("every row of the design and the flow has a transcript", arguments: SpecifiedRow.allCases)
    func guarded(_ row: SpecifiedRow) {
        let transcripts = Transcript.all.filter { $0.row == row }
        #expect(!transcripts.isEmpty, "\(row.rawValue)")
        #expect(transcripts.allSatisfy { !$0.books.isEmpty }, "\(row.rawValue)")
    }

    @Test("every word of line mode is typed with success in one", arguments: CommandWord.allCases)
    func typed(_ word: CommandWord) {
        #expect(Transcript.all.contains { $0.words.contains(word.rawValue) }, "\(word.rawValue)")
    }

    @Test("every word that a row of the design names is typed in a transcript of that row")
    func named() {
        let marks = SpecifiedRow.allCases.map { row in
            (row, Self.words(namedBy: row.rawValue))
        }
        #expect(marks.flatMap(\.1).count > 20)
        for (row, words) in marks {
            let typed = Transcript.all.filter { $0.row == row }
                .reduce(into: Set()) { $0.formUnion($1.words) }
            #expect(words.allSatisfy(typed.contains), "\(words.filter { !typed.contains($0) })")
        }
    }

    /// The words of line mode that stand in a row's backquotes.
    private static func words(namedBy row: String) -> [String] {
        row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }
            .flatMap { $0.element.split(whereSeparator: { " /[]".contains($0) }) }
            .map(String.init).filter { CommandWord(rawValue: $0) != nil }
    }
}
