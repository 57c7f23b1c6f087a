package import ESCPOS
import Receipts

// The drawer's words in the section `[printer]`.
extension ShopSettings {
    static func drawer(_ section: inout SectionReader) -> Printer.Drawer {
        let pin = section.value(
            "drawer_pin", default: nil, expected: "\"auto\", 2 or 5"
        ) { found -> DrawerPin?? in
            switch found {
            case .text("auto"): .some(nil)
            case .integer(2): .some(.two)
            case .integer(5): .some(.five)
            case .integer, .text, .flag, .list, .table, .other: nil
            }
        }
        return Printer.Drawer(
            pin: pin, onMilliseconds: section.impulse("drawer_on_ms"),
            offMilliseconds: section.impulse("drawer_off_ms"))
    }
}

extension SectionReader {
    /// A time that `ESC p` can say: two milliseconds for each of 1 to 255.
    fileprivate mutating func impulse(_ key: String) -> Int? {
        value(key, default: nil, expected: "\"auto\" or milliseconds from 2 to 510, like 100") {
            found -> Int?? in
            if found == .text("auto") { return .some(nil) }
            guard case .integer(let number) = found, (2...510).contains(number) else { return nil }
            return .some(number)
        }
    }
}

extension ShopSettings.Printer.Drawer {
    /// A profile whose drawer is opened as the shop has set it.
    ///
    /// A pin that is set is driven whatever the profile knows: the shop has seen its connector.
    package func applied(to profile: PrinterProfile) -> PrinterProfile {
        var profile = profile
        guard let known = profile.drawer ?? pin.map({ DrawerPulse(pin: $0) }) else {
            return profile
        }
        let pulse = DrawerPulse(
            pin: pin ?? known.pin, onTime: onMilliseconds.map { UInt8($0 / 2) } ?? known.onTime,
            offTime: offMilliseconds.map { UInt8($0 / 2) } ?? known.offTime)
        profile.drawer = pulse
        profile.drawerPins.insert(pulse.pin)
        return profile
    }
}
