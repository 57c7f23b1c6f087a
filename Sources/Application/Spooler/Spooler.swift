package import Devices
package import ESCPOS
import Linux
import Synchronization
package import SystemPackage

/// The one thread that owns one printer: orders in, outcomes out.
///
/// One order is under way at a time; the till sends the next one when it knows how this one ended.
/// A printer that hangs holds up nobody but this thread.
package final class Spooler: Sendable {
    private let orders = Mutex<[PrintOrder]>([])
    private let news: EventFlag
    private let stopFlag: EventFlag
    private let bell: DrawerBell
    private let worker: Mutex<Worker?>

    /// Makes a spooler that does nothing yet; throws when the process is out of descriptors.
    package init() throws(Errno) {
        news = try EventFlag()
        stopFlag = try EventFlag()
        bell = try DrawerBell()
        worker = Mutex(nil)
    }

    /// Starts the thread; it makes its driver and tells `deliver` whether the printer is there.
    ///
    /// `features` says what a printer can tell of itself, by who it says it is.
    package func start(
        driver makeDriver: @escaping @Sendable () throws(DeviceError) -> any PrinterDriver,
        press makePress: @escaping @Sendable () -> any ReceiptPress,
        features: @escaping @Sendable (PrinterIdentity?) -> StatusFeatures,
        times: SpoolerTimes = SpoolerTimes(),
        deliver: @escaping @Sendable (PrinterNews) -> Void
    ) throws(Errno) {
        let thread = try Worker(name: "galla-printer") { [self] in
            do throws(DeviceError) {
                var desk = SpoolerDesk(
                    driver: try makeDriver(), press: makePress(), features: features,
                    times: times, stop: stopFlag, bell: bell,
                    deliver: deliver)
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

    /// Asks for the drawer, now or not at all; that it stays shut comes through `deliver`.
    package func openDrawer() {
        bell.ring()
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
        desk.look()
        while !stopFlag.isRaised {
            do throws(Errno) {
                try rest(&desk)
            } catch {
                let reason = "The printer's thread ended: \(error). Restart the till."
                return desk.deliver(.absent(reason: reason))
            }
            desk.answerBell()
            news.lower()
            for order in takeOrders() { desk.print(order) }
        }
        desk.answerBell()
        for order in takeOrders() { desk.refuse(order) }
    }

    /// Waits for an order, the stop, a word of the printer or its cable, or what is due.
    private func rest(_ desk: inout SpoolerDesk) throws(Errno) {
        let sources = desk.driver.sources
        var set = PollSet()
        set.add(news.raw)
        set.add(stopFlag.raw)
        set.add(bell.raw)
        for source in sources { set.add(source.descriptor, source.isForRoom ? .room : .input) }
        let ready = try set.wait(milliseconds: desk.restMilliseconds)
        guard ready.contains(where: \.isAny) else { return desk.tick() }
        let told = zip(sources, ready.dropFirst(3)).filter(\.1.isAny).map(\.0.news)
        if told.contains(.presence) { desk.look() }
        if told.contains(.words) { desk.hear() }
    }

    private func takeOrders() -> [PrintOrder] {
        orders.withLock { orders in
            defer { orders = [] }
            return orders
        }
    }
}
