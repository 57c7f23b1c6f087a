import RecordingVFS
import ShopFixtures

/// The recording file system over one folder, from before its books are opened until after.
@safe
final class Recorder {
    /// What it does to the syncs of its files.
    enum Honesty: Int32 {
        case honest = 0
        /// SQLite works with `synchronous=NORMAL`, and its owner is told FULL.
        case normal
        /// No sync reaches the disk.
        case off
    }

    /// What happens at the boundary it is armed for.
    enum Action: Int32 {
        case nothing = 0
        /// The files are copied: what a kill leaves.
        case copy
        /// The statement or the disk's operation fails.
        case fail
        /// The disk does it and reports an error all the same.
        case doAndFail
    }

    let folder: TemporaryFolder
    private let recorder: OpaquePointer

    init(_ folder: TemporaryFolder, honesty: Honesty = .honest) throws {
        guard let recorder = unsafe recorder_new(folder.path, honesty.rawValue) else {
            throw ProofError("the recorder could not be made")
        }
        self.folder = folder
        unsafe self.recorder = recorder
    }

    deinit { unsafe recorder_free(recorder) }

    /// Takes what the files hold as being on the disk, and begins the record.
    func start() { unsafe recorder_start(recorder) }

    /// How many operations are on record.
    var position: Int64 { unsafe recorder_position(recorder) }

    /// Writes what a power cut after `position` operations could leave; positions must not fall.
    func image(at position: Int64, seed: UInt64, into folder: TemporaryFolder) throws {
        let code = unsafe recorder_image(recorder, position, seed, folder.path)
        guard code == 0 else { throw ProofError("an image could not be written: errno \(code)") }
    }

    /// Does `action` at a boundary from now; the first is 1.
    func arm(_ action: Action, at boundary: Int64, copyingTo folder: String = "") {
        unsafe recorder_arm(recorder, boundary, action.rawValue, folder)
    }

    /// Lets everything pass again.
    func disarm() { unsafe recorder_arm(recorder, 0, Action.nothing.rawValue, "") }

    /// How many boundaries were passed since it was armed.
    var passed: Int64 { unsafe recorder_passed(recorder) }

    /// Whether the armed action has happened.
    var hasFired: Bool { unsafe recorder_fired(recorder) != 0 }

    /// What queries of one number each say of a database that nobody has open; nil when SQLite fails.
    static func ask(_ queries: [String], of folder: TemporaryFolder) -> [Int64]? {
        var answers = [Int64](repeating: -1, count: queries.count)
        let query = "SELECT " + queries.map { "(\($0))" }.joined(separator: ", ")
        let code = unsafe recorder_ask(
            folder.path + "/galla.sqlite", query, Int32(queries.count), &answers)
        return code == 0 ? answers : nil
    }
}

/// What keeps a proof from being made at all.
struct ProofError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
