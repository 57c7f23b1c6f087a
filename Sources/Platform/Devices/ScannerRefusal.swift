import Evdev
import Serial

/// The sentences for a scanner that is there but cannot be used.
enum ScannerRefusal {
    static func forbidden(_ node: String) -> String {
        "No permission to read \(node). Install Galla's udev rules and put the user into the group "
            + "galla (sudo adduser USER galla, then log in again)."
    }

    static func taken(_ node: String) -> String {
        "Another program has taken \(node) for itself. Close that program, then unplug the scanner "
            + "and plug it in again."
    }

    static func keyHeld(_ node: String) -> String {
        "A key of \(node) is held down; it is taken as soon as the key is released."
    }

    static func broken(_ what: String) -> String {
        "\(what) Unplug the scanner and plug it in again."
    }

    /// The sentence for a request that the kernel refused.
    static func sentence(for error: EvdevError) -> String {
        if error.isForbidden { return forbidden(error.node) }
        if error.isTaken { return taken(error.node) }
        return broken("\(error.description).")
    }

    /// The sentence for a request that a serial line refused.
    static func sentence(for error: SerialError) -> String {
        if error.isForbidden { return forbidden(error.node) }
        if error.isTaken { return taken(error.node) }
        guard error.request == .configure else { return broken("\(error.description).") }
        return "\(error.description). Write the speed and framing that the scanner's manual names "
            + "behind its address, like serial:\(error.node),9600,8N1."
    }
}
