package import Billing

/// A table for people, spreadsheets and programs: columns by name, rows of values.
package struct ReportTable: Sendable {
    /// What a field holds.
    package enum Value: Hashable, Sendable {
        /// A word, a name, a day.
        case text(String)
        /// An amount.
        case money(Money)
        /// How much of something.
        case quantity(Quantity)
        /// How many.
        case count(Int64)
        /// A share in hundredths of a percent.
        case percent(Int64)
        /// Yes or no.
        case flag(Bool)
        /// Nothing is known.
        case none

        /// A text that may be missing.
        package init(_ text: String?) { self = text.map(Value.text) ?? .none }

        /// An amount that may be missing.
        package init(_ money: Money?) { self = money.map(Value.money) ?? .none }

        /// The value as a spreadsheet reads it: a point for decimals, no grouping.
        var plain: String {
            switch self {
            case .text(let text): text
            case .money(let money): Self.decimal(money.minorUnits, decimals: 2)
            case .quantity(let quantity):
                Self.trimmed(Self.decimal(quantity.thousandths, decimals: 3))
            case .count(let count): String(count)
            case .percent(let hundredths): Self.decimal(hundredths, decimals: 2)
            case .flag(let isTrue): isTrue ? "yes" : "no"
            case .none: ""
            }
        }

        var isNumber: Bool {
            switch self {
            case .money, .quantity, .count, .percent: true
            case .text, .flag, .none: false
            }
        }

        private static func decimal(_ units: Int64, decimals: Int) -> String {
            let digits = String(units.magnitude)
            let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
            let whole = padded.dropLast(decimals)
            return (units < 0 ? "-" : "") + whole + "." + padded.suffix(decimals)
        }

        private static func trimmed(_ text: String) -> String {
            var text = Substring(text)
            while text.last == "0" { text.removeLast() }
            if text.last == "." { text.removeLast() }
            return String(text)
        }
    }

    /// What programs know it by, in an object of tables.
    package let key: String
    /// What stands above it for people.
    package let title: String
    /// Its columns' names, which are the same in every format.
    package let columns: [String]
    /// Its rows, each with a value a column.
    package var rows: [[Value]]

    /// Gathers a table.
    package init(_ key: String, _ title: String, _ columns: [String], rows: [[Value]] = []) {
        (self.key, self.title, self.columns, self.rows) = (key, title, columns, rows)
    }

    /// The table for a terminal: numbers right, texts left; the last column may be of any width.
    package var text: String {
        let cells = [columns] + rows.map { $0.map(\.plain) }
        let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        let isRight = columns.indices.map { column in rows.contains { $0[column].isNumber } }
        let lines = cells.map { row in
            let fields = row.enumerated().map { column, field in
                let gap = String(repeating: " ", count: widths[column] - field.count)
                return isRight[column] ? gap + field : field + gap
            }
            var line = Substring(fields.joined(separator: "  "))
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        return ([title] + lines).joined(separator: "\n")
    }
}

/// How a table is written for other programs.
package enum TableFormat: String, CaseIterable, Sendable {
    /// RFC 4180, with the columns' names first.
    case csv
    /// An array of objects, one on each line.
    case json

    /// What stands before the first row.
    package func head(_ columns: [String]) -> String {
        switch self {
        case .csv: Self.line(columns)
        case .json: "["
        }
    }

    /// One row; `isFirst` of the whole table.
    package func row(_ values: [ReportTable.Value], _ columns: [String], isFirst: Bool) -> String {
        switch self {
        case .csv: return Self.line(values.map(\.plain))
        case .json:
            let members = zip(columns, values).map { name, value in
                Self.quoted(name) + ":" + Self.json(value)
            }
            return (isFirst ? "\n{" : ",\n{") + members.joined(separator: ",") + "}"
        }
    }

    /// What stands behind the last row.
    package var end: String {
        switch self {
        case .csv: ""
        case .json: "\n]\n"
        }
    }

    /// A whole table.
    package func text(of table: ReportTable) -> String {
        var text = head(table.columns)
        for (index, row) in table.rows.enumerated() {
            text += self.row(row, table.columns, isFirst: index == 0)
        }
        return text + end
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x3B, 0x0A, 0x0D].contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    private static func json(_ value: ReportTable.Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .flag(let isTrue): isTrue ? "true" : "false"
        case .none: "null"
        case .money, .quantity, .count, .percent: value.plain
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
