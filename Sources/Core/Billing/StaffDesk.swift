/// Who stands at the till, and whose PIN is asked for.
///
/// A shop without staff in its books is sold in by whoever is there. A PIN is asked for, typed, and
/// checked elsewhere, because that takes its time; meanwhile nothing else is taken from the keyboard.
package struct StaffDesk: Hashable, Sendable {
    /// Who is there.
    package enum Attendance: Hashable, Sendable {
        /// The shop has no staff in its books: anybody may do anything.
        case unwatched
        /// Nobody has logged in.
        case nobody
        /// This member answers for what is done.
        case present(StaffMember)
    }

    /// What a PIN is asked for.
    package enum Purpose: Hashable, Sendable {
        /// To sell from now on.
        case login
        /// To let this line be obeyed once.
        case override(line: String)
    }

    /// Whose PIN is asked for, and what for.
    package struct Question: Hashable, Sendable {
        /// Whose.
        package let member: StaffMember
        /// What for.
        package let purpose: Purpose

        /// Gathers a question.
        package init(member: StaffMember, purpose: Purpose) {
            (self.member, self.purpose) = (member, purpose)
        }
    }

    /// Where the dialogue about a PIN is.
    package enum Dialogue: Hashable, Sendable {
        /// There is none.
        case none
        /// The next line is the PIN.
        case asking(Question)
        /// It was typed and is being checked.
        case checking(Question)
    }

    /// What happens.
    package enum Event: Hashable, Sendable {
        /// Somebody wants to log in, or to let a line be obeyed.
        case asked(Question, at: Int64)
        /// The line after the question; an empty one gives up.
        case typed(String)
        /// The check is done, at this time in milliseconds since 1970.
        case checked(isRight: Bool, at: Int64)
    }

    /// What has to be done about it.
    package enum Effect: Hashable, Sendable {
        /// Ask for the PIN.
        case ask(StaffMember)
        /// Nothing is asked any more.
        case gaveUp
        /// Have this PIN checked.
        case check(pin: String, StaffMember)
        /// The member sells from now on.
        case welcome(StaffMember)
        /// The line is obeyed once, because the member says so.
        case allow(line: String, by: StaffMember)
        /// The PIN was wrong; write the member's failures down.
        case wrong(StaffMember)
        /// The PIN was right after wrong ones; write that down.
        case forgive(StaffMember)
    }

    /// Why nothing was done.
    package enum Refusal: Error, Hashable, Sendable {
        /// Too many wrong PINs: none is taken for so many minutes.
        case locked(name: String, minutes: Int64)
        /// A PIN is being checked.
        case isChecking
        /// No PIN was asked for.
        case notAsked
    }

    /// Who is there.
    package private(set) var attendance: Attendance
    /// The dialogue about a PIN.
    package private(set) var dialogue = Dialogue.none

    /// Begins with nobody, or unwatched where the shop has no staff.
    package init(hasStaff: Bool) { attendance = hasStaff ? .nobody : .unwatched }

    /// The name that what is done has; nil where nobody has logged in.
    package var name: String? {
        if case .present(let member) = attendance { member.name } else { nil }
    }

    /// Takes an event; throws and stays as it was where it cannot be.
    package mutating func apply(_ event: Event) throws(Refusal) -> [Effect] {
        switch (dialogue, event) {
        case (.none, .asked(let question, let time)), (.asking, .asked(let question, let time)):
            let member = question.member
            guard !member.isLocked(at: time) else {
                let left = member.lockedUntil - time
                throw .locked(name: member.name, minutes: (left + 59_999) / 60_000)
            }
            dialogue = .asking(question)
            return [.ask(member)]
        case (.asking, .typed("")):
            dialogue = .none
            return [.gaveUp]
        case (.asking(let question), .typed(let pin)):
            dialogue = .checking(question)
            return [.check(pin: pin, question.member)]
        case (.checking(let question), .checked(true, at: _)):
            dialogue = .none
            return welcome(question)
        case (.checking(let question), .checked(false, at: let time)):
            dialogue = .none
            var member = question.member
            member.failures += 1
            if member.failures >= StaffMember.mostFailures {
                member.lockedUntil = time + StaffMember.lockMilliseconds
            }
            return [.wrong(member)]
        case (.checking, .asked), (.checking, .typed): throw .isChecking
        case (.none, .typed), (.none, .checked), (.asking, .checked): throw .notAsked
        }
    }

    private mutating func welcome(_ question: Question) -> [Effect] {
        var member = question.member
        let forgiven: [Effect]
        if member.failures > 0 {
            (member.failures, member.lockedUntil) = (0, 0)
            forgiven = [.forgive(member)]
        } else {
            forgiven = []
        }
        switch question.purpose {
        case .login:
            attendance = .present(member)
            return forgiven + [.welcome(member)]
        case .override(let line): return forgiven + [.allow(line: line, by: member)]
        }
    }
}
