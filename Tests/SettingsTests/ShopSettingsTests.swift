import Billing
import Printing
import Testing

@testable import Settings

@Suite("A settings file is read as it is meant")
struct ShopSettingsTests {
    @Test("an absent file means the built-in settings")
    func absentFile() throws {
        #expect(try ShopSettings.read(file: "/nonexistent/galla.toml") == .builtIn)
    }

    @Test("an absent file that was asked for by name is an error")
    func absentFileThatMustExist() {
        let error = #expect(throws: SettingsError.self) {
            try ShopSettings.read(file: "/nonexistent/galla.toml", mustExist: true)
        }
        #expect(error?.description.contains("/nonexistent/galla.toml") == true)
    }

    @Test("a folder is not taken for an empty file")
    func folder() {
        #expect(throws: SettingsError.self) { try ShopSettings.read(file: "/tmp") }
    }

    @Test(
        "a file that says nothing means the built-in settings",
        arguments: ["", "\n# a\n", "[till]"])
    func emptyFile(text: String) throws {
        #expect(try settings(text) == .builtIn)
    }

    @Test("every section is read")
    func everySection() throws {
        let read = try settings(
            """
            [shop]
            name = "अन्नपूर्णा स्टोर"
            address = ["12 Bazaar Road", "Chennai 600001"]
            phone = "044 2345 6789"
            gstin = "33ABCDE1234F1Z5"
            footer = "Thank you"
            currency = "Rs"
            time_zone = "UTC"
            year_start_month = 1
            [till]
            number = 7
            cashier = "Meena"
            open_drawer = false
            [phone]
            country_code = "1"
            trunk_prefix = ""
            length = 7
            first_digits = "23456789"
            [printer]
            uri = "file:/tmp/paper"
            profile = "tm-t82"
            columns = 32
            [scanner]
            uris = ["evdev:port=1-1.3", "stdin"]
            """)
        #expect(
            read.shop
                == ShopSettings.Shop(
                    name: "अन्नपूर्णा स्टोर", address: ["12 Bazaar Road", "Chennai 600001"],
                    phone: "044 2345 6789", gstin: "33ABCDE1234F1Z5", footer: ["Thank you"],
                    currency: "Rs", timeZone: "UTC", yearStartMonth: 1))
        #expect(read.till == ShopSettings.Till(number: 7, cashier: "Meena", opensDrawer: false))
        #expect(
            read.phone
                == Phone.Rule(
                    countryCode: "1", trunkPrefix: "", length: 7, firstDigits: "23456789"))
        #expect(read.printer.uri == "file:/tmp/paper" && read.printer.columns == 32)
        #expect(read.printer.profile == "tm-t82")
        #expect(read.printer.confirm == .auto && read.printer.queue == QueueRules())
        #expect(read.scanner.uris == ["evdev:port=1-1.3", "stdin"])
    }

    @Test("dotted keys, inline sections and a byte order mark are TOML too")
    func otherSpellings() throws {
        let read = try settings("\u{FEFF}till.number = 3\nprinter = { columns = 32 }\n")
        #expect(read.till.number == 3)
        #expect(read.printer.columns == 32)
    }

    @Test("taxes and bills are read, and become the rules that bills are reckoned by")
    func billing() throws {
        let read = try settings(
            """
            [tax]
            regime = "composition"
            cost_includes_gst = false
            buyer_from = 0
            [billing]
            rounding = "rupee"
            mrp = "lowest"
            discount_limit_percent = 15
            sell_below_zero = true
            quick_add = true
            """)
        #expect(
            read.terms
                == BillTerms(
                    regime: .composition, rounding: .rupee, costsIncludeTax: false,
                    discountLimit: 15_00, buyerNeededFrom: nil))
        #expect(read.billing.mrp == .lowest)
        #expect(read.billing.sellsBelowZero && read.billing.addsProducts)
    }

    @Test("a shop with a tax number collects tax unless it says otherwise, one without does not")
    func regimeFollowsNumber() throws {
        #expect(try settings("").terms.regime == .unregistered)
        let number = "shop.gstin = \"27ABCDE1234F1Z0\"\n"
        #expect(try settings(number).terms.regime == .regular)
        #expect(try settings(number + "tax.regime = \"composition\"").terms.regime == .composition)
        #expect(try settings("").terms.buyerNeededFrom?.digits == "50000.00")
    }

    @Test("no scanner can be wished for")
    func noScanner() throws {
        #expect(try settings("scanner.uris = []").scanner.uris.isEmpty)
    }

    @Test("what becomes of receipts that had to wait is the shop's choice")
    func waitingReceipts() throws {
        let read = try settings(
            """
            [printer]
            confirm = "none"
            waiting_receipts = 2
            waiting_minutes = 30
            old_receipts = "drop"
            """)
        #expect(read.printer.confirm == .none)
        #expect(
            read.printer.queue
                == QueueRules(mostWaiting: 2, longestWaitMilliseconds: 1_800_000, old: .drop))
        #expect(throws: SettingsError.self) { _ = try settings("printer.old_receipts = \"burn\"") }
        #expect(throws: SettingsError.self) { _ = try settings("printer.confirm = true") }
        #expect(throws: SettingsError.self) { _ = try settings("printer.waiting_minutes = 0") }
    }
}

/// Reads a text as the file `galla.toml`.
func settings(_ text: String) throws(SettingsError) -> ShopSettings {
    try ShopSettings(toml: Array(text.utf8), file: "galla.toml")
}
