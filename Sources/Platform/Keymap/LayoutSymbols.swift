import CXKBCommon
import Scanning

/// The symbols of every key of a layout at every level, as xkb's own state machine gives them.
struct LayoutSymbols {
    private var symbols: [UInt32]

    /// Presses the keys that choose a level, one combination after the other.
    init(_ keyboard: borrowing KeyboardState) {
        let numLock = keyboard.key(giving: [XKB_KEY_Num_Lock])
        let capsLock = keyboard.key(giving: [XKB_KEY_Caps_Lock])
        let held: [(level: KeyLevel, code: UInt16?)] = [
            (.shift, keyboard.key(giving: [XKB_KEY_Shift_L, XKB_KEY_Shift_R])),
            (.altGr, keyboard.key(giving: [XKB_KEY_ISO_Level3_Shift])),
            (.fifth, keyboard.key(giving: [XKB_KEY_ISO_Level5_Shift])),
        ]
        if let numLock { keyboard.tap(numLock) }
        symbols = Array(repeating: 0, count: KeyTable.codes * KeyLevel.count)
        for level in KeyLevel.all {
            let codes = held.filter { level.contains($0.level) }.compactMap(\.code)
            let locks = level.contains(.capsLock) ? [capsLock].compactMap(\.self) : []
            for code in locks { keyboard.tap(code) }
            for code in codes { keyboard.change(code, isPressed: true) }
            for code in 0..<UInt16(KeyTable.codes) {
                symbols[Self.index(code, level)] = keyboard.symbol(of: code)
            }
            for code in codes.reversed() { keyboard.change(code, isPressed: false) }
            for code in locks { keyboard.tap(code) }
        }
    }

    /// What a key gives; a key of the numeric pad the same at every level.
    func symbol(of code: UInt16, at level: KeyLevel) -> UInt32 {
        let isPad = KeyCode.pad.contains { $0.code == code }
        return symbols[Self.index(code, isPad ? [] : level)]
    }

    /// Each symbol of the layout once.
    var all: [UInt32] { Set(symbols).subtracting([0]).sorted() }

    private static func index(_ code: UInt16, _ level: KeyLevel) -> Int {
        Int(code) * KeyLevel.count + Int(level.rawValue)
    }
}
