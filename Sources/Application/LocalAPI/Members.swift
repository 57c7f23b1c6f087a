import Billing
import ExactJSON

/// The members of one object of a request, each read as what it has to be.
///
/// Null and a member that is not there are the same. What is refused is named by its place.
struct Members {
    let object: JSONObject
    private let place: String

    /// Wraps an object that stands at a place such as `receiptData.`, which is empty for the body.
    init(_ object: JSONObject, at place: String = "") {
        self.object = object
        self.place = place
    }

    /// The place of a member as a person finds it.
    func name(_ name: String) -> String { place + name }

    /// Whether a member is there, if only as null.
    func has(_ name: String) -> Bool { object[name] != nil }

    private func value(_ name: String) -> JSONValue? {
        guard let value = object[name], value != .null else { return nil }
        return value
    }

    private func wrong(_ name: String, _ value: JSONValue, _ wanted: String) -> APIRefusal {
        .malformed(self.name(name), "is \(value.kind); \(wanted) is wanted")
    }

    /// What a member has to have; refuses one that is missing.
    func required<Value>(_ value: Value?, _ name: String) throws(APIRefusal) -> Value {
        guard let value else { throw .malformed(self.name(name), "is missing") }
        return value
    }

    /// Refuses members that are not among these.
    func checkNames(_ allowed: Set<String>) throws(APIRefusal) {
        for name in object.names where !allowed.contains(name) {
            throw APIRefusal(
                422, "unknown-field",
                "\(self.name(Self.shown(name))) is not known here. Leave it out; fields of your "
                    + "own go into receiptData.")
        }
    }

    /// The members that are not among these, in their order.
    func others(than known: Set<String>) throws(APIRefusal) -> JSONObject {
        var others = JSONObject()
        for member in object.members where !known.contains(member.name) {
            try check(member, at: Self.shown(member.name))
            others.set(member.name, to: member.value)
        }
        return others
    }

    /// A text of up to `limit` code points; one of nothing but white space is none.
    func text(_ name: String, limit: Int) throws(APIRefusal) -> Text? {
        guard let value = value(name) else { return nil }
        guard case .string(let string) = value else { throw wrong(name, value, "text") }
        try check(value, at: name)
        guard string.unicodeScalars.count <= limit else {
            throw .malformed(self.name(name), "has more than \(limit) characters")
        }
        // Short and without what is forbidden, it can only be empty.
        return try? Text(string, limit: limit)
    }

    /// An amount of money, exact to the hundredth.
    func amount(_ name: String) throws(APIRefusal) -> Money? {
        guard let units = try number(name, places: 2) else { return nil }
        guard units <= OpenBill.totalLimit.minorUnits else {
            throw .malformed(self.name(name), "is more than a till can take")
        }
        return Money(minorUnits: units)
    }

    /// A quantity above zero, exact to the thousandth.
    func quantity(_ name: String) throws(APIRefusal) -> Quantity? {
        guard let thousandths = try number(name, places: 3) else { return nil }
        guard thousandths > 0 else { throw .malformed(self.name(name), "is not above zero") }
        guard thousandths <= Quantity.limit.thousandths else {
            throw .malformed(self.name(name), "is more than a bill can hold")
        }
        return Quantity(thousandths: thousandths)
    }

    private func number(_ name: String, places: Int) throws(APIRefusal) -> Int64? {
        guard let value = value(name) else { return nil }
        guard case .number(let number) = value else { throw wrong(name, value, "a number") }
        guard !number.isNegative else { throw .malformed(self.name(name), "is below zero") }
        do throws(JSONNumber.Inexact) {
            return try number.scaled(places: places)
        } catch {
            switch error {
            case .tooPrecise:
                throw .malformed(self.name(name), "has more than \(places) decimals")
            case .tooLarge: throw .malformed(self.name(name), "is too large")
            }
        }
    }

    /// True or false.
    func flag(_ name: String) throws(APIRefusal) -> Bool? {
        guard let value = value(name) else { return nil }
        guard case .bool(let isTrue) = value else { throw wrong(name, value, "true or false") }
        return isTrue
    }

    /// An object in this one.
    func members(_ name: String) throws(APIRefusal) -> Members? {
        guard let value = value(name) else { return nil }
        guard case .object(let object) = value else { throw wrong(name, value, "an object") }
        return Members(object, at: self.name(name) + ".")
    }

    /// A list of 1 to `limit` objects.
    func list(_ name: String, limit: Int) throws(APIRefusal) -> [Members]? {
        guard let value = value(name) else { return nil }
        guard case .array(let elements) = value else { throw wrong(name, value, "a list") }
        guard !elements.isEmpty else { throw .malformed(self.name(name), "is empty") }
        guard elements.count <= limit else {
            throw .malformed(self.name(name), "has more than \(limit) entries")
        }
        var list: [Members] = []
        for (index, element) in elements.enumerated() {
            let place = "\(name)[\(index)]"
            guard case .object(let object) = element else {
                throw wrong(place, element, "an object")
            }
            list.append(Members(object, at: self.name(place) + "."))
        }
        return list
    }

    /// Refuses texts, however deep, that could command a terminal or a printer.
    private func check(_ value: JSONValue, at place: String) throws(APIRefusal) {
        switch value {
        case .null, .bool, .number: break
        case .string(let text):
            guard let code = Text.firstForbidden(in: text.unicodeScalars) else { return }
            throw APIRefusal(
                422, "forbidden-character",
                "\(name(place)) has the character U+\(Self.hexadecimal(code)), which could command "
                    + "a device.")
        case .array(let elements):
            for element in elements { try check(element, at: place) }
        case .object(let object):
            for member in object.members {
                try check(member, at: "\(place).\(Self.shown(member.name))")
            }
        }
    }

    private func check(_ member: JSONObject.Member, at place: String) throws(APIRefusal) {
        guard !member.name.isEmpty else {
            throw .malformed(name(place), "is a field without a name")
        }
        try check(.string(member.name), at: place)
        try check(member.value, at: place)
    }

    private static func hexadecimal(_ code: UInt32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// A member's name as a sentence can hold it: short, and nothing but letters and digits of ASCII.
    private static func shown(_ name: String) -> String {
        String(
            name.unicodeScalars.prefix(40).map { scalar in
                (0x21...0x7E).contains(scalar.value) ? Character(scalar) : "?"
            })
    }
}
