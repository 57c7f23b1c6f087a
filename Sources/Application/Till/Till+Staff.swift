import Billing
import Ledger
import LineMode

// Who is at the till, what they may do, and a supervisor's word over their shoulder.
extension Till {
    /// The name that bills, the audit and papers have.
    var cashier: String { state.staff.name ?? settings.cashier }

    /// Why a command is not obeyed for who is there; nil where it is.
    mutating func refusal(of command: Command, typed line: String) -> Row? {
        switch state.staff.attendance {
        case .unwatched: return nil
        case .nobody: return command.isForAnybody ? nil : wording.nobodyIsHere
        case .present(let member):
            guard let right = command.right, !member.rights.contains(right) else { return nil }
            state.refused = RefusedLine(line: line, right: right)
            return wording.lacksRight(right, member.name)
        }
    }

    mutating func login(_ name: Text, at desk: Desk) throws -> [TillEffect] {
        guard state.staff.attendance != .unwatched else { return [.show([wording.noStaff])] }
        return try ask(name, .login, at: desk)
    }

    mutating func override(by name: Text, at desk: Desk) throws -> [TillEffect] {
        guard let refused = state.refused else { return [.show([wording.nothingToOverride])] }
        guard let member = try desk.books.staffMember(name.string) else {
            return [.show([wording.noSuchMember(name.string)])]
        }
        guard member.rights.contains(refused.right) else {
            return [.show([wording.mayNotEither(refused.right, member.name)])]
        }
        return try ask(name, .override(line: refused.line), at: desk)
    }

    /// Takes the line behind the question for a PIN.
    mutating func take(pin line: String, at desk: Desk) throws -> [TillEffect] {
        try apply(.typed(line), at: desk)
    }

    /// Whether a PIN is being checked: lines wait, and the till does not end.
    var isCheckingPIN: Bool {
        if case .checking = state.staff.dialogue { true } else { false }
    }

    /// Takes the answer of the check, and then what was typed meanwhile.
    mutating func takeCheckedPIN(isRight: Bool, at desk: Desk) throws -> [TillEffect] {
        var effects = try apply(
            .checked(isRight: isRight, at: desk.moment.milliseconds), at: desk)
        while !isCheckingPIN, !state.typedAhead.isEmpty {
            effects += try take(line: state.typedAhead.removeFirst(), at: desk)
        }
        return effects
    }

    private mutating func ask(
        _ name: Text, _ purpose: StaffDesk.Purpose, at desk: Desk
    ) throws -> [TillEffect] {
        guard let member = try desk.books.staffMember(name.string) else {
            return [.show([wording.noSuchMember(name.string)])]
        }
        let question = StaffDesk.Question(member: member, purpose: purpose)
        return try apply(.asked(question, at: desk.moment.milliseconds), at: desk)
    }

    private mutating func apply(
        _ event: StaffDesk.Event, at desk: Desk
    ) throws -> [TillEffect] {
        let effects: [StaffDesk.Effect]
        do throws(StaffDesk.Refusal) {
            effects = try state.staff.apply(event)
        } catch {
            return [.show([wording.refusal(error)])]
        }
        return try effects.flatMap { try take($0, at: desk) }
    }

    private mutating func take(_ effect: StaffDesk.Effect, at desk: Desk) throws -> [TillEffect] {
        switch effect {
        case .ask(let member): return [.show([wording.askPIN(of: member)])]
        case .gaveUp: return [.show([wording.gaveUpPIN])]
        case .check(let pin, let member):
            return [.checkPIN(PINCheck(pin: pin, hash: member.pinHash))]
        case .forgive(let member):
            try desk.books.noteTries(of: member)
            return []
        case .welcome(let member):
            try audit("login", of: member.name, nil, why: nil, at: desk)
            return [.show([wording.welcome(member)])]
        case .wrong(let member):
            try desk.books.noteTries(of: member)
            let isLocked = member.failures >= StaffMember.mostFailures
            try audit(
                isLocked ? "locked-out" : "wrong-pin", of: member.name, nil, why: nil, at: desk)
            return [.show([wording.wrongPIN(of: member)])]
        case .allow(let line, let member):
            state.refused = nil
            try audit("override", of: member.name, nil, why: line, at: desk)
            return try obeyLine(line, isAllowed: true, at: desk)
        }
    }
}

/// A line that was not obeyed because who typed it has not the right.
struct RefusedLine: Hashable {
    let line: String
    let right: StaffRight
}
