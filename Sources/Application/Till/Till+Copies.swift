import Billing
import Ledger
import LineMode

extension Till {
    /// Prints a bill again, the till's last one if none is named.
    mutating func reprint(_ number: String?, at desk: Desk) throws -> [TillEffect] {
        guard settings.printerName != nil else { return [.show([wording.noPrinter])] }
        let bill: Bill
        if let number {
            guard let named = try find(bill: number, in: desk.books) else {
                return [.show([wording.noSuchBill(number)])]
            }
            bill = named
        } else {
            let last = try desk.books.lastBill(of: settings.series, on: desk.moment.civil.date)
            guard let last else { return [.show([wording.noBillYet])] }
            bill = last
        }
        return [.show([wording.reprinting(bill)])] + (try printCopy(of: bill, at: desk))
    }

    /// The till's own numbers are in capitals, but nobody types them so.
    func find(bill number: String, in books: Books) throws -> Bill? {
        try books.bill(number: number) ?? books.bill(number: number.uppercased())
    }
}
