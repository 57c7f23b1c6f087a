/// How long the spooler waits for what, in milliseconds.
package struct SpoolerTimes: Hashable, Sendable {
    /// An idle printer that does not push its state is asked this often.
    package let idlePoll: Int32
    /// One that a receipt waits for is asked this often.
    package let busyPoll: Int32
    /// So long a question waits for its answer, and for room to be asked.
    package let answer: Int32
    /// So long a printer without any trouble may take to confirm a receipt's end, if it ever has.
    package let confirmation: Int32
    /// The same for one that never has: it may not know the question.
    package let firstConfirmation: Int32
    /// After so long without any trouble, and twice as long each time, the end is asked for again.
    package let doubt: Int32
    /// So long a printer may take to write a picture into its memory.
    package let storing: Int32

    /// Gathers the times; without arguments those of a shop.
    ///
    /// A buffer of 64 KiB takes more than a minute to print; a state is to be shown within 500 ms
    /// while a receipt waits, and within ten seconds otherwise.
    package init(
        idlePoll: Int32 = 8_000, busyPoll: Int32 = 300, answer: Int32 = 1_500,
        confirmation: Int32 = 180_000, firstConfirmation: Int32 = 5_000,
        doubt: Int32 = 4_000, storing: Int32 = 10_000
    ) {
        self.idlePoll = idlePoll
        self.busyPoll = busyPoll
        self.answer = answer
        self.confirmation = confirmation
        self.firstConfirmation = firstConfirmation
        self.doubt = doubt
        self.storing = storing
    }
}
