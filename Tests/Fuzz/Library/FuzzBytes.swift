import Scanning

/// Any bytes of a serial line in any pieces; then a scan that must be whole.
@Sendable
func fuzzBytes(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let settings = fuzzSettings(&input)
    var framer = ByteFramer(settings: settings)
    var time: UInt64 = 1_000_000_000
    func check(_ decoded: Decoded?) {
        guard case .payload(let payload) = decoded else { return }
        promise(!payload.isEmpty && payload.count <= settings.longest, "a payload within its bounds")
    }
    while !input.isEmpty {
        let kind = input.byte()
        time &+= UInt64(kind >> 3) * 50_000_000
        switch kind & 7 {
        case 0: check(framer.expire(at: time))
        case 1: check(framer.end())
        case 2: check(framer.unplug())
        case 3: check(framer.lose(at: time))
        default: framer.feed(input.bytes(atMost: Int(kind)), at: time, deliver: check)
        }
    }
    _ = framer.unplug()
    var found: [Decoded] = []
    let end: UInt8 = settings.terminators.contains(.tab) ? 0x09 : 0x0D
    framer.feed([end] + Array("42".utf8) + [end], at: time &+ 1) { found.append($0) }
    promise(found.last == .payload([0x34, 0x32]), "the scan after the trouble is whole")
}
