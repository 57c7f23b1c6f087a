/// An open bill that was put aside, so that another customer can be served.
package struct HeldBill: Hashable, Sendable {
    /// The number a person calls it back by: the smallest that was free at its till.
    package let number: Int
    /// The bill as it was put aside; its stock is not reserved.
    package let bill: OpenBill
    /// When it was put aside, on the shop's clock.
    package let since: CivilTime

    /// Gathers a parked bill.
    package init(number: Int, bill: OpenBill, since: CivilTime) {
        self.number = number
        self.bill = bill
        self.since = since
    }

    /// The most bills that one till can have put aside.
    package static let limit = 99
}
