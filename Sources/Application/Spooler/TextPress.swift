package import Receipts

/// Receipts as rows of UTF-8 text, for printers that are drawn or logged.
package final class TextPress: ReceiptPress {
    private let template: ReceiptTemplate
    private let layout: Layout

    /// Prints for a shop on paper of this many columns.
    package convenience init(shop: ShopHeader, columns: Int) {
        self.init(template: ReceiptTemplate(shop: shop), columns: columns)
    }

    /// Prints what a shop's receipts have; a picture is not drawn.
    package init(template: ReceiptTemplate, columns: Int) {
        self.template = template
        layout = Layout(terminalColumns: columns)
    }

    /// A row that says so.
    package var drawerPulse: [UInt8]? {
        let rows = TextRenderer.rows(of: layout.receipt(of: ReceiptDocument([.drawerPulse])))
        return Array((rows.joined(separator: "\n") + "\n").utf8)
    }

    /// The receipt as rows of text, a newline behind each; it can always be drawn.
    package func bytes(for order: PrintOrder) -> [UInt8] {
        let rows = TextRenderer.rows(of: layout.receipt(of: order.document(for: template)))
        return Array((rows.joined(separator: "\n") + "\n").utf8)
    }
}
