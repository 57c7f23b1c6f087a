import ESCPOS
import Receipts
import Testing

@testable import Settings

/// The drawer's words: what is set goes before what the printer's profile says.
@Suite("drawer settings")
struct DrawerSettingsTests {
    private func settings(_ lines: String) throws -> ShopSettings.Printer {
        try ShopSettings(toml: Array("[printer]\n\(lines)".utf8), file: "galla.toml").printer
    }

    @Test("what is not set is the profile's")
    func standard() throws {
        let profile = PrinterProfile.safe(columns: 48)
        #expect(try settings("drawer_pin = \"auto\"").drawer.applied(to: profile) == profile)
    }

    @Test("pin and times that are set are sent, in units of two milliseconds")
    func changed() throws {
        let drawer = try settings(
            "drawer_pin = 5\ndrawer_on_ms = 200\ndrawer_off_ms = 510"
        ).drawer
        let profile = drawer.applied(to: .safe(columns: 48))
        #expect(profile.drawer == DrawerPulse(pin: .five, onTime: 100, offTime: 255))
        #expect(ReceiptEncoder(profile).openingDrawer() == [0x1B, 0x70, 1, 100, 255])
    }

    @Test("a pin that is set is driven where the profile knows of no connector")
    func unknownConnector() throws {
        var profile = PrinterProfile.safe(columns: 48)
        profile.drawer = nil
        profile.drawerPins = []
        #expect(ReceiptEncoder(profile).openingDrawer() == nil)
        let set = try settings("drawer_pin = 2").drawer.applied(to: profile)
        #expect(ReceiptEncoder(set).openingDrawer() == [0x1B, 0x70, 0, 50, 250])
        #expect(try settings("drawer_on_ms = 60").drawer.applied(to: profile) == profile)
    }

    @Test(
        "what is no pin, time, number of tones or place of the logo is named with its line",
        arguments: [
            ("drawer_pin = 3", "printer.drawer_pin is 3; it must be \"auto\", 2 or 5"),
            ("drawer_on_ms = 1", "printer.drawer_on_ms is 1; it must be"),
            ("drawer_off_ms = 511", "printer.drawer_off_ms is 511; it must be"),
            ("beeps = 10", "printer.beeps is 10; it must be a whole number from 0 to 9"),
            (
                "logo_memory = \"often\"",
                "printer.logo_memory is \"often\"; it must be \"auto\" or \"never\""
            ),
            ("print_held = 1", "printer.print_held is 1; it must be true or false"),
        ])
    func refused(_ line: String, _ sentence: String) {
        let error = #expect(throws: SettingsError.self) { try settings(line) }
        #expect(error?.description.contains(sentence) == true)
        #expect(error?.description.contains("2") == true)
    }
}
