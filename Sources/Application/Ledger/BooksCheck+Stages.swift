/// Each answers whether its stage is over.
extension BooksCheck {
    /// One table and its indexes, by SQLite's own check.
    mutating func checkTable(in books: Books) throws -> Bool {
        guard let table = try nextTable(in: books) else { return true }
        let found = try books.integrityFaults(of: table, limit: Self.mostFaults)
        for (index, what) in found.enumerated() {
            add(.file(table: table, what: what), nth: index + 1)
        }
        tables += 1
        return false
    }

    /// What the rows of one table name.
    mutating func checkReferences(in books: Books) throws -> Bool {
        guard let table = try nextTable(in: books) else { return true }
        for (missing, rows) in try books.danglingReferences(of: table) {
            faults.append(.references(table: table, rows: rows, missing: missing))
        }
        return false
    }

    private mutating func nextTable(in books: Books) throws -> String? {
        var tables = try waiting ?? books.tableNames()
        let next = tables.popLast()
        waiting = next == nil ? nil : tables
        return next
    }

    mutating func checkBills(in books: Books, limit: Int) throws -> Bool {
        try chain.advance(in: books, limit: limit)
        guard chain.isDone else { return false }
        if let fault = chain.fault { faults.append(.bills(fault)) }
        return true
    }

    /// Adds up movements, which never change, and compares in the snapshot that has the last of them.
    mutating func checkStock(in books: Books, limit: Int) throws -> Bool {
        let read = try books.forEachMovement(after: lastMovement, limit: limit) {
            id, batch, quantity in
            lastMovement = id
            moved[batch, default: 0] += quantity
        }
        movements += read
        guard read < limit else { return false }
        var wrong = 0
        batches = try books.forEachBatch { batch, holds in
            let sum = moved.removeValue(forKey: batch) ?? 0
            guard sum != holds else { return }
            wrong += 1
            add(.stock(batch: batch, holds: holds, moved: sum), nth: wrong)
        }
        moved = [:]
        return true
    }

    mutating func checkCustomers(in books: Books) throws -> Bool {
        let (highest, given) = try books.customerNumbers()
        if highest > given { faults.append(.customerNumber(highest: highest, given: given)) }
        return true
    }
}
