/// A change of tax rates from a day on, as the law announces it.
///
/// It is about the goods whose code in the harmonised system begins with `hsn`, about those of the
/// rate `old`, or about those that are both.
package struct RateChange: Hashable, Sendable {
    /// The first day of the new rate.
    package let startsOn: CivilDate
    /// How the codes of the goods begin; nil for all.
    package let hsn: String?
    /// The rate that the goods had; nil for any.
    package let old: TaxRate?
    /// The rate they get.
    package let new: TaxRate

    /// Gathers a change that names goods, a rate, or both.
    package init(startsOn: CivilDate, hsn: String?, old: TaxRate?, new: TaxRate) {
        precondition(hsn != nil || old != nil, "a change of rates for nothing in particular")
        self.startsOn = startsOn
        self.hsn = hsn
        self.old = old
        self.new = new
    }

    fileprivate func applies(to rate: TaxRate, _ hsn: String?) -> Bool {
        (old == nil || old == rate) && (self.hsn.map { hsn?.hasPrefix($0) ?? false } ?? true)
    }
}

extension TaxRate {
    /// The rate on a day of goods that had this one on the day `since` (on any day if nil).
    ///
    /// The changes of the days in between apply in turn, of each day one at most: that which names
    /// the goods most closely.
    package func on(
        _ day: CivilDate, since: CivilDate?, hsn: String?, changes: [RateChange]
    ) -> TaxRate {
        let due = changes.filter { change in
            change.startsOn <= day && since.map { $0 < change.startsOn } ?? true
        }
        var rate = self
        for start in Set(due.map(\.startsOn)).sorted() {
            let fitting = due.filter { $0.startsOn == start && $0.applies(to: rate, hsn) }
            let closest = fitting.max { left, right in
                (left.hsn?.count ?? 0, left.old == nil ? 0 : 1)
                    < (right.hsn?.count ?? 0, right.old == nil ? 0 : 1)
            }
            rate = closest?.new ?? rate
        }
        return rate
    }
}
