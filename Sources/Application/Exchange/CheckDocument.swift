import ExactJSON
package import Ledger

/// What a check of the whole shop found, as other programs see it.
package enum CheckDocument {
    /// The document as text, indented; what is not known is left out.
    package static func json(of check: BooksCheck) -> String {
        var object = JSONObject([
            ("success", .bool(check.faults.isEmpty)),
            ("tables", .number(JSONNumber(Int64(check.tables)))),
            ("bills", .number(JSONNumber(check.chain.bills))),
            ("batches", .number(JSONNumber(Int64(check.batches)))),
            ("movements", .number(JSONNumber(Int64(check.movements)))),
        ])
        if let number = check.chain.lastNumber { object.set("lastBillNumber", to: .string(number)) }
        if let head = check.chain.headText { object.set("head", to: .string(head)) }
        object.set("faults", to: .array(check.faults.map { .string("\($0)") }))
        return JSONWriter.indentedText(of: .object(object))
    }
}
