/// What a key does at one level of a layout.
package enum KeyMeaning: Hashable, Sendable {
    /// Nothing that a scan could need.
    case none
    /// It gives this character; CR, LF and Tab among them end scans.
    case text(Unicode.Scalar)
    /// It changes the next character: a dead key, by a number that its compositions use.
    case dead(UInt16)
    /// It is held to change others.
    case modifier(KeyModifier)
    /// It locks capital letters.
    case capsLock
    /// It does nothing that changes a scan (NumLock, the logo keys).
    case ignored
}

/// What a key does while it is held.
package enum KeyModifier: UInt8, Hashable, Sendable, CaseIterable {
    /// The second character of a key.
    case shift
    /// The third one (AltGr).
    case altGr
    /// The fifth one.
    case fifth
    /// Control characters.
    case control
    /// Characters by their number on the numeric pad.
    case alt
}
