import Devices
import ESCPOS
import Linux

// The shop's picture in the printer's own memory.
extension SpoolerDesk {
    /// Settles, before the first receipt to a printer that was opened, from where its picture comes.
    ///
    /// The printer is asked what it keeps, and gets the picture once where it lacks it. Whatever is
    /// in doubt leaves the picture in each receipt. A fault tells of no bytes: none is of a receipt.
    mutating func settlePicture() throws(PrinterFault) {
        guard var keeper = press.keeper, !keeper.isSettled, driver.isTwoWay,
            let features = talk?.dialogue.features, features.answersInOrder
        else { return }
        try waitUntilPrintable()
        defer { press.keeper = keeper }
        do throws(PrinterFault) {
            try settle(&keeper)
            keeper.settle()
        } catch {
            keeper.lose()
            throw PrinterFault(
                bytesTaken: 0, reason: error.reason, isPrinters: error.isPrinters)
        }
    }

    private mutating func settle(_ keeper: inout PictureKeeper) throws(PrinterFault) {
        let rest = keeper.endInterrupted()
        if !rest.isEmpty {
            try handOver(rest)
            keeper.closeInterrupted()
        }
        guard keeper.asks else { return }
        let day = Clocks.wallMilliseconds() / 86_400_000
        guard let held = try keptPictures(within: times.answer),
            let storing = keeper.plan(holding: held, on: day)
        else { return }
        try handOver(storing)
        keeper.confirm(holding: try keptPictures(within: times.storing))
    }

    /// The printer's list; nil where it takes no question, or does not answer in time.
    private mutating func keptPictures(
        within milliseconds: Int32
    ) throws(PrinterFault) -> Set<StoredPictures.Key>? {
        guard var talk, try talk.askPictures(within: milliseconds) else { return nil }
        self.talk = talk
        try waitUntilPrintable()
        return self.talk?.dialogue.pictures.keys
    }
}
