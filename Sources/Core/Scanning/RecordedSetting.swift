/// A setting of `[scanner]` that a recording's events need to be decoded as the shop decoded them.
package struct RecordedSetting: Hashable, Sendable {
    /// The key, as it stands in `galla.toml`.
    package var key: String
    /// The value as it stands there behind the equals sign, without blanks around it; one line.
    package var value: String

    /// Gathers a setting.
    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}
