import Evdev

/// A scanner cannot be used any more, or not at all.
enum PortFailure: Error, Hashable {
    /// It was unplugged; udev says so too.
    case gone
    /// It is there; the sentence says why it cannot be used and what to do.
    case refused(String)

    /// What a refusal of the kernel's input interface means.
    init(_ error: EvdevError) {
        self = error.isGone ? .gone : .refused(ScannerRefusal.sentence(for: error))
    }
}
