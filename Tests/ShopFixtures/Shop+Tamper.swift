import GRDB

extension Shop {
    /// Writes past the triggers, as somebody with a file editor does.
    package func tamper(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(
            path: folder.path + "/galla.sqlite", configuration: configuration)
        try queue.write { database in
            let guards = try Row.fetchAll(
                database,
                sql: "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for row in guards { try database.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try database.execute(sql: sql)
            try database.execute(sql: "PRAGMA ignore_check_constraints = OFF")
            for row in guards where try database.tableExists(row["tbl_name"]) {
                try database.execute(sql: row["sql"])
            }
        }
    }
}
