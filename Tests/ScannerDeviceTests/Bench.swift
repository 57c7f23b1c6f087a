import Scanning

/// The keyboards of one test, kept until the test is over.
final class Bench {
    private var keyboards: [MockKeyboard] = []

    /// Makes the testbed first: a driver that started before it would listen to the real udev.
    init() {
        _ = Testbed.shared
    }

    deinit {
        // Innermost last in, first out: the first keyboard of a device has brought its folder.
        for keyboard in keyboards.reversed() { keyboard.remove() }
    }

    /// Whom a keyboard at the usual place is known as.
    static let identity = ScannerIdentity(
        port: "1-1", serial: "19B1", vendor: 0x0C2E, product: 0x0B61,
        name: "Honeywell Voyager 1450g")

    /// Makes a keyboard that udev has not finished with: `tell("add", …)` says when it has.
    ///
    /// To be made before the driver runs, which would otherwise hear of it while it is half made.
    func make(_ place: MockPlace = MockPlace()) -> MockKeyboard {
        let keyboard = MockKeyboard(place)
        keyboards.append(keyboard)
        return keyboard
    }

    /// Lets udev tell of a keyboard.
    func tell(_ action: String, _ keyboard: MockKeyboard) {
        Testbed.shared.tell(action, keyboard.place.syspath)
    }

    /// Sets the rule's mark of a keyboard and lets udev tell of it.
    func mark(_ keyboard: MockKeyboard, _ value: String) {
        Testbed.shared.set("ID_GALLA_SCANNER", value, of: keyboard.place.syspath)
        tell("change", keyboard)
    }
}
