/// What an import did, once it is in the books.
package enum ImportReport: Hashable, Sendable, CustomStringConvertible {
    /// Rows of a product list, each of which added a product or changed one.
    case products(added: Int, changed: Int)
    /// Rows of a delivery, each of which is a batch in stock now.
    case batches(received: Int)
    /// Rows of a list of changes of tax rates, each of which is noted now.
    case rates(noted: Int)

    /// How many rows were read, the header not counted.
    package var rows: Int {
        switch self {
        case .products(let added, let changed): added + changed
        case .batches(let received): received
        case .rates(let noted): noted
        }
    }

    /// The report in a line for the person who imported.
    package var description: String {
        switch self {
        case .products(let added, let changed):
            "\(rows) products read: \(added) added, \(changed) changed."
        case .batches(let received):
            "\(received) batches read and received into stock."
        case .rates(let noted):
            "\(noted) changes of tax rates read and noted."
        }
    }
}
