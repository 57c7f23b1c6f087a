import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// Credit: a customer's account with the shop.
@Suite("khata")
struct KhataTests {
    private let john = "phone 9876543210"

    @Test("credit goes on the account up to its limit, is repaid, and the statement says why")
    func account() throws {
        let shop = try Shop(printerName: nil)
        shop.type(john, "5*\(Shop.codeB)")
        #expect(
            shop.type("credit") == [
                "BILL-2601000001   total ₹500.00   credit ₹500.00   change ₹0.00"
            ])
        shop.type(john, "4*\(Shop.codeA)")
        #expect(
            shop.type("pay cash 100 credit").last
                == "BILL-2601000002   total ₹400.00   cash ₹100.00 + credit ₹300.00   change ₹0.00")
        shop.type(john)
        #expect(
            shop.type("repay 650 upi 61581") == [
                "₹650.00 repaid by upi   owes ₹150.00   CUST0001 - Walk-in Customer"
            ])
        #expect(shop.type("repay 150.01") == ["Only ₹150.00 is owed. Nothing was taken."])
        #expect(
            shop.type("statement") == [
                "Account of CUST0001 - Walk-in Customer",
                "2026-11-15 10:30 AM  BILL-2601000001                  ₹500.00       ₹500.00",
                "2026-11-15 10:30 AM  BILL-2601000002                  ₹300.00       ₹800.00",
                "2026-11-15 10:30 AM  repaid by upi                   -₹650.00       ₹150.00",
                "owes ₹150.00   limit ₹2000.00",
            ])
        #expect(
            try query(
                "SELECT kind, amount, tender, reference FROM khata_entry ORDER BY id",
                folder: shop.folder.path)
                == [
                    ["sale", "50000", "null", "null"], ["sale", "30000", "null", "null"],
                    ["repayment", "-65000", "upi", "61581"],
                ])
    }

    @Test("credit beyond the limit is refused and says what is owed and what is left")
    func limit() throws {
        let shop = try Shop(printerName: nil)
        try shop.ledger?.transaction { books in
            let rice = try books.addProduct(named: "Rice", code: "31")
            try books.receive(rice, "R", day: 1, quantity: 9, cost: 1, price: 1_500_00)
        }
        shop.type(john, "31", "credit", john, "31")
        #expect(
            shop.type("credit") == [
                "Credit refused: ₹1500.00 is owed already, only ₹500.00 more can be."
            ])
        #expect(shop.type("pay card 1000 7 credit").last?.hasPrefix("BILL-2601000002") == true)
    }

    @Test("a bill on account keeps its customer until the credit is taken back")
    func customerStays() throws {
        let shop = try Shop(printerName: nil)
        shop.type(john, Shop.codeB, "pay credit 40")
        let refusal = ["The bill is on this customer's account: type back to undo that first."]
        #expect(shop.type("phone") == refusal)
        #expect(shop.type("phone 9876500000") == refusal)
        #expect(
            shop.type("back") == ["Give ₹40.00 back to the customer's account. left ₹100.00"])
        #expect(shop.type("phone") == ["No customer on this bill."])
        #expect(try query("SELECT * FROM khata_entry", folder: shop.folder.path).isEmpty)
    }

    @Test("a tender that is corrected to credit, or from it, moves the account")
    func correction() throws {
        let shop = try Shop(printerName: nil)
        shop.type(john, Shop.codeB, "cash 100", Shop.codeB, "cash 100")
        shop.type("correct BILL-2601000001 cash credit")
        #expect(
            shop.type("correct BILL-2601000002 cash credit") == [
                "That bill has no customer with an account: credit is no way to settle it now."
            ])
        shop.type(john)
        #expect(shop.type("statement").last == "owes ₹100.00   limit ₹2000.00")
        shop.type("correct BILL-2601000001 credit upi")
        #expect(shop.type("statement").last == "owes ₹0.00   limit ₹2000.00")
    }

    @Test("a credit note that was given in cash after all is owed again, up to the limit")
    func correctedCreditNote() throws {
        let shop = try Shop(printerName: nil)
        shop.type(john, "item Rice 1500", "credit", "return BILL-2601000001 all refund credit")
        shop.type(john, "item Oil 600", "credit")
        #expect(
            shop.type("correct CN-2601000001 credit cash") == [
                "Credit refused: ₹600.00 is owed already, only ₹1400.00 more can be."
            ])
        shop.type(john, "repay 100")
        #expect(
            shop.type("correct CN-2601000001 credit cash").first?.hasPrefix(
                "CN-2601000001: ₹1500.00 was Cash, not Credit.") == true)
        #expect(shop.type("statement").last == "owes ₹2000.00   limit ₹2000.00")
        shop.type("correct CN-2601000001 cash credit")
        #expect(shop.type("statement").last == "owes ₹500.00   limit ₹2000.00")
    }

    @Test("no correction moves the account of a customer who was deleted")
    func deletedCustomer() throws {
        let shop = try Shop(printerName: nil)
        shop.type(john, Shop.codeB, "credit", john, "repay 100", "void", "phone")
        try shop.ledger?.transaction { books in
            let phone = try Phone(parsing: "9876543210", rule: .india)
            try books.delete(try #require(try books.customerRecord(phone: phone)), at: 1)
        }
        let refusal = [
            "That bill has no customer with an account: credit is no way to settle it now."
        ]
        #expect(shop.type("correct BILL-2601000001 credit cash") == refusal)
        #expect(
            try query("SELECT total(amount) FROM khata_entry", folder: shop.folder.path)
                == [["0.0"]])
        #expect(
            try query("SELECT * FROM payment_correction", folder: shop.folder.path).isEmpty)
    }
}
