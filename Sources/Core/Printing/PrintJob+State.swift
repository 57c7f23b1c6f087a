extension PrintJob {
    /// Whether its next or present attempt carries the word DUPLICATE.
    package var isMarked: Bool {
        switch state {
        case .uncertain, .sendingMarked, .asideMarked: true
        case .queued, .sending, .sent, .confirmed, .dropped, .aside: false
        }
    }

    /// Whether nothing more will happen to it.
    package var isDone: Bool { state.isDone }

    /// Whether it lets others pass until a person decides.
    package var isAside: Bool { state == .aside || state == .asideMarked }
}

extension PrintJob.State {
    /// Whether nothing more happens to a job in this state.
    package var isDone: Bool {
        switch self {
        case .sent, .confirmed, .dropped: true
        case .queued, .sending, .uncertain, .sendingMarked, .aside, .asideMarked: false
        }
    }
}
