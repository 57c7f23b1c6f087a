import Exchange
import Testing

@Suite("A product list comes in whole or not at all")
struct ProductImportTests {
    private static let a = ImportBench.codeA
    private static let b = ImportBench.codeB

    @Test("products are added as the file says")
    func added() throws {
        let bench = try ImportBench()
        let report = try bench.products(
            """
            8901000000019 036000291452, चाय पत्ती ,Pc,0902,5,Tea
            21,"Onion, red",kg,,0.25,

            ,,,,,

            """)
        #expect(report == .products(added: 2, changed: 0))
        #expect(report.rows == 2)
        #expect(
            try bench.rows("SELECT name, unit, hsn, gst_rate, category FROM product WHERE id > 0")
                == ["चाय पत्ती|pc|0902|500|Tea", "Onion, red|kg|-|25|-"])
        #expect(
            try bench.rows("SELECT code, shown, product_id FROM product_code ORDER BY code")
                == [
                    "00036000291452|036000291452|1", "08901000000019|8901000000019|1", "21|21|2",
                ])
    }

    @Test("columns stand in any order and the optional ones may be absent")
    func columns() throws {
        let bench = try ImportBench()
        try bench.products("pc;18;\(Self.a);A", header: "\u{FEFF}Unit;gst_rate; barcode ;NAME\r\n")
        #expect(
            try bench.rows("SELECT name, unit, hsn, gst_rate, category FROM product WHERE id > 0")
                == ["A|pc|-|1800|-"])
    }

    @Test("a product that the books know by any code is changed and gets the new codes")
    func changed() throws {
        let bench = try ImportBench.stocked()
        let report = try bench.products("8901000000033 \(Self.a),New A,pc,,18,\n22,Potato,kg,,0,")
        #expect(report == .products(added: 1, changed: 1))
        #expect(
            try bench.rows("SELECT id, name, gst_rate FROM product WHERE id IN (1, 4)")
                == ["1|New A|1800", "4|Potato|0"])
        #expect(
            try bench.rows("SELECT shown FROM product_code WHERE product_id = 1 ORDER BY 1")
                == [Self.a, "8901000000033"])
    }

    @Test("importing the same list again changes nothing")
    func again() throws {
        let bench = try ImportBench.stocked()
        let before = try bench.everything()
        let report = try bench.products(
            "\(Self.a),Product A,pc,1905,5,\n\(Self.b),Product B,pc,,18,Shelf\n21,Onion,kg,0703,0,")
        #expect(report == .products(added: 0, changed: 3))
        #expect(try bench.everything() == before)
    }

    @Test(
        "a bad row is named with its reason, and no row is imported",
        arguments: [
            (
                "8901000000015,X,pc,,5,",
                "barcode \"8901000000015\" ends in 5 but should end in 9: a digit is wrong"
            ),
            (
                ",X,pc,,5,",
                "barcode is empty; give goods without one a short code of your own, like 21: find "
                    + "shows them by name, and the code can be typed"
            ),
            (
                "8.90123E+12,X,pc,,5,",
                "barcode \"8.90123E+12\" was rounded by a spreadsheet; format the "
                    + "column as text and enter the code again"
            ),
            ("कोड,X,pc,,5,", "barcode \"कोड\" has characters that no barcode has"),
            ("22,,pc,,5,", "name is empty"),
            ("22,X\u{1B}[2J,pc,,5,", "name has a control character (U+1B); remove it"),
            ("22,X\u{202E}Y,pc,,5,", "name has a control character (U+202E); remove it"),
            ("22,X,,,5,", "unit is empty"),
            ("22,X,kilogramsandmores,,5,", "unit is longer than 16 characters"),
            (
                "22,X,pc,405,5,",
                "hsn \"405\" is no HSN code; it has 4, 6 or 8 digits (a spreadsheet may "
                    + "have dropped a 0 in front)"
            ),
            (
                "22,X,pc,04O5,5,",
                "hsn \"04O5\" is no HSN code; it has 4, 6 or 8 digits (a spreadsheet "
                    + "may have dropped a 0 in front)"
            ),
            ("22,X,pc,,,", "gst_rate \"\" is no rate; write it in percent, like 5, 18 or 0.25"),
            (
                "22,X,pc,,18%,",
                "gst_rate \"18%\" is no rate; write it in percent, like 5, 18 or 0.25"
            ),
            ("22,X,pc,,-5,", "gst_rate \"-5\" is no rate; write it in percent, like 5, 18 or 0.25"),
            ("22,X,pc,,0.125,", "gst_rate \"0.125\" has more than two decimals"),
            ("22,X,pc,,100.01,", "gst_rate \"100.01\" is more than 100 percent"),
            ("22,X,pc,,5", "there are 5 fields where the header has 6"),
            ("22,X,pc,,5,,", "there are 7 fields where the header has 6"),
            (
                "8901000000019 8901000000026,X,pc,,5,",
                "barcodes 8901000000019 and 8901000000026 belong to two different "
                    + "products in the books"
            ),
            ("23,Again,pc,,5,", "barcode 23 belongs to the product on line 2"),
        ])
    func badRow(row: String, reason: String) throws {
        let bench = try ImportBench.stocked()
        let before = try bench.everything()
        let found = bench.problems { try bench.products("23,Good,pc,,5,\n\(row)\n24,Good,kg,,5,") }
        #expect(found == ["3: " + reason])
        #expect(try bench.everything() == before)
    }

    @Test(
        "a carton needs a number of pieces, and goods that are counted",
        arguments: [
            ("8901000000019*1", "pc", noPieces), ("8901000000019*", "pc", noPieces),
            ("8901000000019*10000", "pc", noPieces),
            ("8901000000019 8901000000019*6", "pc", " stands twice with other pieces"),
            ("8901000000019*6", "kg", " stands for 6 pieces, but X is sold by the kg"),
        ])
    func badCarton(codes: String, unit: String, end: String) throws {
        let bench = try ImportBench()
        let found = bench.problems { try bench.products("\(codes),X,\(unit),,5,") }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("2: barcode ") == true)
        #expect(found.first?.hasSuffix(end) == true, "\(found)")
    }

    private static let noPieces =
        " says no number of pieces from 2 to 9999 behind its *; write a carton of twelve like "
        + "8901234567890*12"

    @Test("a carton's code stands for its pieces, and a new list may change how many")
    func cartons() throws {
        let bench = try ImportBench()
        try bench.products("8901000000019 8901000000026*12,Soap,pc,,5,")
        let pieces = "SELECT shown, pieces FROM product_code ORDER BY code"
        #expect(try bench.rows(pieces) == ["8901000000019|-", "8901000000026|12"])
        try bench.products("8901000000019 8901000000026*10,Soap,pc,,5,")
        #expect(try bench.rows(pieces) == ["8901000000019|-", "8901000000026|10"])
    }

    @Test("goods that are taxed on their MRP say so in a column that may be absent")
    func taxedOnMRP() throws {
        let bench = try ImportBench()
        try bench.products(
            "22,Tobacco,pc,,40,yes\n23,Salt,pc,,0,no\n24,Tea,pc,,5,",
            header: "barcode,name,unit,hsn,gst_rate,tax_on_mrp\n")
        #expect(
            try bench.rows("SELECT name, is_taxed_on_mrp FROM product WHERE id > 0")
                == ["Tobacco|1", "Salt|0", "Tea|0"])
    }

    @Test(
        "a bad header is named",
        arguments: [
            (
                "",
                "1: the file is empty; its first line is "
                    + "barcode,name,unit,hsn,gst_rate,category,tax_on_mrp"
            ),
            (
                "barcode,name,hsn\n",
                "1: the header lacks unit, gst_rate; it is "
                    + "barcode,name,unit,hsn,gst_rate,category,tax_on_mrp"
            ),
            (
                "barcode,name,unit,gst_rate,colour\n",
                "1: the column \"colour\" is not known; the header is "
                    + "barcode,name,unit,hsn,gst_rate,category,tax_on_mrp"
            ),
            (
                "\nbarcode,name,unit,gst_rate,NAME\n",
                "2: the column name stands twice in the header"
            ),
            (
                "barcode,name,unit,gst_rate,\n",
                "1: the column without a name is not known; the header is "
                    + "barcode,name,unit,hsn,gst_rate,category,tax_on_mrp"
            ),
        ])
    func badHeader(header: String, problem: String) throws {
        let bench = try ImportBench()
        #expect(bench.problems { try bench.products("", header: header) } == [problem])
    }

    @Test("every bad row is listed, and a file that breaks off as well")
    func allProblems() throws {
        let bench = try ImportBench()
        let found = bench.problems {
            try bench.products(
                "22,,pc,,5,\n23,X,pc,,5,\n24,\"Two\nlines\",pc,,5,\n25,X,pc,,x,\n\"26")
        }
        #expect(found.map { $0.prefix { $0 != ":" } } == ["2", "4", "6", "7"])
        #expect(try bench.everything().isEmpty)
    }

    @Test("more than a thousand bad rows are counted, not listed")
    func manyProblems() throws {
        let bench = try ImportBench()
        let rows = String(repeating: "22,,pc,,5,\n", count: ImportError.mostProblems + 7)
        let error = #expect(throws: ImportError.self) { try bench.products(rows) }
        let lines = error?.description.split(separator: "\n") ?? []
        #expect(lines.count == ImportError.mostProblems + 2)
        #expect(lines.suffix(2) == ["and 7 more.", "Nothing was imported."])
    }

    @Test("a file that is not there is named")
    func absentFile() throws {
        let bench = try ImportBench()
        let error = #expect(throws: ImportError.self) {
            try ProductImport(file: "/nonexistent/p.csv").apply(to: bench.ledger)
        }
        #expect(
            error?.description
                == "/nonexistent/p.csv cannot be read: No such file or directory. "
                + "Nothing was imported.")
    }
}
