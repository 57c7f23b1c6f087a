import Scanning

/// Any key events at any times, and what a driver asks in between; then a scan that must be whole.
@Sendable
func fuzzKeys(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let settings = fuzzSettings(&input)
    var decoder = KeyDecoder(settings: settings)
    var time: UInt64 = 1_000_000_000
    while !input.isEmpty {
        let kind = input.byte()
        let code = kind & 1 == 0 ? UInt16(input.byte()) : input.number()
        time &+= UInt64(kind >> 4) * 20_000_000
        switch kind >> 1 & 7 {
        case 0: check(decoder.feed(event(InputEvent.synchronisation, code % 4, 0, time)), settings)
        case 1: check(decoder.expire(at: time), settings)
        case 2: decoder.resynchronise { $0 == code }
        case 3: check(decoder.unplug(), settings)
        case 4: time = UInt64(code) << 48
        default: check(decoder.feed(event(InputEvent.key, code, Int32(kind & 3), time)), settings)
        }
        promise((decoder.deadline ?? .max) >= settings.patience.min(settings), "a deadline")
    }
    checkRecovery(&decoder, settings, at: time)
}

/// After all of it the next scan is whole.
private func checkRecovery(
    _ decoder: inout KeyDecoder, _ settings: ScanSettings, at time: UInt64
) {
    decoder.resynchronise { _ in false }
    _ = decoder.unplug()
    var now = max(time, 1 << 62)
    var found: [Decoded] = []
    for code: UInt16 in [28, 5, 3, 28] {
        for value: Int32 in [1, 0] {
            now += 1_000_000
            if let decoded = decoder.feed(event(InputEvent.key, code, value, now)) {
                found.append(decoded)
            }
        }
    }
    promise(
        found.last == .payload([0x34, 0x32]) || settings.terminators == .tab,
        "the scan after the trouble is whole")
}

private func event(
    _ type: UInt16, _ code: UInt16, _ value: Int32, _ time: UInt64
) -> InputEvent {
    InputEvent(type: type, code: code, value: value, time: time)
}

private func check(_ decoded: Decoded?, _ settings: ScanSettings) {
    guard case .payload(let payload) = decoded else { return }
    promise(!payload.isEmpty && payload.count <= settings.longest, "a payload within its bounds")
}

extension UInt64 {
    /// The least deadline there can be: nothing is due before its silence has begun.
    fileprivate func min(_ settings: ScanSettings) -> UInt64 {
        Swift.min(self, settings.silence ?? self)
    }
}
