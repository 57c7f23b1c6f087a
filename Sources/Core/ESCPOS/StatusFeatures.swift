/// Which ways a printer model has to say how it is, and to be told what to do about it.
///
/// A model's profile fills it in. What a model lacks is not asked: the question would stand on paper.
package struct StatusFeatures: Hashable, Sendable {
    /// It pushes its state whenever that changes (automatic status back, `GS a`).
    package var pushesStatus: Bool
    /// It answers `DLE EOT` 1 to 4 at once, even while it is offline.
    package var answersRealTime: Bool
    /// It answers `GS r` after all data before it was processed: a mark for a job's end.
    package var answersInOrder: Bool
    /// It says which job is completely on paper (process ID response, `GS ( H` function 48).
    package var confirmsJobs: Bool
    /// It obeys `DLE ENQ`: recover after an error, with or without clearing its buffers.
    package var recovers: Bool

    /// Gathers what a model has.
    package init(
        pushesStatus: Bool, answersRealTime: Bool, answersInOrder: Bool, confirmsJobs: Bool,
        recovers: Bool
    ) {
        self.pushesStatus = pushesStatus
        self.answersRealTime = answersRealTime
        self.answersInOrder = answersInOrder
        self.confirmsJobs = confirmsJobs
        self.recovers = recovers
    }

    /// A printer that says nothing and is asked nothing: a file, a drawing, one-way hardware.
    package static let none = StatusFeatures(
        pushesStatus: false, answersRealTime: false, answersInOrder: false, confirmsJobs: false,
        recovers: false)
    /// What nearly every ESC/POS printer understands: for models that nobody has described.
    ///
    /// `GS r` is older than `GS a` and answered by more clones; a printer that stays silent is
    /// noticed and not asked again.
    package static let cautious = StatusFeatures(
        pushesStatus: false, answersRealTime: true, answersInOrder: true, confirmsJobs: false,
        recovers: false)
    /// What the newer Epson TM printers have (TM-T20II, TM-T88V and later).
    package static let complete = StatusFeatures(
        pushesStatus: true, answersRealTime: true, answersInOrder: true, confirmsJobs: true,
        recovers: true)
}
