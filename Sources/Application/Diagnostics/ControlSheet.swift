package import Receipts
package import Scanning

/// The sheet of Galla's control codes: what a shop lays beside its till to scan instead of type.
package struct ControlSheet: Hashable, Sendable {
    /// A code with what it does.
    package struct Entry: Hashable, Sendable {
        /// The code.
        package let code: ControlCode
        /// What it does, in a few words.
        package let title: String
    }

    /// The codes in the order of the sheet; those for staff are last, or left out.
    package let entries: [Entry]

    /// Gathers the sheet; one that lies where shoppers reach it is made without the codes for staff.
    package init(withStaff: Bool) {
        entries = Self.everybody + (withStaff ? Self.staff : [])
    }

    private static let everybody: [Entry] =
        [
            Entry(code: .help, title: "Help"),
            Entry(code: .total, title: "Show the bill"),
            Entry(code: .pay, title: "Pay"),
            Entry(code: .delete, title: "Take the last line out"),
            Entry(code: .cancel, title: "Give up this purchase"),
            Entry(code: .hold, title: "Put the bill aside"),
            Entry(code: .resume(1), title: "Take back bill 1"),
            Entry(code: .resume(2), title: "Take back bill 2"),
            Entry(code: .resume(3), title: "Take back bill 3"),
            Entry(code: .reprint, title: "Print the last receipt again"),
        ]
        + [1, 2, 3, 4, 5, 6, 8, 10, 12, 24].map {
            Entry(code: .quantity($0), title: $0 == 1 ? "One piece" : "\($0) pieces")
        }

    private static let staff: [Entry] = [
        Entry(code: .cash, title: "Staff: cash, the whole total"),
        Entry(code: .drawer, title: "Staff: open the drawer"),
        Entry(code: .void, title: "Staff: throw the bill away"),
    ]

    /// The sheet for a receipt printer, or as text where nothing draws bars.
    package var document: ReceiptDocument {
        let head: [ReceiptBlock] = [
            .text("Galla: control codes", style: .plain, alignment: .centre), .rule,
        ]
        let body = entries.flatMap { entry -> [ReceiptBlock] in
            [
                .text(entry.title, style: .plain, alignment: .centre),
                .barcode(entry.code.text), .feed(lines: 1),
            ]
        }
        return ReceiptDocument(head + body + [.cut])
    }

    /// The sheet as rows of text: what each code does, and its letters.
    package var rows: [String] {
        let longest = entries.map(\.title.count).max() ?? 0
        return ["Galla: control codes", ""]
            + entries.map { entry in
                let gap = String(repeating: " ", count: longest - entry.title.count + 3)
                return entry.title + gap + entry.code.text
            }
    }
}
