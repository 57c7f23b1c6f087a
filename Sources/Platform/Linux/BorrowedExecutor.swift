/// Runs tasks where somebody else's threads take work: an event loop, a queue.
package final class BorrowedExecutor: TaskExecutor {
    private let submit: @Sendable (@escaping @Sendable () -> Void) -> Void

    /// Takes what hands work to those threads; they have to outlive every task.
    package init(submit: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) {
        self.submit = submit
    }

    /// Hands a job to them.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        submit { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
