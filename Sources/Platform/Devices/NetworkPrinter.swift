package import Linux
import SystemPackage

/// A printer in the network that takes plain bytes on a port: `tcp://192.168.1.50:9100`.
///
/// The connection stays open, because the printer's own words come through it. The kernel takes
/// bytes ahead of the printer: all that were handed over count as taken when a job ends early.
package final class NetworkPrinter: PrinterDriver, StreamPipe {
    private let host: String
    private let port: UInt16
    private let never: EventFlag
    private var connection: OpenDescriptor?

    /// So long a printer may take to answer a connection.
    private static let connectMilliseconds: Int32 = 3_000
    /// So often a printer that is away is tried again: the network gives no news of it.
    private static let retryMilliseconds: Int32 = 5_000

    /// How often it was opened.
    package private(set) var openings = 0

    /// Makes a driver; nothing is connected before it is looked for.
    package init(host: String, port: UInt16) throws(DeviceError) {
        self.host = host
        self.port = port
        do throws(Errno) {
            never = try EventFlag()
        } catch {
            throw DeviceError("The process has no descriptors left: \(error).")
        }
    }

    /// What a person calls it.
    package var name: String { "network printer \(host):\(port)" }

    /// Whether it can speak is learned by asking.
    package var isTwoWay: Bool { true }

    /// The connection: words, and its end.
    package var sources: [PrinterSource] {
        connection == nil ? [] : [PrinterSource(descriptor, .words)]
    }

    /// One that is away is looked for again after a while.
    package var restMilliseconds: Int32 { connection == nil ? Self.retryMilliseconds : -1 }

    /// Connects, unless the connection is there.
    package func refresh() -> PrinterPresence {
        guard connection == nil else { return .ready }
        do throws(TCPConnection.Failure) {
            connection = try TCPConnection.open(
                host: host, port: port, within: Self.connectMilliseconds, until: never)
            openings += 1
            return .ready
        } catch {
            return .absent(reason: sentence(error))
        }
    }

    /// What the printer has said since the last call; its hanging up shows at the next look.
    package func hear() -> [UInt8] {
        do throws(Errno) {
            return try read()
        } catch {
            connection = nil
            return []
        }
    }

    /// Sends all bytes, as `PrinterDriver` promises; the kernel may have the last ones still.
    package func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        try sendAll(bytes, until: stop, report: report)
    }

    /// Sends a question, as `PrinterDriver` promises.
    package func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool {
        try sendQuestion(bytes, within: milliseconds, until: stop)
    }

    private func sentence(_ failure: TCPConnection.Failure) -> String {
        switch failure {
        case .unknownHost(let reason):
            "\(name): the name is not known (\(reason)). Correct it, or write the address."
        case .refused(.connectionRefused):
            "\(name) refuses the connection: another till may have it, or it prints on another "
                + "port. It is tried again every few seconds."
        case .refused(let error):
            "\(name) cannot be reached: \(error). Check its cable and switch."
        case .noAnswer, .stopped:
            "\(name) does not answer. Check its cable, its switch and its address."
        }
    }
}

extension NetworkPrinter {
    var descriptor: FileDescriptor { connection?.raw ?? FileDescriptor(rawValue: -1) }

    var countsWhenRoom: Bool { false }

    func lose(_ error: Errno) -> String {
        connection = nil
        return "The connection to \(name) broke (\(error)). Check its cable and switch."
    }

    func write(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
        guard connection != nil else { throw .brokenPipe }
        return try connection?.writeSome(bytes) ?? 0
    }

    func read() throws(Errno) -> [UInt8] {
        guard connection != nil else { return [] }
        do throws(Errno) {
            let words = try connection?.read(atMost: 4096) ?? []
            // Unlike a USB printer a connection has an end.
            guard !words.isEmpty else { throw Errno.connectionReset }
            return words
        } catch {
            guard error == .wouldBlock else { throw error }
            return []
        }
    }

    func status() throws(Errno) -> PrinterWait? { nil }
}
