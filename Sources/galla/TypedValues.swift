import ArgumentParser
import Billing

/// What was typed behind a command, or a sentence that says how to write it.
enum TypedValues {
    static func money(_ text: String) throws -> Money {
        do throws(Money.ParseError) {
            return try Money(parsing: text)
        } catch {
            throw ValidationError("`\(text)` is no amount; write it as 85 or 85.50.")
        }
    }

    static func quantity(_ text: String) throws -> Quantity {
        do throws(Quantity.ParseError) {
            return try Quantity(parsing: text)
        } catch {
            throw ValidationError("`\(text)` is no quantity; write it as 12 or 0.450.")
        }
    }

    static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(iso: text) else {
            throw ValidationError("`\(text)` is no day; write it as 2026-11-15.")
        }
        return day
    }

    static func text(_ text: String) throws -> Text {
        do throws(Text.Refusal) {
            return try Text(text, limit: 60)
        } catch {
            throw ValidationError("`\(text)` is no text of 1 to 60 characters without commands.")
        }
    }
}
