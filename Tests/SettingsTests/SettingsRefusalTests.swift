import Testing

@testable import Settings

@Suite("What a settings file says wrong is named with its line")
struct SettingsRefusalTests {
    @Test(
        "a wrong value says what would be right",
        arguments: [
            (
                "[till]\nnumber = 100", 2,
                "till.number is 100; it must be a whole number from 1 to 99"
            ),
            ("[till]\nnumber = 0", 2, "till.number is 0;"),
            ("[till]\n\nnumber = \"1\"", 3, "till.number is \"1\"; it must be a whole number"),
            ("[till]\nnumber = 1.0", 2, "till.number is a number with decimals;"),
            ("[till]\ncashier = \"\"", 2, "till.cashier is an empty text;"),
            (
                "[till]\ncashier = \"\\u001b[2J\"", 2,
                "till.cashier is a text with control characters;"
            ),
            ("[shop]\nname = true", 2, "shop.name is true; it must be a text in quotes of 1 to 60"),
            ("[shop]\naddress = [\"a\", 5]", 2, "shop.address is a list; it must be lines of text"),
            ("[shop]\ngstin = \"33ABCDE1234F1Y5\"", 2, "shop.gstin is \"33ABCDE1234F1Y5\";"),
            ("[shop]\nyear_start_month = 13", 2, "shop.year_start_month is 13;"),
            ("[shop]\ntime_zone = \"Asia/Kolkatta\"", 2, "shop.time_zone is \"Asia/Kolkatta\";"),
            ("[shop]\ntime_zone = \"Asia\"", 2, "shop.time_zone is \"Asia\";"),
            ("[shop]\ntime_zone = \"../../etc/passwd\"", 2, "shop.time_zone is"),
            (
                "[tax]\nregime = \"flat\"", 2,
                "tax.regime is \"flat\"; it must be one of \"auto\", \"unregistered\", "
                    + "\"composition\", \"regular\""
            ),
            (
                "[tax]\ncost_includes_gst = \"yes\"", 2,
                "tax.cost_includes_gst is \"yes\"; it must be true or false, without quotes"
            ),
            ("[tax]\nbuyer_from = -1", 2, "tax.buyer_from is -1; it must be a whole number from 0"),
            ("[billing]\nrounding = 1", 2, "billing.rounding is 1; it must be one of \"none\""),
            ("[billing]\nmrp = true", 2, "billing.mrp is true; it must be one of \"ask\""),
            (
                "[billing]\ndiscount_limit_percent = 101", 2,
                "billing.discount_limit_percent is 101;"
            ),
            ("[phone]\ncountry_code = 91", 2, "phone.country_code is 91; it must be 1 to 4 digits"),
            ("[phone]\nfirst_digits = \"6-9\"", 2, "phone.first_digits is \"6-9\";"),
            ("[phone]\nlength = 16", 2, "phone.length is 16;"),
            (
                "[printer]\nuri = \"ubs:\"", 2,
                "printer.uri is \"ubs:\"; it must be a printer's address"
            ),
            ("[printer]\nuri = \"file:\"", 2, "printer.uri is \"file:\";"),
            ("[printer]\ncolumns = 400", 2, "printer.columns is 400;"),
            ("[scanner]\nuris = [\"auto\", \"evdve:x\"]", 2, "scanner.uris is a list;"),
            ("[till]\nnumber = 1\n[é]", 3, "this is not TOML: a name has to follow the bracket"),
            ("[ =]", 1, "this is not TOML: a name has to follow the bracket"),
            ("[\n[till]", 1, "this is not TOML: a name has to follow the bracket"),
            (
                "\u{FEFF}\u{FEFF}[[[,", 1,
                "the file begins with two byte order marks; save it without them"
            ),
            ("[[[till]]]", 1, "this is not TOML: a name has to follow the bracket"),
            ("scanner = 5", 1, "scanner is a section; write [scanner] on its own line"),
            ("[[till]]\nnumber = 1", 1, "till is a section; write [till] on its own line"),
        ])
    func wrongValue(text: String, line: Int, start: String) throws {
        let problem = try #require(problems(of: text).first)
        #expect(problem.line == line)
        #expect(problem.sentence.hasPrefix(start), "\(problem.sentence)")
    }

    @Test(
        "an unknown word is named with the nearest known one",
        arguments: [
            ("[shop]\nnmae = \"X\"", 2, "shop.nmae is no setting; did you mean name?"),
            (
                "[shop]\nTime_Zone = \"UTC\"", 2,
                "shop.Time_Zone is no setting; did you mean time_zone?"
            ),
            (
                "[shop]\ncolumns = 32", 2,
                "shop.columns is no setting; columns belongs under [printer]"
            ),
            (
                "[till]\nxyzzy = 1", 2,
                "till.xyzzy is no setting; [till] has number, cashier, open_drawer"
            ),
            ("[pritner]\nuri = \"usb:\"", 1, "[pritner] is no section; did you mean [printer]?"),
            (
                "\n[xyzzy]", 2,
                "[xyzzy] is no section; there are [shop], [till], [tax], [billing], [phone], "
                    + "[payment], [receipt], [printer], [api], [scanner], [kiosk], "
                    + "[backup]"
            ),
            ("cashier = \"A\"", 1, "cashier stands in no section; cashier belongs under [till]"),
            (
                "uri = \"A\"", 1,
                "uri stands in no section; uri belongs under [printer]"
            ),
            ("[scanner]\nuri = []", 2, "scanner.uri is no setting; uri belongs under [printer]"),
            ("[scanner]\nurls = []", 2, "scanner.urls is no setting; did you mean uris?"),
            ("[till]\nname = 1", 2, "till.name is no setting; name belongs under [shop]"),
        ])
    func unknownWord(text: String, line: Int, sentence: String) {
        #expect(problems(of: text) == [SettingsProblem(line: line, sentence: sentence)])
    }

    @Test(
        "what is no TOML names the line",
        arguments: [
            ("[till]\nnumber = \n", 2), ("[till\nnumber = 1", 1), ("a = 1\na = 2", 2),
            ("[till]\ncashier = \"A\0B\"", 2), ("[till]\ncashier = \"A\\u0000B\"", 2),
            ("[till]\n\n\ncashier = \"open", 4),
            // What would end the process if the parser saw it.
            ("[till]\na = [}", 2), ("[till]\na = [1,\n # ]\n }", 4), ("a = { b = [[2], }", 1),
            ("a = 1\nb = [\u{2028}]", 2), ("b = [1, \u{2029}2]", 1), ("b = [\u{85}", 1),
            ("a = 1\nb = 1979-05-27 1\n", 2), ("b = [1979-05-27 1]", 1),
            ("b = 19_79-05-27 12\n", 1),
            ("b = 1979-05-2[ 1\n", 1), ("b = 197\"-05-27 1\n", 1), ("b = 1979-05-2= 1\n", 1),
            // Its look-ahead behind a date goes further than it can come back from.
            ("b = 1979-05-2\(String(repeating: "_", count: 116))7 12:00:00", 1),
            // An accent behind the last zero makes one character of the two.
            ("[till]\ncashier = \"A\\u0000\u{301}B\"", 2),
        ])
    func syntax(text: String, line: Int) {
        #expect(problems(of: text).map(\.line) == [line])
    }

    @Test(
        "what only looks like what the parser cannot bear is read",
        arguments: [
            "a = { b . 1 = 2, c = [ 1, 2 ], \"}\" = '[}' }", "a = [ # }\n \"}\", [ ] ]",
            "a = 1979-05-27 07:32:00Z\nb = [1979-05-27 07:32:00, 1 ]", "a = 1979-05-27 # 1 2",
            "a = \"x 1\"\nb = \"\u{2028}\"\n# [\u{85}", "a = 0x5b\nb = [{ c = 1 }, { c = 2 }]",
        ])
    func bearable(text: String) throws {
        #expect(try SettingsDocument(toml: Array(text.utf8)).sections["a"] != nil)
    }

    @Test("bytes that are not UTF-8 name the line")
    func encoding() {
        let latin = Array("[shop]\nname = \"Caf".utf8) + [0xE9, 0x22, 0x0A]
        let error = #expect(throws: SettingsError.self) {
            try ShopSettings(toml: latin, file: "galla.toml")
        }
        #expect(error?.description.hasPrefix("galla.toml:2: this line is not UTF-8") == true)
    }

    @Test("all problems are listed at once, in the order of the lines")
    func allAtOnce() {
        let text = """
            [printer]
            columns = "48"   # text

            [shop]
            name = \"""
            two
            lines\"""
            footer = [   # over lines
                "a # no comment",
                5,
            ]
            nmae = 1
            [till]
            number = 0
            """
        #expect(problems(of: text).map(\.line) == [2, 5, 8, 12, 14])
        let error = #expect(throws: SettingsError.self) { try settings(text) }
        #expect(error?.description.split(separator: "\n").count == 5)
    }

    private func problems(of text: String) -> [SettingsProblem] {
        do throws(SettingsError) {
            _ = try settings(text)
            return []
        } catch {
            guard case .refused("galla.toml", let problems) = error else { return [] }
            return problems
        }
    }
}
