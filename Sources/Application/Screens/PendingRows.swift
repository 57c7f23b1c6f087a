import LineMode

/// The rows that wait for the terminal, in order and bounded.
///
/// A terminal that has halted must not fill the memory: the oldest rows give way and are counted.
struct PendingRows {
    private var rows: [Row] = []
    private var dropped = 0

    /// More than a person would scroll back through.
    static let limit = 2000

    mutating func append(_ fresh: [Row]) {
        rows += fresh
        // Twice the limit before anything moves, so that a full buffer costs little per row.
        if rows.count > 2 * Self.limit {
            dropped += rows.count - Self.limit
            rows.removeFirst(rows.count - Self.limit)
        }
    }

    /// All that waits, first a notice of what had to give way; nothing waits then.
    mutating func take() -> [Row] {
        defer { self = PendingRows() }
        guard dropped > 0 else { return rows }
        let notice = Row(
            .notice, "\(dropped) rows are not shown: the terminal had halted. Bills are complete.")
        return [notice] + rows
    }
}
