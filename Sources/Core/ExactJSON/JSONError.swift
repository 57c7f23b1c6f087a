/// Why a text is not taken as JSON, and where.
package enum JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Something else was due at this byte; what was wanted.
    case unexpected(at: Int, wanted: String)
    /// The text ends in the middle of a value.
    case endsEarly
    /// More than one value.
    case goesOn(at: Int)
    /// A member of an object stands twice; which one counts would be a guess.
    case duplicateName(String)
    /// Lists and objects in each other deeper than the limit.
    case tooDeep(limit: Int)
    /// The bytes of a text are no UTF-8, or half of a surrogate pair stands alone.
    case notUnicode(at: Int)
    /// A number of more digits, or of a larger exponent, than any quantity here has.
    case numberTooLong(at: Int)
    /// More values than the limit.
    case tooMany(limit: Int)

    package var description: String {
        switch self {
        case .unexpected(let place, let wanted): "\(wanted) was due at byte \(place)"
        case .endsEarly: "it ends in the middle"
        case .goesOn(let place): "something follows the end, at byte \(place)"
        case .duplicateName(let name): "\(name) stands twice in one object"
        case .tooDeep(let limit): "it is nested deeper than \(limit) levels"
        case .notUnicode(let place): "a text is not Unicode, at byte \(place)"
        case .numberTooLong(let place): "a number is too long, at byte \(place)"
        case .tooMany(let limit): "it has more than \(limit) values"
        }
    }
}

/// How much of a JSON text is read before it is refused.
package struct JSONLimits: Hashable, Sendable {
    /// Lists and objects in each other.
    package let depth: Int
    /// Values in all.
    package let values: Int

    /// Gathers limits; 32 levels and 100,000 values unless said otherwise.
    package init(depth: Int = 32, values: Int = 100_000) {
        self.depth = depth
        self.values = values
    }
}
