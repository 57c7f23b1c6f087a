import Exchange
import Testing

@Suite("A delivery comes in whole or not at all")
struct BatchImportTests {
    private static let a = ImportBench.codeA

    @Test("batches are received as the file says, each with its movement")
    func received() throws {
        let bench = try ImportBench.stocked()
        let report = try bench.batches(
            """
            \(Self.a),A1,2026-09-01,2029-08-31,1,80,100,110
            \(Self.a),A2,2026-09-02T10:15:00+05:30,,10.000,85.5,100.00,
            21,"लाल, 1",2026-09-03 08:00,,35.5,24,.5,
            """.replacing(",24,.5,", with: ",0.4,.5,"))
        #expect(report == .batches(received: 3))
        #expect(
            try bench.rows(
                """
                SELECT product_id, label, received_at, expires_on, quantity, cost, price, mrp
                FROM batch WHERE id > 0 ORDER BY id
                """)
                == [
                    "1|A1|2026-09-01|2029-08-31|1000|8000|10000|11000",
                    "1|A2|2026-09-02|-|10000|8550|10000|10000",
                    "3|लाल, 1|2026-09-03|-|35500|40|50|50",
                ])
        #expect(
            try bench.rows(
                "SELECT type, product_id, batch_id, quantity FROM stock_movement ORDER BY id")
                == ["receipt|1|1|1000", "receipt|1|2|10000", "receipt|3|3|35500"])
    }

    @Test("without the columns expires_on and mrp the price is the maximum")
    func columns() throws {
        let bench = try ImportBench.stocked()
        try bench.batches(
            "5,A1,2026-09-01,80,\(Self.a),100",
            header: "quantity,batch,received_at,cost,barcode,price\n")
        #expect(
            try bench.rows("SELECT expires_on, price, mrp FROM batch WHERE id > 0") == [
                "-|10000|10000"
            ])
    }

    @Test("a batch of one product may be called like a batch of another")
    func sameLabel() throws {
        let bench = try ImportBench.stocked()
        let report = try bench.batches(
            "\(Self.a),A1,2026-09-01,,1,8,10,\n21,A1,2026-09-01,,1,8,10,")
        #expect(report.rows == 2)
    }

    @Test(
        "a bad row is named with its reason, and no row is imported",
        arguments: [
            (
                "8901000000033,X,2026-09-01,,1,8,10,",
                "no product has the barcode 8901000000033; import its product first"
            ),
            (
                "8901000000015,X,2026-09-01,,1,8,10,",
                "barcode \"8901000000015\" ends in 5 but should end in 9: a digit is wrong"
            ),
            ("21,,2026-09-01,,1,8,10,", "batch is empty"),
            ("21,X,,,1,8,10,", "received_at \"\" is no day; write it like 2026-04-30"),
            (
                "21,X,01-09-2026,,1,8,10,",
                "received_at \"01-09-2026\" is no day; write it like 2026-04-30"
            ),
            (
                "21,X,2026-02-29,,1,8,10,",
                "received_at \"2026-02-29\" is no day; write it like 2026-04-30"
            ),
            (
                "21,X,2026-09-011,,1,8,10,",
                "received_at \"2026-09-011\" is no day; write it like 2026-04-30"
            ),
            (
                "21,X,2026-09-01 noon,,1,8,10,",
                "received_at \"2026-09-01 noon\" is no day; write it like 2026-04-30"
            ),
            (
                "21,X,2026-09-01,2029-01-01 10:00,1,8,10,",
                "expires_on \"2029-01-01 10:00\" is no day; write it like 2026-04-30"
            ),
            (
                "21,X,2026-09-01,2026-08-31,1,8,10,",
                "expires_on 2026-08-31 is before received_at 2026-09-01"
            ),
            ("21,X,2026-09-01,,0,8,10,", "quantity is zero"),
            (
                "21,X,2026-09-01,,-1,8,10,",
                "quantity \"-1\" is no quantity; write it like 12 or 0.450"
            ),
            ("21,X,2026-09-01,,0.0005,8,10,", "quantity \"0.0005\" has more than three decimals"),
            ("21,X,2026-09-01,,1000000,8,10,", "quantity \"1000000\" is more than 999999.999"),
            (
                "8901000000019,X,2026-09-01,,1.5,8,10,",
                "quantity 1.5 is broken, but Product A is counted in pc"
            ),
            ("21,X,2026-09-01,,1,,10,", "cost \"\" is no amount; write it like 85 or 85.50"),
            ("21,X,2026-09-01,,1,₹8,10,", "cost \"₹8\" is no amount; write it like 85 or 85.50"),
            (
                "21,X,2026-09-01,,1,8,\"10,50\",",
                "price \"10,50\" is no amount; write it like 85 or 85.50"
            ),
            ("21,X,2026-09-01,,1,8,10.005,", "price \"10.005\" has more than two decimals"),
            ("21,X,2026-09-01,,1,8,1000000000,", "price \"1000000000\" is more than 999999999.99"),
            ("21,X,2026-09-01,,1,8,.,", "price \".\" is no amount; write it like 85 or 85.50"),
            (
                "21,X,2026-09-01,,1,8,1.2.3,",
                "price \"1.2.3\" is no amount; write it like 85 or 85.50"
            ),
            ("21,X,2026-09-01,,1,10.01,10,", "price 10.00 is below cost 10.01"),
            ("21,X,2026-09-01,,1,8,10.01,10", "price 10.01 is above mrp 10.00"),
            ("21,OLD,2026-09-01,,1,8,10,", "batch OLD of Onion is in the books already"),
            ("21,NEW,2026-09-01,,1,8,10,", "batch NEW of Onion stands on line 2 already"),
        ])
    func badRow(row: String, reason: String) throws {
        let bench = try ImportBench.stocked()
        try bench.batches("21,OLD,2026-09-01,,1,8,10,")
        let before = try bench.everything()
        let found = bench.problems {
            try bench.batches(
                "21,NEW,2026-09-01,,1,8,10,\n\(row)\n\(Self.a),A9,2026-09-01,,1,8,10,")
        }
        #expect(found == ["3: " + reason])
        #expect(try bench.everything() == before)
    }

    @Test("a delivery that is imported twice is refused, not doubled")
    func twice() throws {
        let bench = try ImportBench.stocked()
        let rows = "\(Self.a),A1,2026-09-01,,1,8,10,\n21,B1,2026-09-01,,1,8,10,"
        try bench.batches(rows)
        let before = try bench.everything()
        #expect(
            bench.problems { try bench.batches(rows) }
                == [
                    "2: batch A1 of Product A is in the books already",
                    "3: batch B1 of Onion is in the books already",
                ])
        #expect(try bench.everything() == before)
    }

    @Test("books that cannot be written are named as the reason, and keep what they had")
    func brokenBooks() throws {
        let bench = try ImportBench.stocked()
        try bench.damage(
            "CREATE TRIGGER broken AFTER INSERT ON stock_movement WHEN NEW.id = 2 "
                + "BEGIN SELECT RAISE (ABORT, 'the disk is broken'); END")
        let found = bench.problems {
            try bench.batches("21,B1,2026-09-01,,1,8,10,\n21,B2,2026-09-01,,1,8,10,")
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("the disk is broken") == true)
        #expect(found.first?.hasSuffix("Nothing was imported.") == true)
        #expect(try bench.rows("SELECT * FROM batch WHERE id > 0").isEmpty)
    }
}
