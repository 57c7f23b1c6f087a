package import Ledger

/// Changes of tax rates from a CSV file: `starts_on,hsn,old_rate,new_rate`.
///
/// A row is about the goods whose HSN code begins with `hsn`, about those of `old_rate`, or about
/// both; one of the two may be empty. A row for the same day and goods as one in the books replaces
/// it.
package struct RateImport {
    private let file: String

    /// Names the file; nothing is opened yet.
    package init(file: String) {
        self.file = file
    }

    /// Imports all of it, or throws every reason why not and leaves the books as they were.
    package func apply(to ledger: Ledger) throws(ImportError) -> ImportReport {
        try ImportRun.run(RateTaker.self, file: file, into: ledger)
    }
}
