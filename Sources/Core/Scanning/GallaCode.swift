/// What a scan is before the catalogue is asked: one of Galla's own codes, or anything else.
package enum GallaCode: Hashable, Sendable {
    /// A control code from the sheet, a held bill's slip or a customer's card.
    case control(ControlCode)
    /// The number on a receipt (`BILL-2601000001`) or on a return's (`CN-…`).
    case bill(String)

    /// Reads a scan, an AIM identifier in front or not; nil when it is none of Galla's.
    package init?(payload: [UInt8]) throws(ControlCodeError) {
        let data = AIMIdentifier.split(payload)?.data ?? payload
        let bare = data.drop { $0 == 0x20 }
        if let control = try ControlCode(payload: Array(bare)) {
            self = .control(control)
            return
        }
        let capitals = bare.map { 0x61...0x7A ~= $0 ? $0 & 0xDF : $0 }
        for start in ["BILL-", "CN-"] where capitals.starts(with: start.utf8) {
            let digits = capitals.dropFirst(start.utf8.count)
            guard (6...27).contains(digits.count), digits.allSatisfy({ 0x30...0x39 ~= $0 }) else {
                return nil
            }
            self = .bill(String(decoding: capitals, as: UTF8.self))
            return
        }
        return nil
    }

    /// Whether a scan begins like one, read or not: it can then do more than sell.
    package static func mayBe(_ payload: [UInt8]) -> Bool {
        do throws(ControlCodeError) {
            return try GallaCode(payload: payload) != nil
        } catch {
            return true
        }
    }
}
