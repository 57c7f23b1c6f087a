import CLinuxInput
import Glibc
import Linux
package import Scanning
package import SystemPackage

/// An open input device of the kernel (`/dev/input/eventN`); closing it also ends a grab.
///
/// Reading never waits. Not for two threads at once.
@safe
package struct InputDevice: ~Copyable {
    private let file: OpenDescriptor
    private let node: String
    private let hasMonotonicTimes: Bool
    private var batch: [input_event]

    /// How many events one read(2) takes: the kernel's smallest ring holds 64.
    private static let batchCount = 64

    /// Opens a node, without waiting and without taking it from anybody.
    ///
    /// Where the user may only read it, its lamps stay as they are.
    package init(node: String) throws(EvdevError) {
        file = try Self.open(node)
        self.node = node
        // A kernel, or an emulation, that cannot do it stamps events with the time of day: those
        // get the time at which they were read instead.
        hasMonotonicTimes = galla_input_clock(file.raw.rawValue, CLOCK_MONOTONIC) == 0
        batch = Array(repeating: input_event(), count: Self.batchCount)
    }

    /// The descriptor to poll: readable while there are events.
    ///
    /// It stays the device's own.
    package var descriptor: FileDescriptor { file.raw }

    /// What the device calls itself.
    package func name() throws(EvdevError) -> String {
        let bytes = unsafe try ask(capacity: 256) { descriptor, buffer, size in
            unsafe galla_input_name(descriptor, buffer, size)
        }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The numbers of its make.
    package func identifiers() throws(EvdevError) -> InputIdentifiers {
        var ids = input_id()
        guard unsafe galla_input_ids(file.raw.rawValue, &ids) >= 0 else {
            throw EvdevError(.describe, node, Errno(rawValue: Glibc.errno))
        }
        return InputIdentifiers(
            bus: ids.bustype, vendor: ids.vendor, product: ids.product, version: ids.version)
    }

    /// The keys it has.
    package func keys() throws(EvdevError) -> KeySet {
        unsafe try keySet { descriptor, buffer, size in
            unsafe galla_input_bits(descriptor, UInt32(InputEvent.key), buffer, size)
        }
    }

    /// The keys that are down now.
    ///
    /// Key events that were waiting to be read are gone afterwards.
    package func keysDown() throws(EvdevError) -> KeySet {
        unsafe try keySet { descriptor, buffer, size in
            unsafe galla_input_keys_down(descriptor, buffer, size)
        }
    }

    /// Takes the device for us alone, unless one of its keys is down; tells whether it did.
    ///
    /// A key that is down during the grab would stay down for everybody else (the release would
    /// never reach them). Ask again after the next event then.
    package func grabIfIdle() throws(EvdevError) -> Bool {
        guard try keysDown().isEmpty else { return false }
        guard galla_input_grab(file.raw.rawValue, 1) >= 0 else {
            throw EvdevError(.grab, node, Errno(rawValue: Glibc.errno))
        }
        return true
    }

    /// Gives the device back to everybody; it stays open.
    package func release() throws(EvdevError) {
        guard galla_input_grab(file.raw.rawValue, 0) >= 0 else {
            throw EvdevError(.grab, node, Errno(rawValue: Glibc.errno))
        }
    }

    /// Asks the kernel not to queue raw scan codes, a third of all events; tells whether it does.
    ///
    /// Without it they are merely read and passed over.
    @discardableResult
    package func hideScanCodes() -> Bool {
        // The kernel takes masks of whole longs only.
        let none = [UInt8](repeating: 0, count: MemoryLayout<Int>.size)
        return unsafe galla_input_mask(
            file.raw.rawValue, UInt32(InputEvent.miscellaneous), none, UInt32(none.count)) >= 0
    }

    /// Hands every event that is waiting to `body`, in order, without allocating.
    ///
    /// Returns when there are no more; throws when the device is gone. Whatever `body` was given
    /// before that is complete.
    package mutating func read(_ body: (InputEvent) -> Void) throws(EvdevError) {
        var count = Self.batchCount
        while count == Self.batchCount {
            count = try fillBatch()
            guard count > 0 else { return }
            let now = hasMonotonicTimes ? 0 : Clocks.monotonicNanoseconds()
            for index in 0..<count {
                body(event(at: index, readAt: now))
            }
        }
    }

    private static func open(_ node: String) throws(EvdevError) -> OpenDescriptor {
        do throws(Errno) {
            return try OpenDescriptor(path: node, .readWrite, options: .nonBlocking)
        } catch {
            guard error == .permissionDenied || error == .notPermitted else {
                throw EvdevError(.open, node, error)
            }
        }
        do throws(Errno) {
            return try OpenDescriptor(path: node, .readOnly, options: .nonBlocking)
        } catch {
            throw EvdevError(.open, node, error)
        }
    }

    private func event(at index: Int, readAt now: UInt64) -> InputEvent {
        let raw = batch[index]
        let seconds = UInt64(truncatingIfNeeded: raw.time.tv_sec)
        let microseconds = UInt64(truncatingIfNeeded: raw.time.tv_usec)
        return InputEvent(
            type: raw.type, code: raw.code, value: raw.value,
            time: hasMonotonicTimes ? (seconds &* 1_000_000 &+ microseconds) &* 1000 : now)
    }

    private mutating func fillBatch() throws(EvdevError) -> Int {
        let descriptor = file.raw.rawValue
        let size = MemoryLayout<input_event>.stride
        let count = unsafe batch.withUnsafeMutableBytes { buffer in
            var count: Int
            repeat {
                count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            } while count < 0 && Glibc.errno == EINTR
            return count
        }
        guard count < 0 else { return count / size }
        let reason = Errno(rawValue: Glibc.errno)
        guard reason == .wouldBlock else { throw EvdevError(.read, node, reason) }
        return 0
    }

    private func keySet(
        _ request: (Int32, UnsafeMutableRawPointer?, UInt) -> Int32
    ) throws(EvdevError) -> KeySet {
        unsafe KeySet(bytes: try ask(capacity: KeySet.byteCount, request))
    }

    private func ask(
        capacity: Int, _ request: (Int32, UnsafeMutableRawPointer?, UInt) -> Int32
    ) throws(EvdevError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: capacity)
        let descriptor = file.raw.rawValue
        let answer = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe request(descriptor, buffer.baseAddress, UInt(buffer.count))
        }
        guard answer >= 0 else {
            throw EvdevError(.describe, node, Errno(rawValue: Glibc.errno))
        }
        return bytes
    }
}
