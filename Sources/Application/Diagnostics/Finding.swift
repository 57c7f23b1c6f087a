/// One thing that the doctor has looked at: how it is, and what to do where it is not well.
package struct Finding: Equatable, Sendable {
    /// What was looked at; a cause stands before what it causes.
    package enum Check: String, Sendable, CaseIterable {
        /// The configuration file.
        case configuration
        /// The shop's books.
        case books
        /// The copies of the books that the till makes.
        case backups
        /// The devices as the kernel and udev list them.
        case devices
        /// The scanners that the till would take.
        case scanners
        /// The kernel's own printer driver, which a killed program can have kept away.
        case usblp
        /// The printer and how it is.
        case printer
        /// The papers that wait for the printer.
        case queue
    }

    /// How it is; the worse the later.
    package enum Verdict: String, Sendable, CaseIterable, Comparable {
        /// As it should be.
        case fine
        /// Worth knowing; nothing has to be done.
        case note
        /// The till sells, but something will go wrong, or does for others.
        case warning
        /// Something does not work.
        case fault

        package static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// How sure the doctor is of what it says.
    package enum Certainty: String, Sendable {
        /// It was seen, or the device said so.
        case certain
        /// It is the likeliest reason for what was seen.
        case likely
    }

    /// What was looked at.
    package let check: Check
    /// How it is.
    package let verdict: Verdict
    /// How sure that is.
    package let certainty: Certainty
    /// What was found, in whole sentences.
    package let message: String
    /// What a person does about it; nil where nothing has to be done.
    package let advice: String?
    /// The command that does it; nil where hands are needed.
    package let command: String?

    /// Gathers a finding; one without advice is something that is in order or only said.
    package init(
        _ check: Check, _ verdict: Verdict, _ message: String, certainty: Certainty = .certain,
        advice: String? = nil, command: String? = nil
    ) {
        self.check = check
        self.verdict = verdict
        self.certainty = certainty
        self.message = message
        self.advice = advice
        self.command = command
    }
}
