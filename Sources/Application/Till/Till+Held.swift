import Billing
import Ledger
import LineMode
import Scanning

extension Till {
    /// Puts the open bill aside; with a slip where the shop wants one, or this person.
    mutating func hold(printsSlip: Bool, at desk: Desk) throws -> [TillEffect] {
        guard let bill = state.sale.openBill else {
            return [.show([wording.refusal(.noOpenBill)])]
        }
        if printsSlip, settings.printerName == nil { return [.show([wording.noPrinter])] }
        guard let number = try desk.books.freeHeldNumber(till: settings.series.till) else {
            return [.show([wording.tooManyHeld])]
        }
        let effects = try apply(.held(as: number, since: desk.moment.civil), at: desk)
        guard printsSlip || settings.papers.heldBills, state.sale.openBill == nil else {
            return effects
        }
        let held = HeldBill(number: number, bill: bill, since: desk.moment.civil)
        let slip = HeldSlip(
            held, cashier: cashier, code: ControlCode.resume(number).text,
            cart: signedCart(of: bill))
        return effects + (try printSlip(.heldBill(slip), at: desk))
    }

    /// The bills that were put aside, as a table.
    func showHeld(at desk: Desk) throws -> [TillEffect] {
        let held = try desk.books.heldBills(till: settings.series.till, terms: settings.terms)
        return [.show(wording.table(of: held))]
    }

    mutating func resume(_ number: Int, at desk: Desk) throws -> [TillEffect] {
        guard
            let bill = try desk.books.heldBill(
                number, till: settings.series.till, terms: settings.terms)
        else {
            return [.show([wording.noSuchHeldBill(number)])]
        }
        return try apply(.resumed(bill), at: desk)
    }

    mutating func park(_ held: HeldBill, at desk: Desk) throws -> [TillEffect] {
        // An event before this one in the batch may have changed the bill that is put aside.
        try write(held.bill, at: desk)
        try desk.books.hold(held)
        state.written = nil
        return [.show([wording.held(held)])]
    }

    mutating func takeBack(_ bill: OpenBill, at desk: Desk) throws -> [TillEffect] {
        // The books may still have a bill that an event before this one threw away or sold.
        try write(nil, at: desk)
        try desk.books.takeBack(bill)
        state.written = bill
        return [.show(wording.takenBack(bill))]
    }

    /// Brings the books' open bill up to what it has become; nil is no bill.
    mutating func write(_ bill: OpenBill?, at desk: Desk) throws {
        try desk.books.saveOpenBill(
            from: state.written, to: bill, till: settings.series.till,
            at: desk.moment.milliseconds)
        state.written = bill
    }
}
