import Receipts

/// The code pages of a printer and the one in force, so that text changes pages seldom.
struct PageSwitch {
    private let pages: [CodePage]
    private var current = 0
    private(set) var table: CodePage.Table

    init(_ pages: [CodePage]) {
        self.pages = pages
        table = pages[0].bytes
    }

    /// The number of the page that a receipt starts with.
    var firstNumber: UInt8 { pages[0].number }

    /// The page of each character's byte, or nil where no page has it.
    func has(_ value: UInt32) -> Bool {
        pages.contains { $0.bytes.byte(ofValue: value) != nil }
    }

    /// Changes to the page that has a character, and the most of those after it.
    ///
    /// Gives back the page's number; nil where no page has the character, and nothing changes.
    mutating func change(for value: UInt32, before rest: Substring.UnicodeScalarView) -> UInt8? {
        var best: (page: Int, reach: Int)?
        for (index, page) in pages.enumerated() where page.bytes.byte(ofValue: value) != nil {
            let reach = Self.reach(of: page.bytes, in: rest)
            if reach > best?.reach ?? -1 { best = (index, reach) }
        }
        guard let best else { return nil }
        current = best.page
        table = pages[current].bytes
        return pages[current].number
    }

    private static func reach(of table: CodePage.Table, in rest: Substring.UnicodeScalarView) -> Int
    {
        rest.prefix { table.byte(ofValue: $0.value) != nil }.count
    }
}
