/// The words of a receipt that are the same on every bill.
package struct ReceiptLabels: Hashable, Sendable {
    let billNumber: String
    let invoiceNumber: String
    let customer: String
    let phone: String
    let date: String
    let subtotal: String
    let total: String
    let payment: String
    let cashGiven: String
    let change: String
    let shopPhone: String
    let gstin: String
    let duplicate: String

    /// English, the words the rest of the documentation uses.
    package static let english = ReceiptLabels(
        billNumber: "Bill No:", invoiceNumber: "Invoice No:", customer: "Customer:",
        phone: "Phone:", date: "Date:", subtotal: "Subtotal:", total: "Total:",
        payment: "Payment:", cashGiven: "Cash given:", change: "Change:", shopPhone: "Tel:",
        gstin: "GSTIN:", duplicate: "DUPLICATE")
}
