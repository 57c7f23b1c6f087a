import Devices
import ESCPOS
import Printing

extension SpoolerDesk {
    /// Opens the drawer for everybody who asked, or says why it stays shut.
    ///
    /// The impulse goes through the printer's buffer. A printer without paper, or otherwise in
    /// trouble, would obey it when the trouble ends, with nobody before the drawer: it gets none.
    mutating func answerBell() {
        for due in bell.take() {
            guard let reason = openDrawer(before: due) else { continue }
            deliver(.drawerShut(reason: reason))
        }
    }

    /// A printer that works has room for five bytes at once; a receipt behind them is not to wait.
    private static let roomMilliseconds: Int32 = 150

    /// Opens the drawer; the reason where it cannot be.
    private mutating func openDrawer(before due: Deadline) -> DrawerShut? {
        guard !due.isOver else { return .tooLate }
        guard let pulse = press.drawerPulse else { return .noConnector }
        guard let talk else { return .noPrinter }
        if let worst = talk.dialogue.state.worst, worst.isBlocking { return .trouble(worst) }
        do throws(PrinterFault) {
            // A file or a drawing takes jobs only.
            guard driver.isTwoWay else {
                try driver.send(pulse, until: stop) { _ in }
                return nil
            }
            let isTaken = try driver.ask(pulse, within: Self.roomMilliseconds, until: stop)
            return isTaken ? nil : .takesNothing
        } catch {
            return .noPrinter
        }
    }
}
