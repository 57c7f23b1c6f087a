package import Billing
package import ExactJSON

/// What a shop counts in, as JSON.
extension JSONValue {
    /// An amount in the currency's units, exact to the hundredth.
    package static func amount(_ money: Money) -> JSONValue {
        .number(JSONNumber(scaled: money.minorUnits, places: 2))
    }

    /// A quantity in the product's units, exact to the thousandth.
    package static func quantity(_ quantity: Quantity) -> JSONValue {
        .number(JSONNumber(scaled: quantity.thousandths, places: 3))
    }

    /// Text that may be missing.
    package static func text(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }
}
