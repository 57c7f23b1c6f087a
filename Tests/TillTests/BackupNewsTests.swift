import ShopFixtures
import Testing
import Till

/// What a till says of the shop's backups.
@Suite("a till and the shop's backups")
struct BackupNewsTests {
    @Test("a missing backup is said once, stays in the status, and its end is said")
    func alarm() throws {
        let shop = try Shop(printerName: nil)
        let trouble = "There is no backup of the shop in /media/stick yet."
        let alarm = trouble + " Selling goes on; tell the owner. galla doctor says more."
        #expect(shop.rows(of: shop.till.step([.backups(trouble: nil)])) == [])
        #expect(shop.rows(of: shop.till.step([.backups(trouble: trouble)])) == [alarm])
        #expect(shop.rows(of: shop.till.step([.backups(trouble: trouble)])) == [])
        #expect(shop.type("status").last == alarm)
        #expect(
            shop.rows(of: shop.till.step([.backups(trouble: nil)]))
                == ["The shop has its backups again."])
        #expect(!shop.type("status").contains(alarm))
    }
}
