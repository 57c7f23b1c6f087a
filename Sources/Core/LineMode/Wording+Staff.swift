package import Billing

// Answers about who is at the till.
extension Wording {
    /// The prompt behind which a PIN is typed; a screen shows nothing of such a line.
    package static let pinPrompt = "PIN> "

    /// Whose PIN is asked for.
    package func askPIN(of member: StaffMember) -> Row {
        Row(.plain, "PIN of \(member.name)? It is not shown. Enter alone gives up.")
    }

    /// Nothing is asked any more.
    package var gaveUpPIN: Row { Row(.plain, "No PIN. Nothing was changed.") }

    /// A member sells from now on.
    package func welcome(_ member: StaffMember) -> Row {
        Row(.result, "\(member.name) sells now.")
    }

    /// A wrong PIN.
    package func wrongPIN(of member: StaffMember) -> Row {
        let left = StaffMember.mostFailures - member.failures
        guard left > 0 else {
            return Row(
                .refusal,
                "Wrong PIN. Too many: none of \(member.name) is taken for "
                    + "\(StaffMember.lockMilliseconds / 60_000) minutes.")
        }
        return Row(.refusal, "Wrong PIN. \(left == 1 ? "1 try is" : "\(left) tries are") left.")
    }

    /// Nobody in the books has that name.
    package func noSuchMember(_ name: String) -> Row {
        Row(.refusal, "Nobody is called \(name) here. galla staff list shows who is.")
    }

    /// The shop has no staff in its books.
    package var noStaff: Row {
        Row(.refusal, "This shop has no staff list. galla staff add makes one.")
    }

    /// Something was asked of a till where nobody has logged in.
    package var nobodyIsHere: Row {
        Row(.refusal, "Nobody has logged in, so nothing is sold. Type login and your name.")
    }

    /// Somebody may not do what they typed.
    package func lacksRight(_ right: StaffRight, _ name: String) -> Row {
        Row(
            .refusal,
            "\(name) may not do that (\(right.rawValue)). Somebody who may types override and "
                + "their name.")
    }

    /// An override for nothing.
    package var nothingToOverride: Row {
        Row(.refusal, "There is nothing to override: no line was refused just now.")
    }

    /// Somebody was asked for an override who has no more rights.
    package func mayNotEither(_ right: StaffRight, _ name: String) -> Row {
        Row(.refusal, "\(name) may not do that either (\(right.rawValue)).")
    }

    /// Something about a PIN was refused.
    package func refusal(_ refusal: StaffDesk.Refusal) -> Row {
        switch refusal {
        case .locked(let name, let minutes):
            Row(
                .refusal,
                "Too many wrong PINs of \(name). Try again in \(minutes) min, or have the owner "
                    + "set a new one (galla staff pin).")
        case .isChecking: Row(.refusal, "The PIN is being checked. Type that again.")
        case .notAsked: Row(.refusal, "No PIN was asked for.")
        }
    }
}
