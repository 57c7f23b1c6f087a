/// Which papers a till prints without being asked, beside bills, statements and repayments.
package struct PaperRules: Hashable, Sendable {
    /// Whether a parked bill gets a slip with the code that brings it back.
    package let heldBills: Bool
    /// Whether the code of a UPI payment is printed as soon as it is asked for.
    package let upiCodes: Bool

    /// Gathers the rules; without arguments nothing more is printed.
    package init(heldBills: Bool = false, upiCodes: Bool = false) {
        self.heldBills = heldBills
        self.upiCodes = upiCodes
    }
}
