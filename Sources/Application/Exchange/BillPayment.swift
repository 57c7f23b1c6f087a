import Billing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a bill's document says of one payment.
struct BillPayment: Encodable {
    private let method: String
    private let amount: Decimal
    private let reference: String?

    /// Copies what the bill says.
    init(_ payment: Payment) {
        method = payment.tender.label
        amount = payment.amount.decimal
        reference = payment.reference?.string
    }
}
