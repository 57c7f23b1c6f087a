extension PrintQueue {
    /// Takes up the jobs that an earlier process left, oldest first.
    ///
    /// Those it was sending are uncertain now: the effects say what to write. One that was begun
    /// again and again without an end is set aside, in case that it is what ends the process.
    package static func resuming(
        _ stored: [PrintJob], rules: QueueRules = QueueRules()
    ) -> (queue: PrintQueue, effects: [Effect]) {
        var queue = PrintQueue(rules: rules)
        var effects: [Effect] = []
        for var job in stored.sorted(by: { $0.id < $1.id }) where !job.isDone {
            let before = job
            queue.advance(&job, by: .orphaned)
            if job != before, job.attempts >= rules.mostFailures * mostStartsPerFailure {
                queue.advance(&job, by: .setAside)
                effects.append(.tellAside(job))
            }
            if job != before { effects.append(.save(job)) }
            if job.isAside { queue.aside.append(job) } else { queue.pending.append(job) }
        }
        queue.hasStood = true
        return (queue, effects)
    }

    /// A process may end in the middle of a receipt for many reasons: the receipt is the last one
    /// to suspect.
    private static var mostStartsPerFailure: Int { 4 }

    mutating func end(
        _ id: PrintJob.ID, _ outcome: PrintJob.Event, isOwnFault: Bool, at moment: Int64
    ) -> [Effect] {
        guard var job = pending.first, job.id == id else { return [] }
        advance(&job, by: outcome)
        if job.isDone {
            failures = 0
            pending.removeFirst()
            printer = .ready
            return [.save(job)] + next(at: moment)
        }
        failures = isOwnFault ? failures + 1 : 0
        printer = .unknown
        guard failures >= rules.mostFailures else {
            hasStood = true
            pending[0] = job
            return [.save(job)]
        }
        failures = 0
        pending.removeFirst()
        advance(&job, by: .setAside)
        aside.append(job)
        return [.save(job), .tellAside(job)]
    }

    /// Begins the oldest job, unless too much has waited too long or the queue is closing.
    mutating func next(at moment: Int64) -> [Effect] {
        guard printer == .ready, !pending.isEmpty, !isClosing else { return [] }
        var effects: [Effect] = []
        if hasStood {
            hasStood = false
            if rules.isTooMuch(pending, at: moment) { effects = keepBack(at: moment) }
        }
        guard var job = pending.first else { return effects }
        advance(&job, by: .begun)
        pending[0] = job
        printer = .printing
        return effects + [.save(job), .send(job)]
    }

    private mutating func keepBack(at moment: Int64) -> [Effect] {
        switch rules.old {
        case .print: return []
        case .ask:
            held += pending
            pending = []
            return [.ask]
        case .drop:
            let tooMany = max(0, pending.count - rules.mostWaiting)
            var dropped: [PrintJob] = []
            var kept: [PrintJob] = []
            for (index, var job) in pending.enumerated() {
                if index < tooMany || rules.isOld(job, at: moment) {
                    advance(&job, by: .dropped)
                    dropped.append(job)
                } else {
                    kept.append(job)
                }
            }
            pending = kept
            return dropped.map(Effect.save) + [.tellDropped(dropped)]
        }
    }

    /// Puts jobs that were held or set aside back among the others, in their order.
    mutating func release(_ id: PrintJob.ID?, at moment: Int64) -> [Effect] {
        var effects: [Effect] = []
        var released = held.filter { id == nil || $0.id == id }
        held.removeAll { id == nil || $0.id == id }
        for var job in aside where job.id == id {
            advance(&job, by: .retried)
            effects.append(.save(job))
            released.append(job)
        }
        aside.removeAll { $0.id == id }
        guard !released.isEmpty else { return [] }
        let underWay = printer == .printing ? Array(pending.prefix(1)) : []
        let others = pending.dropFirst(underWay.count) + released
        pending = underWay + others.sorted { $0.id < $1.id }
        return effects + next(at: moment)
    }

    /// Drops jobs that were held or set aside, or one that waits and is not under way.
    mutating func drop(_ id: PrintJob.ID?) -> [Effect] {
        let isUnderWay = printer == .printing ? pending.first?.id : nil
        let chosen = { (job: PrintJob) in job.id == id && job.id != isUnderWay }
        let jobs = held.filter { id == nil || chosen($0) } + (aside + pending).filter(chosen)
        held.removeAll { id == nil || chosen($0) }
        aside.removeAll(where: chosen)
        pending.removeAll(where: chosen)
        return jobs.map { job in
            var job = job
            advance(&job, by: .dropped)
            return .save(job)
        }
    }

    /// Every job that is not done, oldest first.
    package var unfinished: [PrintJob] {
        (pending + held + aside).sorted { $0.id < $1.id }
    }

    private func advance(_ job: inout PrintJob, by event: PrintJob.Event) {
        do throws(PrintJob.Rejection) {
            try job.apply(event)
        } catch {
            preconditionFailure("print job \(job.id.raw): \(error.event) in \(error.state)")
        }
    }
}
