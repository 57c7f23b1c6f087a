package import Billing

/// Who sells, as a table.
package enum StaffTable {
    /// Everybody with their rights; whether a PIN of theirs is taken now.
    package static func table(_ staff: [StaffMember], at milliseconds: Int64) -> ReportTable {
        ReportTable(
            "staff", "Staff", ["name", "rights", "locked"],
            rows: staff.map { member in
                let rights = member.rights.map(\.rawValue).sorted().joined(separator: " ")
                return [
                    .text(member.name), .text(rights), .flag(member.isLocked(at: milliseconds)),
                ]
            })
    }
}
