/// What a receipt says, before anything is known of the paper it goes to.
package struct ReceiptDocument: Hashable, Sendable {
    /// The blocks from the top down.
    package let blocks: [ReceiptBlock]

    /// Gathers a document.
    package init(_ blocks: [ReceiptBlock]) {
        self.blocks = blocks
    }
}
