import Billing

/// Fields of a file as messages and the books may have them.
enum FieldText {
    /// A field in quotes, cut if it is long, harmless whatever it holds.
    static func quoted(_ raw: some StringProtocol) -> String {
        let cut = String(raw.prefix(40))
        do throws(Text.Refusal) {
            let shown = try Text(cut, limit: 40).string
            return "\"" + shown + (cut.endIndex < raw.endIndex ? "…" : "") + "\""
        } catch {
            return error == .empty ? "\"\"" : "(characters that cannot be shown)"
        }
    }

    /// A field in quotes.
    static func quoted(_ field: ArraySlice<UInt8>) -> String {
        quoted(String(decoding: field, as: UTF8.self))
    }

    /// A field that has to say something and may carry no command for a device.
    static func text(
        _ field: ArraySlice<UInt8>, _ column: some Column, limit: Int
    ) throws(RowRefusal) -> String {
        do throws(Text.Refusal) {
            return try Text(String(decoding: field, as: UTF8.self), limit: limit).string
        } catch {
            switch error {
            case .empty:
                throw RowRefusal("\(column.name) is empty")
            case .tooLong(let limit):
                throw RowRefusal("\(column.name) is longer than \(limit) characters")
            case .forbidden(let scalar):
                throw RowRefusal(
                    "\(column.name) has a control character (U+"
                        + String(scalar, radix: 16, uppercase: true) + "); remove it")
            }
        }
    }
}
