import Billing
import Ledger
import LineMode
import Printing
import Spooler

// The cash drawer: opened when cash changes hands and by its word, and every time in the audit.
extension Till {
    /// Has the drawer opened once this step is committed; the audit says in it who, why and when.
    ///
    /// Nothing where there is no printer for it to hang on. The order is not kept: a drawer that
    /// cannot open now stays shut, so none ever opens by itself for a receipt of an hour ago.
    mutating func openDrawer(
        for reason: String, of subject: String?, _ amount: Money?, at desk: Desk
    ) throws -> [TillEffect] {
        guard settings.printerName != nil else { return [] }
        try audit("drawer-opened", of: subject, amount, why: reason, at: desk)
        return [.openDrawer]
    }

    /// Opens the drawer for a bill or credit note that took or gave back cash with this step.
    mutating func openDrawer(
        for bill: Bill, cashBefore: Money, at desk: Desk
    ) throws -> [TillEffect] {
        let cash = bill.payments.total(of: .cash) - cashBefore
        guard cash > .zero else { return [] }
        let warning: [TillEffect] =
            state.printer.state.isDrawerOpen == true ? [.show([wording.drawerStillOpen])] : []
        let reason = bill.kind == .sale ? "cash sale" : "cash refund"
        return try openDrawer(for: reason, of: bill.number, cash, at: desk) + warning
    }

    /// Opens it because somebody typed its word, where the shop allows that.
    mutating func openDrawer(why: Text?, at desk: Desk) throws -> [TillEffect] {
        guard settings.rules.opensDrawer else {
            return [.show([wording.notAllowed("open_drawer")])]
        }
        guard settings.printerName != nil else { return [.show([wording.noDrawer])] }
        return [.show([wording.openingDrawer])]
            + (try openDrawer(for: why?.string ?? "no reason given", of: nil, nil, at: desk))
    }

    /// Cash that no bill is about goes into the drawer or out of it.
    mutating func move(
        _ kind: CashMovement.Kind, _ amount: Money, why: Text, at desk: Desk
    ) throws -> [TillEffect] {
        let movement = CashMovement(
            kind: kind, amount: amount, reason: why, cashier: cashier,
            at: desk.moment.civil)
        try desk.books.add(movement, till: settings.series.till, at: desk.moment.milliseconds)
        try audit(kind.rawValue, of: nil, amount, why: why.string, at: desk)
        return [.show([wording.moved(movement)])]
            + (try openDrawer(for: "\(kind.rawValue): \(why.string)", of: nil, amount, at: desk))
    }

    /// The drawer was asked for and stays shut: said, and noted beside the opening that was not.
    mutating func takeShut(_ reason: DrawerShut, at desk: Desk) throws -> [TillEffect] {
        let clause =
            switch reason {
            case .noPrinter: "the printer is not there"
            case .noConnector: "this printer has no connector for one"
            case .trouble(let trouble): wording.clause(of: trouble)
            case .takesNothing: "the printer takes nothing at the moment"
            case .tooLate: "the printer was busy for too long"
            }
        try audit("drawer-kept-shut", of: nil, nil, why: clause, at: desk)
        return [.show([wording.drawerShut(reason: clause)])]
    }
}
