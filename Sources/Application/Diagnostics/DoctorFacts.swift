package import Devices
package import Printing

/// What the doctor has gathered before it judges: facts only, so that the judgement is pure.
package struct DoctorFacts: Sendable {
    /// The shop's books as they were found.
    package enum Books: Sendable {
        /// There are none in this folder yet.
        case none(folder: String)
        /// They are there and cannot be read: the reason, as a sentence's end.
        case unreadable(folder: String, reason: String)
        /// They can be read; whose they are now, nil when nobody has them.
        case readable(folder: String, owner: String?)
    }

    /// The configuration's file, and why it cannot be used; nil when it can.
    package var configuration: (file: String, exists: Bool, fault: String?)
    /// The books.
    package var books: Books
    /// What is on the cables, or why nobody can tell.
    package var devices: Result<[SurveyedDevice], DeviceError>
    /// Whether scanners on cables are asked for: not where codes come from a file or are typed.
    package var wantsScanners: Bool
    /// The printer's address as it is configured.
    package var printerAddress: PrinterAddress
    /// The printers without the kernel's driver, before the printer was looked at and after.
    package var stranded: (before: [String], after: [String])
    /// How the printer is, with the sentence that says so; nil where there is none to look at.
    package var printer: (known: KnownPrinter, sentence: String)?
    /// The papers that wait for the printer.
    package var waiting: [PrintJob]

    /// Which backups are missing or old, in sentences; nil where the shop makes none by itself.
    package var backupTroubles: [String]?

    /// Facts of a till that nobody has looked at yet: everything is said to be there and well.
    package init(configurationFile: String, folder: String, printerAddress: PrinterAddress) {
        configuration = (configurationFile, true, nil)
        books = .none(folder: folder)
        devices = .success([])
        wantsScanners = true
        self.printerAddress = printerAddress
        stranded = ([], [])
        printer = nil
        waiting = []
        backupTroubles = []
    }
}
