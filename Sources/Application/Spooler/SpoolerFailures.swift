import Printing

/// How often one job has failed in a row, so that a printer in trouble is not asked for ever.
///
/// The first failure is looked into at once: the cable may be back already. After that the pauses
/// double from ten seconds to ten minutes; news of the printer ends a pause.
struct SpoolerFailures {
    private var job: PrintJob.ID?
    private var inARow = 0
    private var pause = Deadline.never

    mutating func count(_ failed: PrintJob.ID) {
        inARow = failed == job ? inARow + 1 : 1
        job = failed
        guard inARow > 1 else { return }
        pause = Deadline(milliseconds: min(10_000 << min(Int32(inARow) - 2, 6), 600_000))
    }

    mutating func endPause() {
        pause = .never
    }

    var isPauseOver: Bool { pause.isOver }

    var pauseMilliseconds: Int32? {
        let rest = pause.remaining
        return rest < 0 ? nil : rest
    }
}
