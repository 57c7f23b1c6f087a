import DeviceEmulation
import Devices
import Foundation
import Linux
import SystemPackage
import Testing

@Suite("A printer that is a file")
final class FilePrinterTests {
    private let folder: String
    private let stop: EventFlag

    init() throws {
        stop = try EventFlag()
        folder =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("galla-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
    }

    deinit {
        // A folder that stays behind in the temporary directory harms no other test.
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func content(_ path: String) throws -> [UInt8] {
        try OpenDescriptor(path: path, .readOnly).read(atMost: 1 << 20)
    }

    private func reason(_ printer: FilePrinter) -> String? {
        if case .absent(let reason) = printer.refresh() { reason } else { nil }
    }

    @Test("appends job after job, also to a file that was there and to one that was moved away")
    func appends() throws {
        let path = folder + "/paper"
        let printer = FilePrinter(path: path)
        #expect(printer.refresh() == .ready)
        try printer.send([1, 2], until: stop) { _ in }
        try printer.send([3], until: stop) { _ in }
        #expect(try content(path) == [1, 2, 3])
        try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
        try FilePrinter(path: path).send([4], until: stop) { _ in }
        try printer.send([5], until: stop) { _ in }
        #expect(try content(path) == [4, 5])
        #expect(try content(path + ".old") == [1, 2, 3])
    }

    @Test("a missing folder, a folder and a pipe are refused without hanging")
    func refused() throws {
        #expect(reason(FilePrinter(path: folder + "/no/paper"))?.contains("does not exist") == true)
        #expect(reason(FilePrinter(path: folder))?.contains("is a folder") == true)
        let pipe = folder + "/pipe"
        let made = unsafe mkfifo(pipe, 0o600)
        try #require(made == 0)
        #expect(reason(FilePrinter(path: pipe))?.contains("no ordinary file") == true)
    }

    @Test("a full disk is a fault that says so and counts what reached the file")
    func full() throws {
        // /dev/full takes any number of openings and no byte.
        let fault = #expect(throws: PrinterFault.self) {
            try FilePrinter(path: "/dev/full").send([1, 2, 3], until: stop) { _ in }
        }
        #expect(fault?.bytesTaken == 0)
        #expect(fault?.reason.contains("no room") == true)
    }

    @Test("a job for a folder that has vanished is a fault without a byte")
    func vanished() throws {
        let fault = #expect(throws: PrinterFault.self) {
            try FilePrinter(path: folder + "/gone/paper").send([1], until: stop) { _ in }
        }
        #expect(fault?.bytesTaken == 0)
    }
}
