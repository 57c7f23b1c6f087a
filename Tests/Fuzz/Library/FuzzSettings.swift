import Scanning

/// Scan settings chosen by two bytes: every kind of end, of mark for GS and of what is taken off.
func fuzzSettings(_ input: inout FuzzInput) -> ScanSettings {
    let choice = input.number()
    var settings = ScanSettings(table: choice & 1 == 0 ? .us : deadKeys)
    settings.capsLock = choice & 2 == 0 ? .own : .inverted
    settings.separatorKeys = choice & 4 == 0 ? [] : [66, 88]
    settings.separatorTexts = choice & 8 == 0 ? [] : [Array("<GS>".utf8), [0x31]]
    settings.terminators = [.any, .enter, .tab, .carriageReturn][Int(choice >> 4 & 3)]
    settings.silence = choice & 64 == 0 ? nil : 100_000_000
    settings.prefix = choice & 128 == 0 ? [] : [0x02]
    settings.suffix = choice & 256 == 0 ? [] : Array("#!".utf8)
    settings.longest = choice & 512 == 0 ? 4096 : 8
    return settings
}

/// A small layout with dead keys, AltGr and every other thing that a key can be.
private let deadKeys = KeyTable(
    name: "fuzz",
    compositions: [
        KeyTable.Composition(symbols: [.dead(1), .text("a")], result: "á"),
        KeyTable.Composition(symbols: [.dead(1), .dead(2), .text("a")], result: "ấ"),
        KeyTable.Composition(symbols: [.dead(1), .text(" ")], result: "´"),
    ]
) { code, level in
    switch code {
    case 13: level.contains(.altGr) ? .dead(2) : .dead(1)
    case 100: .modifier(.altGr)
    case 43: .modifier(.fifth)
    default: KeyTable.us.meaning(of: code, at: level.subtracting([.altGr, .fifth]))
    }
}
