import Ledger
import LineMode
import Printing

extension Till {
    mutating func take(_ word: QueueWord, at desk: Desk) throws -> [TillEffect] {
        guard settings.printerName != nil else { return [.show([wording.noPrinter])] }
        let before = Set(state.queue.unfinished.map(\.id))
        let stuck = Set((state.queue.held + state.queue.aside).map(\.id))
        switch word {
        case .list:
            return [.show(queueTable(at: desk))]
        case .print(let number):
            let id = number.map { PrintJob.ID($0) }
            let count = id.map { stuck.contains($0) ? 1 : 0 } ?? state.queue.held.count
            guard count > 0 else { return [.show([wording.nothingInQueue])] }
            let effects = try advance(.released(id), at: desk)
            return [.show([wording.released(count)])] + effects
        case .drop(let number):
            let effects = try advance(.dropped(number.map { PrintJob.ID($0) }), at: desk)
            let count = before.count - state.queue.unfinished.count
            guard count > 0 else { return [.show([wording.nothingInQueue])] }
            return [.show([wording.dropped(count)])] + effects
        }
    }

    func queueTable(at desk: Desk) -> [Row] {
        wording.table(
            ofQueue: state.queue.unfinished, held: Set(state.queue.held.map(\.id)),
            at: desk.moment.milliseconds)
    }
}
