package import Ledger

/// The catalogue from a CSV file: `barcode,name,unit,hsn,gst_rate,category,tax_on_mrp`.
///
/// Columns stand in any order; `hsn`, `category` and `tax_on_mrp` may be left out. Several barcodes
/// of a product stand in one field with blanks between, a carton's with its pieces: `8901…*12`. The
/// rate is that of the day of the import, so that later changes of rates apply to it. A product that the books know by any of its codes is
/// changed and gets the codes it lacks; others are added.
package struct ProductImport {
    private let file: String

    /// Names the file; nothing is opened yet.
    package init(file: String) {
        self.file = file
    }

    /// Imports all of it, or throws every reason why not and leaves the books as they were.
    package func apply(to ledger: Ledger) throws(ImportError) -> ImportReport {
        let report = try ImportRun.run(ProductTaker.self, file: file, into: ledger)
        do {
            while try ledger.transaction(.beforeAnswer, { try $0.indexNames() }) {}
        } catch {
            // The catalogue is in; what is not in the index is found all the same, only slower.
        }
        return report
    }
}
