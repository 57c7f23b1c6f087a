package import Devices
import Synchronization
import System
package import SystemPackage

/// The one thread that owns one printer: orders in, outcomes out.
///
/// One order is under way at a time; the till sends the next one when it knows how this one ended.
/// A printer that hangs holds up nobody but this thread.
package final class Spooler: Sendable {
    private let orders = Mutex<[PrintOrder]>([])
    private let news: EventFlag
    private let stopFlag: EventFlag
    private let worker: Mutex<Worker?>

    /// Makes a spooler that does nothing yet; throws when the process is out of descriptors.
    package init() throws(Errno) {
        news = try EventFlag()
        stopFlag = try EventFlag()
        worker = Mutex(nil)
    }

    /// Starts the thread; it makes its driver and tells `deliver` whether the printer is there.
    package func start(
        driver makeDriver: @escaping @Sendable () throws(DeviceError) -> any PrinterDriver,
        press makePress: @escaping @Sendable () -> any ReceiptPress,
        deliver: @escaping @Sendable (PrinterNews) -> Void
    ) throws(Errno) {
        let thread = try Worker(name: "galla-printer") { [self] in
            do throws(DeviceError) {
                var desk = SpoolerDesk(
                    driver: try makeDriver(), press: makePress(), stop: stopFlag, deliver: deliver)
                serve(&desk)
            } catch {
                deliver(.absent(reason: error.description))
            }
        }
        worker.withLock { $0 = thread }
    }

    /// Hands an order over; its outcome comes through `deliver`.
    package func submit(_ order: PrintOrder) {
        orders.withLock { $0.append(order) }
        news.raise()
    }

    /// Ends the thread; an order under way ends early and says how far it came.
    ///
    /// Returns when the last outcome has been delivered and the printer has been given back.
    package func stop() {
        stopFlag.raise()
        let thread = worker.withLock { worker in
            defer { worker = nil }
            return worker
        }
        thread?.join()
    }

    private func serve(_ desk: inout SpoolerDesk) {
        let changes = desk.driver.changes
        do throws(Errno) {
            var poller = try Poller()
            try poller.add(news.raw)
            try poller.add(stopFlag.raw)
            if let changes { try poller.add(changes) }
            desk.look()
            while !stopFlag.isRaised {
                var hasChanged = false
                let ready = try poller.wait(milliseconds: desk.retryMilliseconds) { descriptor in
                    hasChanged = hasChanged || descriptor == changes
                }
                if hasChanged || ready == 0 { desk.look() }
                news.lower()
                for order in takeOrders() { desk.print(order) }
            }
            for order in takeOrders() { desk.refuse(order) }
        } catch {
            desk.deliver(.absent(reason: "The printer's thread ended: \(error). Restart the till."))
        }
    }

    private func takeOrders() -> [PrintOrder] {
        orders.withLock { orders in
            defer { orders = [] }
            return orders
        }
    }
}
