package import Linux
package import SystemPackage

/// A place where receipts go: the spooler knows printers only as this.
///
/// A driver moves bytes, both ways, and knows nothing of their meaning. All calls come from the one
/// thread that owns the printer. A driver is made without touching the device; `refresh` finds and
/// opens it.
package protocol PrinterDriver: AnyObject {
    /// What a person calls this printer (`USB printer EPSON TM-T20III on port 1-1.2`).
    var name: String { get }

    /// Who the printer says it is; nil while it is away, or where it says nothing of itself.
    var identity: PrinterIdentity? { get }

    /// How often it was opened: another number is another printer, or the same one after a gap.
    var openings: Int { get }

    /// Whether the printer's words can be heard at all: a file has none.
    var isTwoWay: Bool { get }

    /// What to wait for while nothing is to be done; asked for anew before each wait.
    var sources: [PrinterSource] { get }

    /// So long, in milliseconds, may be waited before `refresh` and `hear`; negative: no limit.
    var restMilliseconds: Int32 { get }

    /// Looks whether the printer is there, opening it if it has just come; drains its news.
    func refresh() -> PrinterPresence

    /// What the printer has said since the last call; never waits.
    func hear() -> [UInt8]

    /// What the printer's port says while its data pipe may be blocked; nil where it says nothing.
    func look(until stop: EventFlag) -> PrinterWait?

    /// Sends all bytes, resuming where a partial transfer ended, for as long as it takes.
    ///
    /// Returns when the device has taken the last byte. Never fails because time passed: while
    /// nothing moves, `report` is called with what is known about the reason, once for each
    /// change; and with what the printer says meanwhile. Throws when the device is gone or `stop`
    /// is raised; the fault then says how many bytes had been taken, exactly.
    func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault)

    /// Sends a question of a few bytes, all or nothing, waiting at most `milliseconds` for room.
    ///
    /// False when the printer has taken none of it. Throws when the device is gone.
    func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool
}

extension PrinterDriver {
    /// Most drivers have no numbers to tell.
    package var identity: PrinterIdentity? { nil }
    /// A printer that is always there was opened once.
    package var openings: Int { 1 }
    /// A printer that cannot come and go by itself needs no look.
    package var restMilliseconds: Int32 { -1 }
    /// A printer without a port of its own says nothing of it.
    package func look(until stop: EventFlag) -> PrinterWait? { nil }
}

/// Something to wait for beside other things: a descriptor, and which of its two sides.
package struct PrinterSource: Hashable, Sendable {
    /// The descriptor; it stays the driver's own.
    package let descriptor: FileDescriptor
    /// Whether to wait for room instead of input (libusb's descriptors).
    package let isForRoom: Bool
    /// What it means when it is ready.
    package let news: News

    /// What a source tells.
    package enum News: Hashable, Sendable {
        /// The printer may have come or gone: `refresh`.
        case presence
        /// The printer may have said something: `hear`.
        case words
    }

    /// Makes a source.
    package init(_ descriptor: FileDescriptor, _ news: News, isForRoom: Bool = false) {
        self.descriptor = descriptor
        self.isForRoom = isForRoom
        self.news = news
    }
}

/// Who a printer says it is, for finding its profile.
package struct PrinterIdentity: Hashable, Sendable {
    /// The vendor and product numbers, if it is on USB.
    package let usb: USBNumbers?
    /// The IEEE 1284 device ID as `KEY:value` pairs in upper-case keys; empty where it has none.
    package let deviceID: [String: String]

    /// Vendor and product of a USB device.
    package struct USBNumbers: Hashable, Sendable {
        /// The vendor's number.
        package let vendor: UInt16
        /// The product's number.
        package let product: UInt16

        /// Gathers the numbers.
        package init(vendor: UInt16, product: UInt16) {
            self.vendor = vendor
            self.product = product
        }
    }

    /// Gathers what is known.
    package init(usb: USBNumbers?, deviceID: [String: String] = [:]) {
        self.usb = usb
        self.deviceID = deviceID
    }
}

/// Whether a printer can be written to.
package enum PrinterPresence: Hashable, Sendable {
    /// It is there and open.
    case ready
    /// It is not there, or cannot be opened; the sentence says why and what to do.
    case absent(reason: String)
}

/// What a driver has to tell in the middle of a job.
package enum PrinterReport: Hashable, Sendable {
    /// Bytes stand still, or move again.
    case wait(PrinterWait)
    /// The printer said this.
    case heard([UInt8])
}

/// Why a printer takes no bytes at the moment.
package enum PrinterWait: Hashable, Sendable {
    /// Bytes move, or nothing is in their way.
    case moving
    /// The printer says it has no paper.
    case paperOut
    /// The printer takes nothing and does not say why.
    case notAccepting
}

/// A job that ended before its last byte was taken.
package struct PrinterFault: Error, Hashable, Sendable {
    /// How many bytes the device had taken; zero means that nothing can be on paper.
    package let bytesTaken: Int
    /// One sentence for the person who can act.
    package let reason: String
    /// Whether the printer is to blame, or its cable, and not the job itself.
    package let isPrinters: Bool

    /// Makes a fault from what the transfer counted.
    package init(bytesTaken: Int, reason: String, isPrinters: Bool = true) {
        self.bytesTaken = bytesTaken
        self.reason = reason
        self.isPrinters = isPrinters
    }
}
