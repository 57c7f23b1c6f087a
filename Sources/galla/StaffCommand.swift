import ArgumentParser
import Billing
import Digest
import Exchange
import Ledger
import Linux
import SystemPackage
import Terminal
import Till

/// Who sells: their names, PINs and rights.
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Say who sells, and what they may do.",
        discussion: """
            Once somebody is on the list, the till sells only for who has typed login, their name \
            and their PIN. Rights: \(StaffRight.allCases.map(\.rawValue).joined(separator: ", ")). The \
            till must be closed meanwhile.
            """, subcommands: [Add.self, PIN.self, Rights.self, Remove.self, List.self])

    /// Somebody new.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add somebody; their PIN is asked for.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var who: MemberName

        @Option(
            name: .long, help: ArgumentHelp("all, none, or words with commas.", valueName: "list"))
        var rights = "none"

        func run() throws {
            let name = try TypedValues.text(who.name).string
            let rights = try StaffCommand.rights(rights)
            let hash = try NewPIN.ask()
            try StaffCommand.change(in: shop, for: "staff add", "staff-added", name) { books, now in
                guard try !books.hasStaffName(name) else {
                    throw Failure(
                        .failure,
                        "\(name) is, or was, on the list. Take another name, so that "
                            + "bills stay clear; nothing was changed.")
                }
                try books.addStaff(name, pinHash: hash.stored, rights: rights, at: now)
            }
            print("\(name) sells here from now on.")
        }
    }

    /// A new PIN.
    struct PIN: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pin", abstract: "Give somebody a new PIN, and all tries again.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var who: MemberName

        func run() throws {
            let hash = try NewPIN.ask()
            try who.change(in: shop, for: "staff pin", "pin-set") { books, member in
                try books.setPIN(of: member, to: hash.stored)
            }
            print("\(who.name) has a new PIN.")
        }
    }

    /// Other rights.
    struct Rights: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give somebody other rights.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var who: MemberName

        @Argument(help: ArgumentHelp("all, none, or words with commas.", valueName: "list"))
        var rights: String

        func run() throws {
            let rights = try StaffCommand.rights(rights)
            try who.change(in: shop, for: "staff rights", "rights-set") { books, member in
                try books.setRights(of: member, to: rights)
            }
            print("\(who.name) may: \(StaffCommand.text(of: rights)).")
        }
    }

    /// Somebody who sells no more.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take somebody off the list; their bills keep their name.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var who: MemberName

        func run() throws {
            try who.change(in: shop, for: "staff remove", "staff-removed") { books, member in
                try books.letGo(member)
            }
            print("\(who.name) sells here no more.")
        }
    }

    /// Everybody.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List who sells, and their rights.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var form: TableOptions

        func run() throws {
            let staff = try CustomerChoice.read(from: shop) { try $0.staff() }
            let now = Clocks.wallMilliseconds()
            form.show([StaffTable.table(staff, at: now)])
            guard !staff.isEmpty else { throw ExitCode(2) }
        }
    }

    static func rights(_ text: String) throws -> Set<StaffRight> {
        switch text.lowercased() {
        case "all": return Set(StaffRight.allCases)
        case "none": return []
        default:
            return Set(
                try text.lowercased().split(separator: ",").map { word in
                    guard let right = StaffRight(rawValue: String(word)) else {
                        let known = StaffRight.allCases.map(\.rawValue).joined(separator: ", ")
                        throw ValidationError("`\(word)` is no right; there are \(known).")
                    }
                    return right
                })
        }
    }

    static func text(of rights: Set<StaffRight>) -> String {
        rights.isEmpty ? "only sell" : rights.map(\.rawValue).sorted().joined(separator: ", ")
    }

    /// Changes the list as the shop's owner for a moment, with a note in the audit.
    static func change(
        in shop: ShopOptions, for purpose: String, _ event: String, _ name: String,
        _ body: (Books, Int64) throws -> Void
    ) throws {
        let now = try shop.settings().clock().now()
        let ledger = try shop.ownLedgerBriefly(for: purpose)
        do {
            try ledger.transaction { books in
                try body(books, now.milliseconds)
                try books.add(
                    AuditEntry(
                        event: event, subject: name, amount: nil, reason: nil,
                        cashier: Operator.name, at: now.civil), at: now.milliseconds)
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.failed(error)
        }
    }
}

/// Who a command is about.
struct MemberName: ParsableArguments {
    @Argument(help: ArgumentHelp("The name that bills have.", valueName: "name"))
    var name: String

    func change(
        in shop: ShopOptions, for purpose: String, _ event: String,
        _ body: (Books, StaffMember) throws -> Void
    ) throws {
        try StaffCommand.change(in: shop, for: purpose, event, name) { books, _ in
            guard let member = try books.staffMember(name) else {
                throw Failure.notFound("Nobody is called \(name) here. Nothing was changed.")
            }
            try body(books, member)
        }
    }
}
