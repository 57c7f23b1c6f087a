import Digest

/// The check of every closed bill against the chain, in slices, so that no snapshot is long.
///
/// Goes from the first document to the newest and stops at the first that is not what it was when
/// it was closed. A slice that throws SQLite's error has found damage too: `stopped(by:)`.
package struct ChainCheck: Sendable {
    /// How many documents were found as they were closed.
    package private(set) var sound: Int64 = 0
    /// How many of them are bills.
    package private(set) var bills: Int64 = 0
    /// The number of the last document that was found sound; nil before the first.
    package private(set) var lastNumber: String?
    private(set) var head = SHA256.none
    /// What was found wrong first; nil as long as nothing was.
    package private(set) var fault: ChainFault?
    /// Whether everything has been looked at, or a fault was found.
    package private(set) var isDone = false

    /// The hash over all that was found sound, in hexadecimal digits; nil before the first.
    package var headText: String? { sound > 0 ? head.hex : nil }

    private var lastDocument: [ChainedDocument: Int64] = [:]
    private var rows: [String: Int] = [:]
    private var sequences: [String: Int64] = [:]

    /// Begins before the first document.
    package init() {}

    /// Checks up to `limit` further documents in one snapshot.
    package mutating func advance(in books: Books, limit: Int = 1_000) throws {
        guard !isDone else { return }
        do {
            let entries = try books.chainEntries(after: sound, limit: limit)
            for entry in entries { try check(entry, in: books) }
            guard entries.count < limit else { return }
            try checkRest(in: books)
        } catch let found as ChainFault {
            fault = found
        }
        isDone = true
    }

    /// Takes an error of SQLite for what it is: the file cannot be read any further.
    package mutating func stopped(by error: any Error) {
        fault = .unreadable(reason: "\(error)")
        isDone = true
    }

    private mutating func check(_ entry: ChainEntry, in books: Books) throws {
        guard entry.position == sound + 1 else { throw ChainFault.entryMissing(sound + 1) }
        guard let document = ChainedDocument(rawValue: entry.kind) else {
            throw ChainFault.changed(number: nil, position: entry.position)
        }
        let number = try books.number(of: document, entry.document)
        // In the order of their making, so that none is in the chain twice.
        guard entry.document > lastDocument[document, default: 0] else {
            throw ChainFault.changed(number: number, position: entry.position)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4_096)
        let counts = try books.encode(
            document, entry.document, after: head, by: books.plan, into: &bytes)
        let hash = SHA256(of: bytes)
        guard counts.first == 1, hash.bytes == entry.hash, let number else {
            throw ChainFault.changed(number: number, position: entry.position)
        }
        guard try books.isFound(document, number, as: entry.document) else {
            throw ChainFault.changed(number: number, position: entry.position)
        }
        if document == .bill {
            try follow(number)
            bills += 1
        }
        for (table, count) in zip(document.tables, counts) { rows[table.name, default: 0] += count }
        lastDocument[document] = entry.document
        (sound, lastNumber, head) = (entry.position, number, hash)
    }

    /// The till's numbers follow each other without a gap, series by series.
    private mutating func follow(_ number: String) throws {
        guard let (series, sequence) = Self.split(number) else { return }
        guard sequence == sequences[series, default: 0] + 1 else {
            throw ChainFault.numberMissing(before: number)
        }
        sequences[series] = sequence
    }

    /// `BILL-2601000012` is the 12th of `BILL-2601`; nil for what is no number of a till.
    private static func split(_ number: String) -> (series: String, sequence: Int64)? {
        guard let dash = number.utf8.firstIndex(of: 0x2D) else { return nil }
        let digits = number.utf8[number.utf8.index(after: dash)...]
        guard digits.count >= 10, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        let start = digits.index(digits.startIndex, offsetBy: 4)
        guard let sequence = Int64(String(number[start...])) else { return nil }
        return (String(number[..<start]), sequence)
    }

    /// What no entry of the chain can show: rows beside those that were hashed, a lost end.
    private func checkRest(in books: Books) throws {
        for document in ChainedDocument.allCases {
            for table in document.tables {
                let found = try books.count(of: table.name)
                guard found == rows[table.name, default: 0] else {
                    throw ChainFault.stray(
                        table: table.name, rows: found - rows[table.name, default: 0])
                }
            }
        }
        for (series, last) in try books.lastSequences() where sequences[series, default: 0] != last
        {
            throw ChainFault.endMissing(series: series, given: last)
        }
    }
}
