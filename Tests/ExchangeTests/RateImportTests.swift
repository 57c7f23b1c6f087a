import Exchange
import Testing

@Suite("Changes of tax rates come in whole or not at all")
struct RateImportTests {
    @Test("a row names goods, a rate or both; the same row again replaces the first")
    func rows() throws {
        let bench = try ImportBench()
        let report = try bench.rates("2027-04-01,,12,5\n2027-04-01,2202,,40\n2027-07-01,33,18,5")
        #expect(report == .rates(noted: 3))
        #expect(report.description == "3 changes of tax rates read and noted.")
        try bench.rates("2027-04-01,,12,0.25")
        #expect(
            try bench.rows(
                "SELECT starts_on, hsn, old_rate, new_rate FROM rate_change ORDER BY 1, 2")
                == ["2027-04-01|-|1200|25", "2027-04-01|2202|-|4000", "2027-07-01|33|1800|500"])
    }

    @Test("the column of goods or that of rates may be absent")
    func columns() throws {
        let bench = try ImportBench()
        try bench.rates("2027-04-01,12,5", header: "starts_on,old_rate,new_rate\n")
        try bench.rates("2027-04-01,2202,40", header: "starts_on,hsn,new_rate\n")
        #expect(try bench.rows("SELECT id FROM rate_change").count == 2)
    }

    @Test(
        "a bad row is named with its reason, and nothing is noted",
        arguments: [
            ("2027-04-01,,,5", "neither hsn nor old_rate says which goods change"),
            (
                "2027-04-01,2202,,",
                "new_rate is empty; write it in percent, like 5, 18 or 0.25"
            ),
            ("2027-04-01,2202,,101", "new_rate \"101\" is more than 100 percent"),
            ("1.4.2027,2202,,5", "starts_on \"1.4.2027\" is no day; write it like 2026-04-30"),
            (
                "2027-04-01,2,,5",
                "hsn \"2\" is no beginning of an HSN code; it has 2 to 8 digits"
            ),
        ])
    func badRow(row: String, reason: String) throws {
        let bench = try ImportBench()
        #expect(bench.problems { try bench.rates("2027-04-01,,12,5\n\(row)") } == ["3: " + reason])
        #expect(try bench.rows("SELECT id FROM rate_change").isEmpty)
    }
}
