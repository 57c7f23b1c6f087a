import Billing
import Kiosk
import LineMode
import Testing

@testable import Screens

/// A kiosk's pages where there is no screen to draw on.
@Suite("pages as text")
struct KioskTextTests {
    @Test("a page is its heading, its rows and its keys")
    func welcome() {
        var kiosk = Kiosk(rules: KioskRules())
        _ = kiosk.apply(.started, sale: .idle)
        let screen = KioskScreen(
            languages: [.english], currency: "₹", shop: "Shop", payee: nil)
        let rows = KioskTextDisplay.rows(of: screen.page(of: kiosk, sale: .idle))
        #expect(
            rows == [
                Row(.heading, "Welcome to Shop"),
                Row(.result, "Scan your first article to begin."), Row(.plain, "[+] Help"),
            ])
    }
}
