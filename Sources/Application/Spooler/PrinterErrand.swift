package import Devices
package import ESCPOS
package import Linux
package import Printing
import SystemPackage

/// Prints a page that is no receipt, for a command, on a printer that no till is using.
///
/// The printer is met, held back for and asked about its end as for a till's receipts.
package enum PrinterErrand {
    /// How an errand ended.
    package enum Outcome: Hashable, Sendable {
        /// The printer took all of it; whether it also said that it is done.
        case printed(isConfirmed: Bool)
        /// It was not printed, or not as a whole; the sentence says why.
        case failed(String)
    }

    /// Prints what `page` makes for the printer that is met; waits for paper until `stop` is raised.
    ///
    /// `news` gets the printer's states meanwhile.
    package static func run(
        on driver: any PrinterDriver, features: @escaping (PrinterIdentity?) -> StatusFeatures,
        until stop: EventFlag, news: @escaping @Sendable (PrinterState) -> Void,
        page: @escaping (PrinterClues?) throws(PressError) -> [UInt8]
    ) -> Outcome {
        if case .absent(let reason) = driver.refresh() { return .failed(reason) }
        // Nobody rings it: an errand opens the drawer by its page or not at all.
        let bell: DrawerBell
        do throws(Errno) {
            bell = try DrawerBell()
        } catch {
            return .failed("The system cannot wait for the printer: \(error).")
        }
        let press = PagePress(make: page)
        var desk = SpoolerDesk(
            driver: driver, press: press, features: features, times: SpoolerTimes(), stop: stop,
            bell: bell
        ) {
            if case .state(let state) = $0 { news(state) }
        }
        desk.look()
        let bytes: [UInt8]
        do throws(PressError) {
            bytes = try press.page()
        } catch {
            return .failed(error.description)
        }
        do throws(PrinterFault) {
            return .printed(isConfirmed: try desk.send(bytes, job: PrintJob.ID(1)))
        } catch {
            return .failed(error.reason)
        }
    }

    /// Makes a page for the printer that was met.
    private final class PagePress: ReceiptPress {
        private let make: (PrinterClues?) throws(PressError) -> [UInt8]
        private var clues: PrinterClues?

        init(make: @escaping (PrinterClues?) throws(PressError) -> [UInt8]) {
            self.make = make
        }

        func meet(_ clues: PrinterClues?) { self.clues = clues }

        func bytes(for order: PrintOrder) throws(PressError) -> [UInt8] { try page() }

        func page() throws(PressError) -> [UInt8] { try make(clues) }
    }
}
