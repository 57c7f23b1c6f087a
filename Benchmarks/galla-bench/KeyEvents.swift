import Scanning

/// What the kernel delivers when a keyboard scanner types a code of digits and Enter.
enum KeyEvents {
    static func scan(_ digits: String) -> [InputEvent] {
        let keys = digits.utf8.map { digit in digit == 48 ? UInt16(11) : UInt16(digit) - 47 } + [28]
        var time: UInt64 = 1
        return keys.flatMap { key in
            [(InputEvent.key, key, 1), (InputEvent.key, key, 0)].flatMap { type, code, value in
                time += 1_000
                return [
                    InputEvent(type: type, code: code, value: Int32(value), time: time),
                    InputEvent(
                        type: InputEvent.synchronisation, code: InputEvent.report, value: 0,
                        time: time),
                ]
            }
        }
    }
}
