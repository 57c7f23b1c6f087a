import CUMockdev
import Glibc
import Scanning
import Synchronization

/// A keyboard whose node answers like the kernel's: ring, key state, grab, and the pulled cable.
///
/// It must outlive every driver that uses it, because the testbed calls it: see `Bench`.
@safe
final class MockKeyboard: Sendable {
    /// What a test can arrange and look at.
    struct State {
        /// Events that wait to be read.
        var ring: [InputEvent] = []
        var keysDown: Set<UInt16> = []
        /// Another program has grabbed it.
        var isTaken = false
        var isGrabbed = false
        var isUnplugged = false
        /// Raw scan codes are no longer queued for the reader.
        var hidesScanCodes = false
        /// The lamp that the console's CapsLock lights on every keyboard.
        var isCapsLockLit = false
        /// How many requests of any kind have come: zero means that nobody touched it.
        var requests = 0
        /// Resumed once the ring has been read empty.
        var reader: CheckedContinuation<Void, Never>?
    }

    let place: MockPlace
    private let state = Mutex(State())
    private let wire: Int32

    /// Puts a keyboard into the testbed; udev's news of it is the test's to send.
    init(_ place: MockPlace) {
        self.place = place
        let testbed = Testbed.shared
        testbed.add(place.description)
        wire = testbed.wire(of: place.node)
        precondition(wire >= 0, "umockdev has no node \(place.node)")
        guard let base = unsafe umockdev_ioctl_base_new() else {
            preconditionFailure("umockdev cannot serve requests")
        }
        let user = unsafe Unmanaged.passUnretained(self).toOpaque()
        let onControl: MockSignal = { _, client, user in
            unsafe MockKeyboard.at(user).control(MockRequest(client)) ? 1 : 0
        }
        let onRead: MockSignal = { _, client, user in
            unsafe MockKeyboard.at(user).read(MockRequest(client)) ? 1 : 0
        }
        unsafe connect(onControl, to: "handle-ioctl", of: base, user)
        let onWrite: MockSignal = { _, client, user in
            unsafe MockKeyboard.at(user).write(MockRequest(client)) ? 1 : 0
        }
        unsafe connect(onRead, to: "handle-read", of: base, user)
        unsafe connect(onWrite, to: "handle-write", of: base, user)
        unsafe testbed.attach(base, to: place.node)
    }

    /// Takes it out of the testbed again.
    func remove() {
        Testbed.shared.detach(from: place.node)
        for folder in place.folders { Testbed.shared.remove(folder) }
    }

    private static func at(_ user: gpointer?) -> MockKeyboard {
        guard let user = unsafe user else { preconditionFailure("signal without its keyboard") }
        return unsafe Unmanaged<MockKeyboard>.fromOpaque(user).takeUnretainedValue()
    }

    /// Arranges or looks at the keyboard's state.
    func with<Value>(_ body: (inout State) -> Value) -> Value {
        state.withLock { body(&$0) }
    }

    /// Lets the kernel queue events.
    func send(_ events: [InputEvent]) {
        with { state in
            state.ring += events.filter { $0.type != 4 || !state.hidesScanCodes }
        }
        wake()
    }

    /// Pulls the cable: from now on every read says so.
    func unplug() {
        with {
            $0.isUnplugged = true
            $0.isGrabbed = false
        }
        wake()
    }

    /// Waits until everything that was sent has been read.
    func whenRead() async {
        await withCheckedContinuation { continuation in
            let isRead = with { state in
                if !state.ring.isEmpty { state.reader = continuation }
                return state.ring.isEmpty
            }
            if isRead { continuation.resume() }
        }
    }

    /// The node has no readiness of its own: a byte on its wire makes poll return.
    private func wake() {
        var byte: UInt8 = 0
        let count = unsafe Glibc.write(wire, &byte, 1)
        precondition(count == 1, "the wire of \(place.node) is broken")
    }

    private func read(_ request: MockRequest) -> Bool {
        // The real read takes the wake-up byte off the wire.
        request.execute()
        let answer: Result<[InputEvent], MockFailure> = with { state in
            if state.isUnplugged { return .failure(.noDevice) }
            guard !state.ring.isEmpty else { return .failure(.wouldBlock) }
            let events = Array(state.ring.prefix(request.capacity / MockRequest.eventSize))
            state.ring.removeFirst(events.count)
            return .success(events)
        }
        switch answer {
        case .success(let events): request.complete(events: events)
        case .failure(let failure): request.fail(failure)
        }
        let reader = with { state in
            let reader = state.ring.isEmpty ? state.reader : nil
            if reader != nil { state.reader = nil }
            return reader
        }
        reader?.resume()
        return true
    }

    /// What is written to a keyboard sets its lamps, and only from whom it belongs to.
    private func write(_ request: MockRequest) -> Bool {
        let bytes = request.bytes
        with { state in
            // Kind 0x11 is a lamp, code 1 that of CapsLock.
            guard state.isGrabbed, bytes.count >= 24, bytes[16] == 0x11, bytes[18] == 1 else {
                return
            }
            state.isCapsLockLit = bytes[20] != 0
        }
        request.complete(written: bytes.count)
        return true
    }

    private func control(_ request: MockRequest) -> Bool {
        let state = with { state in
            state.requests += 1
            return (
                down: state.keysDown, isTaken: state.isTaken, isUnplugged: state.isUnplugged,
                isCapsLockLit: state.isCapsLockLit
            )
        }
        if state.isUnplugged {
            request.fail(.noDevice)
            return true
        }
        switch request.number {
        case 0x02: request.complete(bytes: [3, 0, 0x2E, 0x0C, 0x61, 0x0B, 0x10, 0x01])
        case 0x06: request.complete(bytes: Array(place.name.utf8) + [0])
        case 0x18: request.complete(bytes: Self.bits(of: state.down))
        case 0x19: request.complete(bytes: [state.isCapsLockLit ? 2 : 0, 0])
        case 0x21: request.complete(bytes: Self.bits(of: Set(1...120)))
        case 0x90 where state.isTaken: request.fail(.busy)
        case 0x90:
            with { $0.isGrabbed = request.value != 0 }
            request.complete(bytes: [])
        case 0x93 where request.mask?.kind == 4 && request.mask.map { $0.size % 8 } == 0:
            with { $0.hidesScanCodes = true }
            request.complete(bytes: [])
        default: request.fail(.invalid)
        }
        return true
    }

    private static func bits(of codes: Set<UInt16>) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 96)
        for code in codes { bytes[Int(code / 8)] |= 1 << UInt8(code % 8) }
        return bytes
    }
}
