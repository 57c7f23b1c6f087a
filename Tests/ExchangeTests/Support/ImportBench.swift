import Exchange
import Foundation
import GRDB
import Ledger

/// An empty shop in a folder of its own, files to import into it, and a look at what came of it.
final class ImportBench {
    static let productHeader = "barcode,name,unit,hsn,gst_rate,category\n"
    static let batchHeader = "barcode,batch,received_at,expires_on,quantity,cost,price,mrp\n"
    static let codeA = "8901000000019"
    static let codeB = "8901000000026"

    let ledger: Ledger
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/galla-exchange-\(UUID().uuidString)"
        ledger = try Ledger(folder: folder, holder: .longTerm("a test"))
    }

    deinit {
        // A folder that stays behind in the temporary directory harms nobody.
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A shop with the products A (pieces), B (pieces) and 21 (kilograms).
    static func stocked() throws -> ImportBench {
        let bench = try ImportBench()
        try bench.products(
            """
            \(codeA),Product A,pc,1905,5,
            \(codeB),Product B,pc,,18,Shelf
            21,Onion,kg,0703,0,
            """)
        return bench
    }

    @discardableResult
    func products(_ rows: String, header: String = productHeader) throws -> ImportReport {
        try ProductImport(file: file("products.csv", header + rows)).apply(to: ledger)
    }

    @discardableResult
    func batches(_ rows: String, header: String = batchHeader) throws -> ImportReport {
        try BatchImport(file: file("batches.csv", header + rows)).apply(to: ledger)
    }

    @discardableResult
    func rates(
        _ rows: String, header: String = "starts_on,hsn,old_rate,new_rate\n"
    ) throws -> ImportReport {
        try RateImport(file: file("rates.csv", header + rows)).apply(to: ledger)
    }

    /// What an import complains of, as `line: sentence`.
    func problems(_ work: () throws -> ImportReport) -> [String] {
        do {
            return ["nothing: \(try work())"]
        } catch let error as ImportError {
            guard case .refused(_, let problems, _) = error else { return ["\(error)"] }
            return problems.map { "\($0.line): \($0.sentence)" }
        } catch {
            return ["\(error)"]
        }
    }

    /// Writes a file beside the books and answers its path.
    func file(_ name: String, _ text: String) throws -> String {
        let path = folder + "/" + name
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    /// The rows of a query, fields joined by `|`.
    func rows(_ sql: String) throws -> [String] {
        try DatabaseQueue(path: folder + "/galla.sqlite").read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "-" : String.fromDatabaseValue($0) ?? "\($0)" }
                    .joined(separator: "|")
            }
        }
    }

    /// Breaks the books under the import, as a damaged disk would.
    func damage(_ sql: String) throws {
        try DatabaseQueue(path: folder + "/galla.sqlite").write { try $0.execute(sql: sql) }
    }

    /// Everything an import may change.
    func everything() throws -> [String] {
        try ["product", "product_code", "batch", "stock_movement"].flatMap { table -> [String] in
            // Row 0 stands for goods that are in no catalogue.
            let condition = ["product", "batch"].contains(table) ? "WHERE id > 0" : ""
            return try rows("SELECT '\(table)', * FROM \(table) \(condition) ORDER BY 2, 3")
        }
    }
}
