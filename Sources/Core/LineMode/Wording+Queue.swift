package import Printing

extension Wording {
    /// Old receipts wait for somebody's word.
    package func askAboutHeld(_ jobs: [PrintJob], at milliseconds: Int64) -> Row {
        let oldest = jobs.first.map { age(of: $0, at: milliseconds) } ?? ""
        return Row(
            .notice,
            "\(Self.receipts(jobs.count)) had to wait, the oldest \(oldest): queue print prints "
                + "them, queue drop does not, queue lists them.")
    }

    /// Old receipts are not printed, as the shop has set it.
    package func notPrinted(_ jobs: [PrintJob]) -> Row {
        let numbers = jobs.prefix(3).map(Self.name(of:)).joined(separator: ", ")
        let more = jobs.count > 3 ? " and \(jobs.count - 3) more" : ""
        return Row(
            .notice,
            "Too old to print now: \(numbers)\(more). reprint prints one of them all the same.")
    }

    /// A receipt that failed again and again lets others pass.
    package func setAside(_ job: PrintJob) -> Row {
        Row(
            .notice,
            "\(Self.title(of: job)): it failed \(job.attempts) times and is set aside; "
                + "others print. queue print \(job.id.raw) tries it again, queue drop "
                + "\(job.id.raw) gives it up.")
    }

    /// The receipts that are not done, a row each, with the numbers that `queue print` takes.
    package func table(
        ofQueue jobs: [PrintJob], held: Set<PrintJob.ID>, at milliseconds: Int64
    ) -> [Row] {
        guard !jobs.isEmpty else { return [Row(.plain, "No receipt waits for the printer.")] }
        return [Row(.heading, "Receipts that are not on paper yet, or not for sure:")]
            + jobs.map { job in
                let state = held.contains(job.id) ? "held back" : describe(job.state)
                let columns = [
                    String(job.id.raw).leftPadded(to: 5), Self.name(of: job),
                    age(of: job, at: milliseconds), state,
                ]
                return Row(.plain, columns.joined(separator: "   "))
            }
    }

    /// The answer to a word about receipts of which none was meant.
    package var nothingInQueue: Row {
        Row(.refusal, "There is no such receipt to decide about; queue lists them.")
    }

    /// So many receipts are not printed, as somebody decided.
    package func dropped(_ count: Int) -> Row {
        Row(.plain, "\(Self.receipts(count)) not printed; reprint prints one all the same.")
    }

    /// So many receipts print now, as somebody decided.
    package func released(_ count: Int) -> Row {
        Row(.plain, "\(Self.receipts(count)) on the way to the printer.")
    }

    /// A job's state for a person.
    package func describe(_ state: PrintJob.State) -> String {
        switch state {
        case .queued: "not printed yet"
        case .sending: "printing"
        case .uncertain: "perhaps printed; the next copy says DUPLICATE"
        case .sendingMarked: "printing again, marked DUPLICATE"
        case .sent: "sent; this printer does not confirm"
        case .confirmed: "printed"
        case .dropped: "given up"
        case .aside: "set aside, nothing printed"
        case .asideMarked: "set aside, perhaps printed"
        }
    }

    /// What a job prints, in a list.
    package static func name(of job: PrintJob) -> String {
        switch job.kind {
        case .bill: job.subject
        case .heldBill: "parked bill \(job.subject)"
        case .statement: "account of \(job.subject)"
        case .repayment: "repayment of \(job.subject)"
        case .upiCode: "UPI code \(job.subject)"
        case .shiftReport: "shift report \(job.subject)"
        }
    }

    /// What a job prints, at the beginning of a sentence about it.
    package static func title(of job: PrintJob) -> String {
        switch job.kind {
        case .bill: "Receipt of \(job.subject)"
        case .heldBill: "Slip of parked bill \(job.subject)"
        case .statement: "Account of \(job.subject)"
        case .repayment: "Repayment slip of \(job.subject)"
        case .upiCode: "UPI code \(job.subject)"
        case .shiftReport: "Shift report \(job.subject)"
        }
    }

    private func age(of job: PrintJob, at milliseconds: Int64) -> String {
        let minutes = max(0, milliseconds - job.createdAt) / 60_000
        return minutes < 120 ? "\(minutes) min old" : "\(minutes / 60) h old"
    }

    private static func receipts(_ count: Int) -> String {
        count == 1 ? "1 receipt" : "\(count) receipts"
    }
}
