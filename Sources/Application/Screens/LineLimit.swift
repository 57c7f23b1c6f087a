import LineMode

/// How long a typed or scripted line may be, and what is said where one is not taken.
enum LineLimit {
    /// The most bytes of UTF-8 in a line, its end not counted.
    static let bytes = 4096

    static func tooLong(_ name: String) -> Row {
        Row(.refusal, "\(name) is longer than \(bytes) bytes and was not taken: nothing changed.")
    }

    static func notText(_ name: String) -> Row {
        Row(
            .refusal,
            "\(name) is not UTF-8 text and was not taken: nothing changed. "
                + "Save the file as UTF-8.")
    }
}
