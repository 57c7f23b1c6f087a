import Billing
import Ledger
import ShopFixtures
import Spooler
import Testing
import Till

/// A bill that one till put aside and another takes over by its slip.
@Suite("slips of other tills")
struct TakenCartTests {
    private static let key = "a secret of this shop's tills"

    /// A till that has put two of A and one of B aside, and what its slip says.
    private func parked() throws -> (shop: Shop, cart: String) {
        let shop = try Shop(cartKey: Self.key)
        _ = shop.till.step([.printer(.ready(name: "test printer"))])
        shop.type("2*\(Shop.codeA)", Shop.codeB)
        let orders = shop.till.step([.line("hold print")]).compactMap { effect in
            if case .print(let order) = effect { order } else { nil }
        }
        guard case .slip(.heldBill(let slip)) = orders.first?.content else {
            throw Missing.noSlip
        }
        return (shop, try #require(slip.cart))
    }

    private enum Missing: Error { case noSlip }

    @Test("one scan at another till of the shop, and the goods are on its bill, once")
    func taken() throws {
        let (_, cart) = try parked()
        let other = try Shop(printerName: nil, tillNumber: 2, cartKey: Self.key)
        #expect(other.type(cart).count == 2)
        #expect(other.type("cash 300").first?.contains("total ₹300.00") == true)
        #expect(other.type(cart).first?.hasPrefix("This slip is sold already: BILL-26") == true)
        #expect(
            try query("SELECT quantity FROM bill_line ORDER BY position", folder: other.folder.path)
                == [["2000"], ["1000"]])
    }

    @Test("at its own till the scan takes the parked bill back")
    func own() throws {
        let (shop, cart) = try parked()
        #expect(shop.type(cart).first == "The parked bill is open again:")
        #expect(
            try query("SELECT held_number FROM open_bill", folder: shop.folder.path) == [["null"]])
    }

    @Test(
        "a slip that was changed, cut or made by somebody else takes nothing",
        arguments: ["*2000", "|", "8901000000026"])
    func forged(part: String) throws {
        let (_, cart) = try parked()
        let other = try Shop(printerName: nil, tillNumber: 2, cartKey: Self.key)
        let changed =
            part == "|"
            ? String(cart.dropLast())
            : cart.replacing(part, with: part == "*2000" ? "*1000" : Shop.codeA)
        #expect(changed != cart)
        #expect(other.type(changed).first?.hasPrefix("This slip is damaged") == true)
        let stranger = try Shop(
            printerName: nil, tillNumber: 2, cartKey: "another secret of another")
        #expect(stranger.type(cart).first?.hasPrefix("This slip is damaged") == true)
        let without = try Shop(printerName: nil, tillNumber: 2)
        #expect(without.type(cart).first?.hasPrefix("This slip is another till's") == true)
        #expect(other.till.view.bill == nil && stranger.till.view.bill == nil)
    }

    @Test("while a bill is open it is refused; the bill stays as it is")
    func open() throws {
        let (_, cart) = try parked()
        let other = try Shop(printerName: nil, tillNumber: 2, cartKey: Self.key)
        other.type(Shop.codeB)
        let before = other.till.view
        other.type(cart)
        #expect(other.till.view == before)
    }

    @Test(
        "a text of anything else is no slip",
        arguments: [
            "GALLA.CART.1|", "GALLA.CART.1||", "GALLA.CART.1|r|", "GALLA.CART.1|r|a*1,",
            "GALLA.CART.1|r|a*0", "GALLA.CART.1|r|a*-1", "GALLA.CART.1|r|a*99999999999999999999",
            "GALLA.CART.2|r|a*1",
        ])
    func unreadable(text: String) {
        #expect(CartCode(text: text) == nil)
    }
}
