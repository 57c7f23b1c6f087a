/// A JSON text (RFC 8259) as it was written: members in their order, numbers digit by digit.
package enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, never rounded to a binary float.
    case number(JSONNumber)
    /// Text; may hold any Unicode scalar, so that its user has to refuse what it cannot take.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Members in order; no name stands twice.
    case object(JSONObject)

    /// What it is, as a sentence says it: `a number`.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Text.
    package init(stringLiteral value: String) { self = .string(value) }
    /// True or false.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    package init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }
    /// Values in order.
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Members in order.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}

/// The members of a JSON object in their order.
package struct JSONObject: Hashable, Sendable {
    /// Names and values, in the order in which they were written.
    package private(set) var members: [Member]

    /// One name with its value.
    package struct Member: Hashable, Sendable {
        /// The name.
        package let name: String
        /// The value.
        package let value: JSONValue
    }

    /// An object of our own; a name that stands twice is a mistake of ours.
    package init(_ members: [(String, JSONValue)] = []) {
        self.members = []
        for (name, value) in members { set(name, to: value) }
    }

    /// The value of a name; nil when there is none.
    package subscript(name: String) -> JSONValue? {
        members.first { $0.name == name }?.value
    }

    /// The names, in their order.
    package var names: [String] { members.map(\.name) }

    /// Gives a new name its value, at the end.
    package mutating func set(_ name: String, to value: JSONValue) {
        precondition(self[name] == nil, "the member \(name) is there already")
        members.append(Member(name: name, value: value))
    }

    /// Adds what was read; the reader has seen to it that no name stands twice.
    mutating func append(_ name: String, _ value: JSONValue) {
        members.append(Member(name: name, value: value))
    }
}
