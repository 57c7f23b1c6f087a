import Devices
import Kiosk
import Linux
import Scanning
import SystemPackage
import Till

/// Where a kiosk is seen, and what of its standard input counts.
struct KioskStage: Sendable {
    /// What the till has to know.
    let settings: KioskSettings
    /// What its pages are shown on.
    let screen: KioskSurface
    /// Whether lines of standard input are scans.
    let readsScans: Bool
    /// Where its keys come from.
    let keypad: KeypadAddress
    /// What they do.
    let keys: KioskKeyMap

    /// What `galla kiosk` says of standard input.
    static let inputHelp =
        "keys WORD… on standard input: digits, enter, back, remove, quantity, "
        + "help, language"

    /// Whether standard input is read at all; the kiosk then ends with it.
    var readsInput: Bool { readsScans || readsKeys }

    /// Whether lines of standard input that begin with the word `keys` are keys.
    private var readsKeys: Bool { keypad == .standardInput }

    /// Starts the thread of keypads on cables; nil where there are none to serve.
    func startKeypad(into inbox: Inbox, until stop: EventFlag) throws(Errno) -> Worker? {
        let driver: HardwareKeypad
        switch keypad {
        case .tagged: driver = HardwareKeypad(at: nil)
        case .place(let place): driver = HardwareKeypad(at: place)
        case .standardInput, .none: return nil
        }
        return try Worker(name: "galla-keypad") { [keys] in
            do throws(DeviceError) {
                try driver.run(until: stop) { event in
                    switch event {
                    case .pressed(let code): keys[code].map { inbox.post(.key($0)) }
                    case .connected(let name): StandardError.say("The keypad is there: \(name).")
                    case .disconnected(let name):
                        StandardError.say(
                            "The keypad is gone: \(name). It is used as soon as it is back.")
                    case .refused(let name, let reason):
                        StandardError.say("The keypad \(name) cannot be used. \(reason)")
                    }
                }
            } catch {
                StandardError.say("\(error). The kiosk goes on without a keypad.")
            }
        }
    }

    /// Takes one line of standard input; one that is neither keys nor a scan is passed over.
    func take(_ line: String, into inbox: Inbox) {
        let words = line.split(separator: " ")
        if readsKeys, words.first == "keys" {
            for word in words.dropFirst() {
                for key in Self.keys(word) { inbox.post(.key(key)) }
            }
        } else if readsScans {
            let scan = Scan(
                payload: Array(line.utf8), scanner: Self.standardInput,
                finishedAt: Clocks.monotonicNanoseconds())
            inbox.post(.scanner(.scanned(scan)))
        }
    }

    /// The key of a word, or those of a number's digits.
    private static func keys(_ word: Substring) -> [KioskKey] {
        if let key = KioskKey(word: word) { return [key] }
        let digits = word.compactMap { KioskKey(word: String($0)) }
        return digits.count == word.count ? digits : []
    }

    private static let standardInput = ScannerIdentity(
        port: "stdin", serial: nil, vendor: 0, product: 0, name: "standard input")
}
