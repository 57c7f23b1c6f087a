package import Billing
import GRDB
import Storage

extension Books {
    /// Everybody who sells, by name.
    package func staff() throws -> [StaffMember] {
        try all("\(Self.members) WHERE has_left = 0 ORDER BY name", [], Self.member)
    }

    /// Who has this name, in capitals or not; nil where nobody has.
    package func staffMember(_ name: String) throws -> StaffMember? {
        try first("\(Self.members) WHERE has_left = 0 AND name = ?", [name], Self.member)
    }

    /// Whether anybody of this name is, or ever was, in the books.
    package func hasStaffName(_ name: String) throws -> Bool {
        try first("SELECT 1 FROM cashier WHERE name = ?", [name], { _ in true }) ?? false
    }

    /// Adds somebody whose name is not taken.
    package func addStaff(
        _ name: String, pinHash: String, rights: Set<StaffRight>, at milliseconds: Int64
    ) throws {
        try run(
            "INSERT INTO cashier (name, pin_hash, rights, created_at) VALUES (?, ?, ?, ?)",
            [name, pinHash, Self.text(of: rights), milliseconds])
    }

    /// Gives somebody another PIN, and all tries again.
    package func setPIN(of member: StaffMember, to pinHash: String) throws {
        try runOnOneRow(
            "UPDATE cashier SET pin_hash = ?, failures = 0, locked_until = 0 WHERE id = ?",
            [pinHash, member.id], orElse: "\(member.name) is gone")
    }

    /// Gives somebody other rights.
    package func setRights(of member: StaffMember, to rights: Set<StaffRight>) throws {
        try runOnOneRow(
            "UPDATE cashier SET rights = ? WHERE id = ?", [Self.text(of: rights), member.id],
            orElse: "\(member.name) is gone")
    }

    /// Writes down how somebody's PIN has been tried.
    package func noteTries(of member: StaffMember) throws {
        try runOnOneRow(
            "UPDATE cashier SET failures = ?, locked_until = ? WHERE id = ?",
            [member.failures, member.lockedUntil, member.id], orElse: "\(member.name) is gone")
    }

    /// Takes somebody off the list; their name stays taken.
    package func letGo(_ member: StaffMember) throws {
        try runOnOneRow(
            "UPDATE cashier SET has_left = 1 WHERE id = ?", [member.id],
            orElse: "\(member.name) is gone")
    }

    private static let members =
        "SELECT id, name, rights, pin_hash, failures, locked_until FROM cashier"

    private static func member(_ row: StoredRow) -> StaffMember {
        let words: String = row[2]
        return StaffMember(
            id: row[0], name: row[1],
            // A right of a later version is one that this one does not give.
            rights: Set(
                words.split(separator: " ").compactMap { StaffRight(rawValue: String($0)) }),
            pinHash: row[3], failures: row[4], lockedUntil: row[5])
    }

    private static func text(of rights: Set<StaffRight>) -> String {
        rights.map(\.rawValue).sorted().joined(separator: " ")
    }
}
