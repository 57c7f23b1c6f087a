import GRDB

/// The whole content of a shop's database as text, row by row: two equal dumps are equal books.
package func dump(folder: String) throws -> String {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: folder + "/galla.sqlite", configuration: configuration)
    return try queue.read { database in
        let tables = try String.fetchAll(
            database,
            // A virtual table may refuse to be read whole; what it holds is in its shadow tables.
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
                """)
        return try tables.map { table in
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"")
            return table + "\n" + rows.map(\.description).joined(separator: "\n")
        }
        .joined(separator: "\n")
    }
}

/// One value of a query over a shop's database.
package func query(_ sql: String, folder: String) throws -> [[String]] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: folder + "/galla.sqlite", configuration: configuration)
    return try queue.read { database in
        try Row.fetchAll(database, sql: sql).map { row in
            row.databaseValues.map { value in value.isNull ? "null" : "\(value.storage.value ?? 0)"
            }
        }
    }
}

/// Changes a shop's database behind its till's back.
package func alter(_ sql: String, folder: String) throws {
    let queue = try DatabaseQueue(path: folder + "/galla.sqlite")
    try queue.write { try $0.execute(sql: sql) }
}
