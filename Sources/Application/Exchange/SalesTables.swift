import Billing
package import Ledger

/// Sums of bills as tables.
package enum SalesTables {
    /// What was sold, added up by something.
    package static func table(_ sums: [SalesSum], by grouping: SalesGrouping) -> ReportTable {
        switch grouping {
        case .tender:
            ReportTable(
                "tenders", "By tender", ["tender", "bills", "amount"],
                rows: sums.map { [.text($0.name), .count($0.documents), .money($0.sales)] })
        case .tax:
            ReportTable(
                "taxes", "By tax rate", ["gst_rate", "taxable", "gst", "sales"],
                rows: sums.map { sum in
                    [
                        Int64(sum.name).map(ReportTable.Value.percent) ?? .text("not taxed"),
                        .money(sum.sales - sum.tax), .money(sum.tax), .money(sum.sales),
                    ]
                })
        case .day, .cashier:
            ReportTable(
                grouping.rawValue + "s", "By \(grouping.rawValue)",
                [grouping.rawValue, "bills"] + earned,
                rows: sums.map { [.text($0.name), .count($0.documents)] + values($0) })
        case .product, .category:
            ReportTable(
                grouping == .product ? "products" : "categories", "By \(grouping.rawValue)",
                ["quantity"] + earned + [grouping.rawValue],
                rows: sums.map {
                    [.quantity($0.quantity)] + values($0)
                        + [.text($0.name.isEmpty ? "(none)" : $0.name)]
                })
        }
    }

    /// The sum of what is in a table of days.
    package static func total(_ days: [SalesSum], from: String, upTo last: String) -> ReportTable {
        let sales = days.map(\.sales).total()
        let cost = days.map(\.cost).total()
        return ReportTable(
            "total", from == last ? "Day \(from)" : "\(from) to \(last)", ["bills"] + earned,
            rows: [
                [
                    .count(days.map(\.documents).reduce(0, +)), .money(sales), .money(cost),
                    .money(sales - cost), margin(sales, cost), .money(days.map(\.tax).total()),
                ]
            ])
    }

    private static let earned = ["sales", "cost", "profit", "margin_percent", "gst"]

    private static func values(_ sum: SalesSum) -> [ReportTable.Value] {
        [
            .money(sum.sales), .money(sum.cost), .money(sum.sales - sum.cost),
            margin(sum.sales, sum.cost), .money(sum.tax),
        ]
    }

    /// The profit's share of the sales, rounded half away from zero to a hundredth of a percent.
    private static func margin(_ sales: Money, _ cost: Money) -> ReportTable.Value {
        guard sales > .zero else { return .none }
        let profit = Int128((sales - cost).minorUnits) * 10_000 * 2
        let (divisor, sign) = (Int128(sales.minorUnits), Int128(profit < 0 ? -1 : 1))
        return .percent(Int64((profit + sign * divisor) / (divisor * 2)))
    }
}
