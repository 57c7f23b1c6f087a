/// A batch as the list of batches shows it.
package struct ShelfBatch: Hashable, Sendable {
    /// What it is a batch of.
    package let product: Product
    /// The batch, with what can be sold of it.
    package let batch: Batch
    /// The last day on which it may be sold.
    package let expiresOn: CivilDate?

    /// Gathers what the ledger says.
    package init(product: Product, batch: Batch, expiresOn: CivilDate?) {
        self.product = product
        self.batch = batch
        self.expiresOn = expiresOn
    }
}
