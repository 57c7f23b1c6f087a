import Foundation
import RecordingVFS
package import ShopFixtures

/// The recording file system over one folder, from before its books are opened until after.
@safe
package final class Recorder {
    /// What it does to the syncs of its files.
    package enum Honesty: Int32 {
        /// What is synced is on the disk.
        case honest = 0
        /// SQLite works with `synchronous=NORMAL`, and its owner is told FULL.
        case normal
        /// No sync reaches the disk.
        case off
    }

    /// What happens at the boundary it is armed for.
    package enum Action: Int32, Sendable {
        /// Everything passes.
        case nothing = 0
        /// The files are copied: what a kill leaves.
        case copy
        /// The statement or the disk's operation fails.
        case fail
        /// The disk does it and reports an error all the same.
        case doAndFail
    }

    /// The folder; the database and its log are in memory, all else of it is on the disk.
    package let folder: TemporaryFolder
    let recorder: OpaquePointer

    /// Watches the books of a folder, which are empty; throws when out of memory.
    package init(_ folder: TemporaryFolder, honesty: Honesty = .honest) throws {
        guard let recorder = unsafe recorder_new(folder.path, honesty.rawValue) else {
            throw ProofError("the recorder could not be made")
        }
        self.folder = folder
        unsafe self.recorder = recorder
        // GRDB looks for a log on the disk and writes something where it finds none; the shop of a
        // till that was killed has one.
        let log = URL(fileURLWithPath: folder.path + "/galla.sqlite-wal")
        try Data([0]).write(to: log)
    }

    deinit { unsafe recorder_free(recorder) }

    /// Does otherwise to the syncs of connections that are opened from now on.
    func set(_ honesty: Honesty) { unsafe recorder_set_honesty(recorder, honesty.rawValue) }

    /// Makes the database these bytes, and its log empty.
    func load(_ bytes: [UInt8]) { unsafe recorder_load(recorder, bytes, Int64(bytes.count)) }

    /// What the database holds, without its log.
    var database: [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: Int(recorder_size(recorder))) {
            bytes, count in
            guard let start = bytes.baseAddress else { return }
            unsafe recorder_read(recorder, start)
            count = bytes.count
        }
    }

    /// Turns a bit of the database over.
    func flip(bit: UInt8, at place: Int) {
        unsafe recorder_flip(recorder, Int64(place), 1 << bit)
    }

    /// Takes what the files hold as being on the disk, and begins the record.
    func start() { unsafe recorder_start(recorder) }

    /// Ends the record and forgets it.
    func stop() { unsafe recorder_stop(recorder) }

    /// How many operations are on record.
    var position: Int64 { unsafe recorder_position(recorder) }

    /// Makes another recorder's files what a power cut after `position` operations could leave.
    ///
    /// Positions must not fall from call to call.
    func image(at position: Int64, seed: UInt64, into other: Recorder) throws {
        let code = unsafe recorder_image(recorder, position, seed, other.recorder)
        guard code == 0 else { throw ProofError("an image could not be made: errno \(code)") }
    }

    /// Does `action` at a boundary from now; the first is 1.
    func arm(_ action: Action, at boundary: Int64) {
        unsafe recorder_arm(recorder, boundary, action.rawValue)
    }

    /// Lets everything pass again.
    func disarm() { unsafe recorder_arm(recorder, 0, Action.nothing.rawValue) }

    /// How many boundaries were passed since it was armed.
    var passed: Int64 { unsafe recorder_passed(recorder) }

    /// Whether the armed action has happened.
    var hasFired: Bool { unsafe recorder_fired(recorder) != 0 }

    /// Makes the files those that a kill has left, with or without the log.
    func revive(withLog: Bool) { unsafe recorder_revive(recorder, withLog ? 0 : 1) }

    /// Writes the files into a folder, asks there with SQLite's own file system; nil when it fails.
    func askSaved(_ queries: [String], in folder: TemporaryFolder) throws -> [Int64]? {
        let code = unsafe recorder_save(recorder, folder.path)
        guard code == 0 else { throw ProofError("the files were not written: errno \(code)") }
        return Self.ask(queries, of: folder)
    }

    /// What queries of one number each say of a database on the disk that nobody has open.
    ///
    /// Nil when SQLite fails.
    package static func ask(_ queries: [String], of folder: TemporaryFolder) -> [Int64]? {
        var answers = [Int64](repeating: -1, count: queries.count)
        let query = "SELECT " + queries.map { "(\($0))" }.joined(separator: ", ")
        let code = unsafe recorder_ask_file(
            folder.path + "/galla.sqlite", query, Int32(queries.count), &answers)
        return code == 0 ? answers : nil
    }
}

/// What keeps a proof from being made at all, or what it proved wrong.
package struct ProofError: Error, CustomStringConvertible {
    /// What happened.
    package let description: String

    init(_ description: String) { self.description = description }
}
