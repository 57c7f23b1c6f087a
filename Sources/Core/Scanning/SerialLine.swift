/// Speed and framing of a serial line: `9600 8N1`.
///
/// Accepted texts: a speed that Linux has a name for, from 1200 to 4000000, then (after a blank or
/// a comma, or not at all for 8N1) 7 or 8 data bits, parity N, E or O, and 1 or 2 stop bits.
package struct SerialLine: Hashable, Sendable, CustomStringConvertible {
    /// Bits a second.
    package let speed: Int
    /// Data bits of a character, 7 or 8.
    package let dataBits: Int
    /// What the bit after the data bits says.
    package let parity: Parity
    /// Stop bits of a character, 1 or 2.
    package let stopBits: Int

    /// What the bit after the data bits says.
    package enum Parity: Character, Hashable, Sendable {
        /// There is none.
        case none = "N"
        /// It makes the number of ones even.
        case even = "E"
        /// It makes the number of ones odd.
        case odd = "O"
    }

    /// The speeds that Linux has names for, from the slowest that a scanner was ever set to.
    package static let speeds = [
        1200, 2400, 4800, 9600, 19200, 38400, 57600, 115_200, 230_400, 460_800, 921_600,
        1_000_000, 2_000_000, 4_000_000,
    ]

    /// What scanners leave the factory with.
    ///
    /// A USB line (CDC-ACM) runs at its own speed anyway.
    package static let usual = SerialLine(speed: 9600, dataBits: 8, parity: .none, stopBits: 1)

    private init(speed: Int, dataBits: Int, parity: Parity, stopBits: Int) {
        self.speed = speed
        self.dataBits = dataBits
        self.parity = parity
        self.stopBits = stopBits
    }

    /// Reads what a person wrote; nil when it is no line.
    package init?(_ text: String) {
        let words = text.split { $0 == " " || $0 == "," }
        guard (1...2).contains(words.count), let speed = Int(words[0]),
            Self.speeds.contains(speed)
        else { return nil }
        let framing = Array((words.count == 2 ? words[1] : "8N1").uppercased())
        guard framing.count == 3, let parity = Parity(rawValue: framing[1]),
            framing[0] == "7" || framing[0] == "8", framing[2] == "1" || framing[2] == "2"
        else { return nil }
        self.init(
            speed: speed, dataBits: framing[0] == "7" ? 7 : 8, parity: parity,
            stopBits: framing[2] == "1" ? 1 : 2)
    }

    /// The line as people write it: `9600 8N1`.
    package var description: String { "\(speed) \(dataBits)\(parity.rawValue)\(stopBits)" }
}
