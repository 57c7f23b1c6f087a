import DeviceEmulation
import Devices
import ESCPOS
import Linux
import Printing
import Spooler
import Synchronization
import Testing

@Suite("A page of a command")
struct PrinterErrandTests {
    private func run(
        on printer: FaultyPrinter, until stop: EventFlag,
        news: @escaping @Sendable (PrinterState) -> Void = { _ in }
    ) -> PrinterErrand.Outcome {
        PrinterErrand.run(
            on: printer, features: { _ in .none }, until: stop, news: news,
            page: { _ throws(PressError) in Array("the page".utf8) })
    }

    @Test("reaches the printer whole")
    func whole() throws {
        let printer = try FaultyPrinter()
        #expect(run(on: printer, until: try EventFlag()) == .printed(isConfirmed: false))
        #expect(printer.papers == [Array("the page".utf8)])
    }

    @Test("a printer that is not there is said, and nothing is drawn for it")
    func absent() throws {
        let printer = try FaultyPrinter()
        printer.unplug()
        let drawn = Mutex(false)
        let outcome = PrinterErrand.run(
            on: printer, features: { _ in .none }, until: try EventFlag(), news: { _ in },
            page: { _ throws(PressError) in
                drawn.withLock { $0 = true }
                return []
            })
        guard case .failed(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(!reason.isEmpty)
        #expect(drawn.withLock { !$0 })
    }

    @Test("a printer without paper is told of, and prints when it has some")
    func paper() throws {
        let printer = try FaultyPrinter()
        printer.block(.paperOut)
        let isTold = Mutex(false)
        let outcome = run(on: printer, until: try EventFlag()) { state in
            guard state.isBlocked else { return }
            isTold.withLock { $0 = true }
            printer.unblock()
        }
        #expect(outcome == .printed(isConfirmed: false))
        #expect(isTold.withLock { $0 })
        #expect(printer.papers == [Array("the page".utf8)])
    }

    @Test("whoever gives up waiting is told that it was stopped")
    func stopped() throws {
        let printer = try FaultyPrinter()
        printer.block(.paperOut)
        let stop = try EventFlag()
        let outcome = run(on: printer, until: stop) { if $0.isBlocked { stop.raise() } }
        guard case .failed(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("stopped"), "\(reason)")
    }

    @Test("a page that cannot be drawn sends nothing")
    func undrawable() throws {
        let printer = try FaultyPrinter()
        let outcome = PrinterErrand.run(
            on: printer, features: { _ in .none }, until: try EventFlag(), news: { _ in },
            page: { _ throws(PressError) in throw PressError("no dots") })
        #expect(outcome == .failed("no dots"))
        #expect(printer.papers.joined().isEmpty)
    }
}
