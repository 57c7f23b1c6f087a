/// The modifier keys that are held: left and right apart, so that one's release keeps the other.
struct Modifiers: OptionSet {
    let rawValue: UInt8

    static let leftShift = Modifiers(rawValue: 1)
    static let rightShift = Modifiers(rawValue: 2)
    static let leftControl = Modifiers(rawValue: 4)
    static let rightControl = Modifiers(rawValue: 8)
    static let leftAlt = Modifiers(rawValue: 16)
    static let rightAlt = Modifiers(rawValue: 32)

    static let shift: Modifiers = [.leftShift, .rightShift]
    static let control: Modifiers = [.leftControl, .rightControl]
    static let alt: Modifiers = [.leftAlt, .rightAlt]

    /// Every modifier with its key.
    static let keys: [(code: UInt16, modifier: Modifiers)] = [
        (KeyCode.leftShift, .leftShift), (KeyCode.rightShift, .rightShift),
        (KeyCode.leftControl, .leftControl), (KeyCode.rightControl, .rightControl),
        (KeyCode.leftAlt, .leftAlt), (KeyCode.rightAlt, .rightAlt),
    ]

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The modifier of a key, or nil when the key is none.
    init?(key: UInt16) {
        switch key {
        case KeyCode.leftShift: self = .leftShift
        case KeyCode.rightShift: self = .rightShift
        case KeyCode.leftControl: self = .leftControl
        case KeyCode.rightControl: self = .rightControl
        case KeyCode.leftAlt: self = .leftAlt
        case KeyCode.rightAlt: self = .rightAlt
        default: return nil
        }
    }
}
