import Ledger
import ShopFixtures
import Testing
import Till

/// A card's number gets into no text of the books, whatever word it is typed behind.
@Suite("card numbers")
struct CardNumberTests {
    @Test(
        "13 to 19 digits that pass the check are refused behind every word that takes a text",
        arguments: [
            "name John 4111 1111 1111 1111", "address 4111-1111-1111-1111 Bazaar Road",
            "buyer 378282246310005", "item Card 6011111111111117 12",
            "void 4111111111111111", "card 5555 5555 5555 4444", "ok 4222222222222",
            "repay 10 card 4111111111111111", "payin 10 4111111111111111",
            "payout 10 4111111111111111", "drawer 4111111111111111",
            "add 55 Card 4111111111111111 12",
        ])
    func refused(_ line: String) throws {
        let shop = try Shop(rules: CounterRules(addsProducts: true))
        shop.type("phone 9876543210", Shop.codeB)
        let books = try dump(folder: shop.folder.path)
        #expect(
            shop.type(line) == [
                "That looks like a card's number, which must not be stored; type the number on the "
                    + "terminal's slip instead."
            ])
        #expect(try dump(folder: shop.folder.path) == books)
    }

    @Test(
        "other long numbers are texts like any other",
        arguments: ["name John 4111 1111 1111 1112", "address 12 Bazaar Road, Pune 411001"])
    func taken(_ line: String) throws {
        let shop = try Shop()
        shop.type("phone 9876543210", Shop.codeB)
        #expect(shop.type(line).contains { $0.contains("4111") || $0.contains("411001") })
    }
}
