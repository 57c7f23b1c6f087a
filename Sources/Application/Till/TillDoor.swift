/// Where other programs' requests come in: leaves them in the inbox and waits for the answer.
package struct TillDoor: Sendable {
    private let inbox: Inbox

    /// Opens a door to the till of an inbox.
    package init(_ inbox: Inbox) {
        self.inbox = inbox
    }

    /// Asks the till; answers at once where it takes no more.
    package func ask(_ ask: TillAsk) async -> TillAnswer {
        await withCheckedContinuation { continuation in
            let request = TillRequest(ask) { continuation.resume(returning: $0) }
            if let refusal = inbox.post(request) {
                continuation.resume(returning: .refused(refusal))
            }
        }
    }
}
