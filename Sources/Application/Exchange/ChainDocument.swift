import ExactJSON
package import Ledger

/// What a check of the chain found, as other programs see it.
package enum ChainDocument {
    /// The document as text, indented; what is not known is left out.
    package static func json(of check: ChainCheck) -> String {
        var object = JSONObject([
            ("success", .bool(check.isDone && check.fault == nil)),
            ("soundBills", .number(JSONNumber(check.bills))),
        ])
        if let number = check.lastNumber { object.set("lastBillNumber", to: .string(number)) }
        if let head = check.headText { object.set("head", to: .string(head)) }
        if let fault = check.fault { object.set("message", to: .string("\(fault)")) }
        return JSONWriter.indentedText(of: .object(object))
    }
}
