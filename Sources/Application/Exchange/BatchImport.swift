package import Ledger

/// A delivery from a CSV file: `barcode,batch,received_at,expires_on,quantity,cost,price,mrp`.
///
/// Columns stand in any order; `expires_on` and `mrp` may be left out or empty, and without an
/// `mrp` the price is the maximum. Every batch is a movement of stock too.
package struct BatchImport {
    private let file: String

    /// Names the file; nothing is opened yet.
    package init(file: String) {
        self.file = file
    }

    /// Imports all of it, or throws every reason why not and leaves the books as they were.
    package func apply(to ledger: Ledger) throws(ImportError) -> ImportReport {
        try ImportRun.run(BatchTaker.self, file: file, into: ledger)
    }
}
