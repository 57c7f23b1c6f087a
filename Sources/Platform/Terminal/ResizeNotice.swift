import CLibEdit
import SystemPackage

/// Tells that the window changed its size (SIGWINCH), as a descriptor to wait for.
///
/// The signal handler stays for the life of the process; the place in its table is given back.
struct ResizeNotice: ~Copyable {
    // -1 where more editors are open than the table has places: those do not hear of it.
    private let place: Int32

    init() {
        place = galla_resize_watch()
    }

    deinit {
        galla_resize_release(place)
    }

    /// Readable after a change of size, until lowered.
    var raw: FileDescriptor? {
        let descriptor = galla_resize_descriptor(place)
        return descriptor < 0 ? nil : FileDescriptor(rawValue: descriptor)
    }

    borrowing func lower() {
        _ = galla_resize_lower(place)
    }
}
