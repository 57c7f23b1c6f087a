import Billing
import Kiosk
import Testing

/// What stands on the screen.
@Suite("pages of a kiosk")
struct KioskPageTests {
    private static let payee = UPIPayee(address: "shop@bank", name: "Shop", category: nil)
    private let screen = KioskScreen(
        languages: [.english], currency: "₹", shop: "SHIVIK MART", payee: Self.payee)

    private func page(_ script: String) -> KioskPage {
        var counter = Counter()
        counter.play(script)
        return screen.page(of: counter.kiosk, sale: counter.sale)
    }

    @Test("every word is there in English, and a sentence has one part to fill in at most")
    func words() {
        for word in KioskWord.allCases {
            let text = KioskWords.english[word]
            #expect(text != word.rawValue || word == .language, "\(word) has no text")
            #expect(KioskWords.parts(of: text).count <= 1)
        }
    }

    @Test("a bill shows its articles and what they come to")
    func bill() {
        let page = page("A A B")
        #expect(page.lines.map(\.name) == ["Product A", "Product B"])
        #expect(page.lines.map(\.count) == ["2 × ₹100.00", "1 × ₹50.00"])
        #expect(page.rows.first?.text == "Total")
        #expect(page.rows.first?.value == "₹250.00")
    }

    @Test("a payment shows its code; a bill without paper its number")
    func codes() {
        #expect(page("A enter enter").code?.hasPrefix("upi://pay?pa=shop@bank") == true)
        #expect(page("A enter enter").code?.contains("am=100.00") == true)
        #expect(page("A enter enter paid").code == nil)
        #expect(page("A no-paper enter enter paid").code == "BILL-1")
        #expect(page("A no-paper enter enter 1 enter").code == "GALLA-RESUME-3-X")
    }

    @Test("the staff's number is never on the screen")
    func pin() {
        let page = page("help 4711")
        #expect(page.rows.last?.value == "••••")
        #expect(!"\(page)".contains("4711"))
    }

    @Test("each page has a heading and says what its keys do")
    func keys() {
        for script in [
            "", "A", "A enter", "A enter enter", "A enter enter 1", "A enter enter time",
            "A enter enter paid", "help", "help 4711 enter", "night", "no-paper", "onion",
        ] {
            let page = page(script)
            #expect(!page.title.isEmpty && !page.keys.isEmpty, "\(script)")
        }
    }
}
