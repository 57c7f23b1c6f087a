import Scanning

/// Report descriptors that differ from a scanner's in some bytes, or in all, and any reports.
@Sendable
func fuzzHID(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let settings = fuzzSettings(&input)
    var descriptor = usualDescriptor
    let changes = input.byte()
    if changes == 0xFF { descriptor = input.bytes(atMost: 64) }
    for _ in 0..<(changes & 7) where !descriptor.isEmpty {
        descriptor[Int(input.byte()) % descriptor.count] = input.byte()
    }
    let layout: HIDPOSLayout
    do throws(HIDPOSDescriptorError) {
        layout = try HIDPOSLayout(descriptor: descriptor)
    } catch {
        promise(!error.description.isEmpty, "a sentence")
        return
    }
    var decoder = HIDPOSDecoder(layout: layout, settings: settings)
    var time: UInt64 = 1_000_000_000
    while !input.isEmpty {
        time &+= UInt64(input.byte()) * 10_000_000
        let report = input.bytes(atMost: Int(input.byte() & 0x7F))
        decoder.feed(report, at: time) { checkReport($0, settings) }
        if let ended = decoder.expire(at: time) { checkReport(ended, settings) }
    }
    _ = decoder.unplug()
    promise(decoder.deadline == nil, "nothing is due after the cable came out")
}

private func checkReport(_ decoded: Decoded, _ settings: ScanSettings) {
    guard case .payload(let payload) = decoded else { return }
    // The symbology's identifier stands in front of what the settings bound.
    promise(!payload.isEmpty && payload.count <= settings.longest + 3, "a payload in bounds")
}

/// A scanner's descriptor as its manual has it: byte count, symbology, data, continuation bit.
private let usualDescriptor: [UInt8] = [
    0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x09, 0x12, 0xA1, 0x02, 0x85, 0x02, 0x15, 0x00, 0x26,
    0xFF, 0x00, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3B, 0x81, 0x02, 0x95, 0x03, 0x05,
    0x8C, 0x09, 0xFB, 0x09, 0xFC, 0x09, 0xFD, 0x81, 0x02, 0x95, 0x38, 0x09, 0xFE, 0x82, 0x02,
    0x01, 0x25, 0x01, 0x75, 0x01, 0x95, 0x08, 0x09, 0xFF, 0x81, 0x02, 0xC0, 0xC0,
]
