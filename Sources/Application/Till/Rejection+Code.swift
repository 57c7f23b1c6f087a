import Billing

extension Rejection {
    /// The refusal in one word with hyphens, for other programs; never changes.
    var code: String {
        switch self {
        case .noOpenBill: "no-open-bill"
        case .billOpen: "bill-open"
        case .emptyBill: "empty-bill"
        case .noSuchLine: "no-such-line"
        case .notEnoughStock: "not-enough-stock"
        case .noQuantity: "no-quantity"
        case .notWhole: "not-whole"
        case .quantityTooLarge: "quantity-too-large"
        case .billTooLarge: "bill-too-large"
        case .priceBelowCost: "price-below-cost"
        case .priceAboveMRP: "price-above-mrp"
        case .discountBelowCost: "discount-below-cost"
        case .discountTooLarge: "discount-too-large"
        case .discountOverLimit: "discount-over-limit"
        case .noBatches: "no-batches"
        case .buyerMissing: "buyer-missing"
        case .cashShort: "cash-short"
        case .returning: "return-refused"
        case .payment(let reason): reason.code
        case .settling: "settling"
        }
    }
}

extension PaymentRejection {
    fileprivate var code: String {
        switch self {
        case .noAmount: "no-amount"
        case .paysTooMuch: "pays-too-much"
        case .tooMuchCash: "too-much-cash"
        case .tooMuchCashToday: "too-much-cash-today"
        case .creditWithoutCustomer: "credit-without-customer"
        case .billWithoutAccount: "bill-without-account"
        case .creditLimit: "credit-limit"
        case .repaysTooMuch: "repays-too-much"
        case .attemptOpen: "payment-awaited"
        case .oneAttempt: "one-attempt"
        case .noAttempt: "no-attempt"
        case .nothingPaid: "nothing-paid"
        case .paymentBegun: "payment-begun"
        case .belowPaid: "below-paid"
        case .creditTaken: "credit-taken"
        }
    }
}
