package import Printing

/// What the spooler tells the till.
package enum PrinterNews: Hashable, Sendable {
    /// The printer is there; its name is for people.
    case ready(name: String)
    /// The printer is not there; the reason is a sentence.
    case absent(reason: String)
    /// The printer is in another state than before; what it is in the way of goes on by itself.
    case state(PrinterState)
    /// The printer has taken the last byte of a job, and has confirmed that or not.
    case finished(PrintJob.ID, isConfirmed: Bool)
    /// The drawer was asked for and stays shut.
    case drawerShut(reason: DrawerShut)
    /// A job ended early, after this many bytes, by its own fault or the printer's.
    case failed(PrintJob.ID, bytesTaken: Int, reason: String, isOwnFault: Bool)
}

/// Why a drawer that was asked for stays shut.
package enum DrawerShut: Hashable, Sendable {
    /// The printer that it hangs on is not there.
    case noPrinter
    /// This model has no connector for a drawer.
    case noConnector
    /// The printer would obey when this has ended, with nobody before the drawer.
    case trouble(PrinterTrouble)
    /// The printer takes nothing and does not say why.
    case takesNothing
    /// The printer was busy for so long that nobody waits any more.
    case tooLate
}
