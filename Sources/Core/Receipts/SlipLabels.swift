/// The words of slips that are no bills.
package struct SlipLabels: Hashable, Sendable {
    let heldBill: String
    let heldNumber: String
    let heldNotice: String
    let statement: String
    let broughtForward: String
    let repaid: String
    let correction: String
    let owed: String
    let limit: String
    let repayment: String
    let received: String
    let by: String
    let stillOwed: String
    let payByUPI: String
    let payTo: String
    let reference: String
    let noReceipt: String
    let cashier: String

    /// English.
    package static let english = SlipLabels(
        heldBill: "Parked Bill", heldNumber: "No:",
        heldNotice: "Not a bill. Prices are looked at again when it is paid.",
        statement: "Statement of Account", broughtForward: "Brought forward",
        repaid: "Repaid", correction: "Correction", owed: "Owed:", limit: "Limit:",
        repayment: "Payment Received", received: "Received:", by: "By:",
        stillOwed: "Still owed:", payByUPI: "Pay by UPI", payTo: "To:", reference: "Ref:",
        noReceipt: "Not a receipt.", cashier: "Cashier:")
}
