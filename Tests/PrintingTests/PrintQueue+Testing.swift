import Printing

extension PrintJob {
    static func numbered(_ number: Int64, _ state: State = .queued) -> PrintJob {
        PrintJob(id: ID(number), subject: "B-\(number)", createdAt: 0, state: state)
    }

    /// The job in a word: `3:queued`.
    var said: String { "\(id.raw):\(state.rawValue)" }
}

extension PrintQueue {
    /// The queue in a line: `printing [1:sending 2:queued]`.
    var said: String {
        let jobs = pending.map(\.said).joined(separator: " ")
        return switch printer {
        case .unknown: "unknown [\(jobs)]"
        case .ready: "ready [\(jobs)]"
        case .printing: "printing [\(jobs)]"
        case .absent(let reason): "absent(\(reason)) [\(jobs)]"
        }
    }

    static func said(_ effects: [Effect]) -> String {
        effects.map { effect in
            switch effect {
            case .save(let job): "save \(job.said)"
            case .send(let job): "send \(job.said)"
            case .ask: "ask"
            case .tellDropped(let jobs): "dropped \(jobs.map(\.id.raw))"
            case .tellAside(let job): "aside \(job.said)"
            }
        }.joined(separator: ", ")
    }

    /// A queue that has had these events.
    static func after(_ events: Event...) -> PrintQueue {
        var queue = PrintQueue()
        for event in events { _ = queue.apply(event, at: 0) }
        return queue
    }
}
