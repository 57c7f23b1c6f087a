import GRDB
import Storage

/// The books within one transaction: what can be asked and written.
package struct Books {
    let database: Database
    /// How documents are read for the chain.
    let plan: ChainPlan
    /// The statements of a connection that stays; nil where GRDB's own cache does.
    var statements: StatementCache?

    /// Runs a prepared statement; statements are prepared once a connection.
    func run(_ sql: String, _ arguments: Arguments = []) throws {
        try forEach(sql, arguments) { _ in true }
    }

    /// How many rows this connection has changed since it was opened.
    package var changeCount: Int { database.totalChangesCount }

    /// Runs a prepared statement that must change exactly one row.
    func runOnOneRow(
        _ sql: String, _ arguments: Arguments, orElse complaint: @autoclosure () -> String
    ) throws {
        try run(sql, arguments)
        guard database.changesCount == 1 else { throw LedgerError.damaged(what: complaint()) }
    }

    /// The first row of a prepared query, mapped; nil when there is none.
    func first<Answer>(
        _ sql: String, _ arguments: Arguments, _ map: (StoredRow) throws -> Answer
    ) throws -> Answer? {
        var answer: Answer?
        try forEach(sql, arguments) { row in
            answer = try map(row)
            return false
        }
        return answer
    }

    /// All rows of a prepared query, mapped in order.
    func all<Answer>(
        _ sql: String, _ arguments: Arguments, _ map: (StoredRow) throws -> Answer
    ) throws -> [Answer] {
        var answers: [Answer] = []
        try forEach(sql, arguments) { row in
            answers.append(try map(row))
            return true
        }
        return answers
    }

    /// Runs a part of the transaction that may fail alone: then nothing of it is written.
    ///
    /// Throws only where SQLite gave the whole transaction up with it (a full or broken disk).
    package func rescuing<Answer>(_ body: () throws -> Answer) throws -> Result<Answer, any Error> {
        try run("SAVEPOINT part")
        let answer: Answer
        do {
            answer = try body()
        } catch {
            guard database.isInsideTransaction else { throw error }
            try run("ROLLBACK TRANSACTION TO SAVEPOINT part")
            try run("RELEASE SAVEPOINT part")
            return .failure(error)
        }
        try run("RELEASE SAVEPOINT part")
        return .success(answer)
    }

    func forEach(
        _ sql: String, _ arguments: Arguments, _ body: (StoredRow) throws -> Bool
    ) throws {
        let statement =
            try statements?.statement(sql, in: database) ?? database.cachedStatement(sql: sql)
        try StoredRow.forEach(of: statement, arguments, in: database, body)
    }

    /// The next value of a counter, in this transaction: never given twice, no gap on roll-back.
    func increment(_ counter: String) throws -> Int64 {
        let value = try first(
            """
            INSERT INTO counter (name, value) VALUES (?, 1)
            ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
            """, [counter], { row -> Int64 in row[0] })
        guard let value else { throw LedgerError.damaged(what: "counter \(counter) has no value") }
        return value
    }
}
