import CUMockdev
import Glibc
import Linux
import Synchronization

/// Answers the requests on a USB device's node in the kernel's place (`usbdevice_fs.h`).
///
/// umockdev calls it on a thread of its own; the printer behind it may be changed from any.
final class USBRequestDesk: Sendable {
    /// Up when the printer has lost its cable.
    let pulled: EventFlag
    private let printer: Mutex<MockPrinter>

    init(_ printer: MockPrinter) throws {
        pulled = try EventFlag()
        self.printer = Mutex(printer)
    }

    /// Looks at the printer or changes it; what waits then moves if it can.
    func withPrinter<Answer: Sendable>(_ body: (inout MockPrinter) -> Answer) -> Answer {
        printer.withLock { printer in
            let answer = body(&printer)
            printer.move()
            return answer
        }
    }

    /// Answers one request.
    func serve(_ client: UnsafeMutablePointer<UMockdevIoctlClient>) {
        let request = unsafe umockdev_ioctl_client_get_request(client)
        guard let argument = unsafe umockdev_ioctl_client_get_arg(client) else {
            return unsafe umockdev_ioctl_client_complete(client, -1, EFAULT)
        }
        let answer = unsafe answer(request, argument)
        // An answer below zero is an error's number, as in the kernel.
        let error = Int32(-min(answer, 0))
        unsafe umockdev_ioctl_client_complete(client, error == 0 ? answer : -1, error)
    }

    private func answer(
        _ request: UInt, _ argument: UnsafeMutablePointer<UMockdevIoctlData>
    ) -> Int {
        printer.withLock { printer in
            let isReap = request == galla_usbfs_reap_now || request == galla_usbfs_reap
            // An unplugged device still gives back what was in flight, and nothing else.
            guard !printer.isGone || isReap else { return -Int(ENODEV) }
            switch request {
            case galla_usbfs_capabilities:
                return unsafe store(argument, galla_usbfs_all_capabilities)
            case galla_usbfs_connect_info:
                return unsafe store(argument, usbdevfs_connectinfo(devnum: 4, slow: 0))
            case galla_usbfs_speed: return 3
            case galla_usbfs_control: return unsafe control(argument)
            case galla_usbfs_get_driver: return unsafe driver(argument, printer)
            case galla_usbfs_driver_request: return unsafe driverRequest(argument, &printer)
            case galla_usbfs_claim: return unsafe claim(argument, &printer)
            case galla_usbfs_release:
                guard let number = unsafe numbers(argument, 1).first else { return -Int(EFAULT) }
                printer.interfaceStory.append("release \(number)")
                return 0
            case galla_usbfs_set_interface:
                let numbers = unsafe numbers(argument, 2)
                guard numbers.count == 2 else { return -Int(EFAULT) }
                printer.interfaceStory.append("alternate \(numbers[0])/\(numbers[1])")
                return 0
            case galla_usbfs_clear_halt:
                printer.clearedHalts += 1
                return 0
            case galla_usbfs_submit: return unsafe submit(argument, &printer)
            case galla_usbfs_discard: return unsafe discard(argument, &printer)
            case galla_usbfs_reap_now, galla_usbfs_reap: return unsafe reap(argument, &printer)
            default: return -Int(ENOTTY)
            }
        }
    }

    private func claim(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>, _ printer: inout MockPrinter
    ) -> Int {
        guard !printer.isHeldByAnother, printer.kernelDriver == nil else { return -Int(EBUSY) }
        guard let number = unsafe numbers(argument, 1).first else { return -Int(EFAULT) }
        printer.interfaceStory.append("claim \(number)")
        return 0
    }

    /// What the request points at, as 32-bit numbers; none when it cannot be read.
    private func numbers(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>, _ count: Int
    ) -> [UInt32] {
        guard let data = unsafe galla_mock_resolve(argument, 0, 4 * count) else { return [] }
        defer { unsafe galla_mock_release(data) }
        guard let bytes = unsafe UnsafeRawPointer(data.pointee.data) else { return [] }
        return (0..<count).map { unsafe bytes.load(fromByteOffset: 4 * $0, as: UInt32.self) }
    }

    private func submit(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>, _ printer: inout MockPrinter
    ) -> Int {
        guard let memory = unsafe MockTransferMemory(argument: argument) else {
            return -Int(EFAULT)
        }
        printer.submit(memory.submitted)
        if printer.isGone { pulled.raise() }
        return 0
    }

    private func discard(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>, _ printer: inout MockPrinter
    ) -> Int {
        let address = unsafe UnsafeRawPointer(argument.pointee.data).load(as: UInt.self)
        return printer.discard(address: address) ? 0 : -Int(EINVAL)
    }

    private func reap(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>, _ printer: inout MockPrinter
    ) -> Int {
        guard let transfer = printer.reap() else {
            return printer.isGone ? -Int(ENODEV) : -Int(EAGAIN)
        }
        guard let slot = unsafe galla_mock_resolve(argument, 0, MemoryLayout<UInt>.size) else {
            return -Int(EFAULT)
        }
        defer { unsafe galla_mock_release(slot) }
        transfer.memory.finish(transfer)
        unsafe galla_mock_point(slot, transfer.memory.urb)
        return 0
    }

    /// The kernel's own question to the device, GET_CONFIGURATION: the first one is chosen.
    private func control(_ argument: UnsafeMutablePointer<UMockdevIoctlData>) -> Int {
        guard
            let question = unsafe galla_mock_resolve(
                argument, 0, MemoryLayout<usbdevfs_ctrltransfer>.size)
        else { return -Int(EFAULT) }
        defer { unsafe galla_mock_release(question) }
        let offset = unsafe MemoryLayout<usbdevfs_ctrltransfer>.offset(of: \.data) ?? 0
        guard let answer = unsafe galla_mock_resolve(question, offset, 1) else {
            return -Int(EFAULT)
        }
        defer { unsafe galla_mock_release(answer) }
        unsafe answer.pointee.data[0] = 1
        return 1
    }

    private func driver(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>, _ printer: MockPrinter
    ) -> Int {
        guard let name = printer.kernelDriver else { return -Int(ENODATA) }
        let size = MemoryLayout<usbdevfs_getdriver>.size
        guard let answer = unsafe galla_mock_resolve(argument, 0, size) else {
            return -Int(EFAULT)
        }
        defer { unsafe galla_mock_release(answer) }
        // The name stands behind the interface's number.
        for (offset, byte) in (Array(name.utf8) + [0]).enumerated() {
            unsafe answer.pointee.data[4 + offset] = byte
        }
        return 0
    }

    private func driverRequest(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>, _ printer: inout MockPrinter
    ) -> Int {
        // The interface's number, then the request to its driver (struct usbdevfs_ioctl).
        let numbers = unsafe numbers(argument, 2)
        guard numbers.count == 2 else { return -Int(EFAULT) }
        if UInt(numbers[1]) == galla_usbfs_disconnect {
            guard let name = printer.kernelDriver else { return -Int(ENODATA) }
            printer.interfaceStory.append("detach \(name) \(numbers[0])")
            printer.kernelDriver = nil
            return 0
        }
        guard UInt(numbers[1]) == galla_usbfs_connect else { return -Int(ENOTTY) }
        printer.interfaceStory.append("attach \(numbers[0])")
        printer.kernelDriver = "usblp"
        return 1
    }

    private func store<Value: BitwiseCopyable>(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>, _ value: Value
    ) -> Int {
        guard let answer = unsafe galla_mock_resolve(argument, 0, MemoryLayout<Value>.size) else {
            return -Int(EFAULT)
        }
        defer { unsafe galla_mock_release(answer) }
        unsafe UnsafeMutableRawPointer(answer.pointee.data).storeBytes(of: value, as: Value.self)
        return 0
    }
}
