import GRDB
package import Printing
import Storage

extension Books {
    /// Writes what the till knows of its printer now, for commands that run beside it.
    package func save(_ printer: KnownPrinter, at milliseconds: Int64) throws {
        let troubles = printer.state.troubles.sorted().map(\.rawValue).joined(separator: " ")
        try run(
            """
            INSERT INTO known_printer
                (id, name, link, troubles, is_drawer_open, reason, changed_at)
            VALUES (1, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, link = excluded.link,
                troubles = excluded.troubles, is_drawer_open = excluded.is_drawer_open,
                reason = excluded.reason, changed_at = excluded.changed_at
            """,
            [
                printer.name, printer.state.link.rawValue, troubles,
                printer.state.isDrawerOpen.map { $0 ? 1 : 0 }, printer.reason, milliseconds,
            ])
    }

    /// What the till that owns the books knows of its printer; nil before it knew anything.
    package func knownPrinter() throws -> KnownPrinter? {
        try first(
            "SELECT name, link, troubles, is_drawer_open, reason FROM known_printer WHERE id = 1",
            [],
            { row in
                let words: String = row[2]
                let link: String = row[1]
                let isDrawerOpen: Int64? = row[3]
                let state = PrinterState(
                    link: PrinterState.Link(rawValue: link) ?? .unknown,
                    troubles: Set(
                        words.split(separator: " ").compactMap {
                            PrinterTrouble(rawValue: String($0))
                        }),
                    isDrawerOpen: isDrawerOpen.map { $0 == 1 })
                return KnownPrinter(name: row[0], state: state, reason: row[4])
            })
    }
}
