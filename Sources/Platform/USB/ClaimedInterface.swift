import CLibUSB
package import Linux

/// An interface that this program alone uses until it lets go; then the kernel's driver is back.
///
/// Every wait ends at once when its stop flag is raised: transfers are asynchronous ones, driven
/// by the calling thread, which sleeps in `poll` on libusb's descriptors and on the flag. (With
/// libusb's blocking calls a thread could be stopped only between short time-outs, waking up for
/// nothing several times a second.)
@safe
package struct ClaimedInterface: ~Copyable {
    /// The setting that was claimed, with its endpoints.
    package let setting: InterfaceSetting
    let device: USBDeviceHandle
    private let inbound: InboundPipe?

    init(setting: InterfaceSetting, device: consuming USBDeviceHandle) {
        self.setting = setting
        self.device = device
        inbound = setting.bulkIn.map { InboundPipe($0) }
    }

    deinit {
        inbound?.close(device.context)
        let number = Int32(setting.number)
        // Failures mean that the device is gone, or that no driver wants the interface. The
        // driver is asked back even if none was there when we came: usblp stays away after a
        // killed run until somebody asks.
        _ = unsafe libusb_release_interface(device.pointer, number)
        _ = unsafe libusb_attach_kernel_driver(device.pointer, number)
    }

    /// How many bytes one transfer carries at most: what the kernel takes as one request.
    package static let largestTransferBytes = 16 * 1024

    /// Selects the alternate setting, except where there is only one: some devices stall on it.
    borrowing func selectAlternate() throws(USBError) {
        guard setting.hasAlternates else { return }
        try USBError.check(
            unsafe libusb_set_interface_alt_setting(
                device.pointer, Int32(setting.number), Int32(setting.alternate)))
    }

    /// Sends bytes in one transfer and waits for its end, however long that takes.
    ///
    /// `bytes` holds 1 to `largestTransferBytes` bytes: a zero-length packet can wedge a printer.
    /// `stillWaiting` is asked every `milliseconds` and ends the transfer by answering false. The
    /// outcome counts the bytes that the device has taken, exactly, however the transfer ended.
    /// `hearing` is given what the device says meanwhile.
    package borrowing func send(
        _ bytes: ArraySlice<UInt8>, until stop: EventFlag, every milliseconds: Int32,
        hearing: ([UInt8]) -> Void = { _ in }, stillWaiting: () -> Bool
    ) -> TransferOutcome {
        precondition(!bytes.isEmpty && bytes.count <= Self.largestTransferBytes)
        guard let endpoint = setting.bulkOut else {
            return TransferOutcome(transferred: 0, end: .failed(.notFound))
        }
        let transfer = Transfer(.bulk, endpoint: endpoint.address, capacity: bytes.count)
        transfer.fill(bytes)
        listen()
        return transfer.run(
            on: device, until: stop, every: milliseconds,
            meanwhile: {
                let words = takeHeard()
                if !words.isEmpty { hearing(words) }
            }, stillWaiting: stillWaiting)
    }

    /// Listens to the device from now on, where it has an endpoint to speak through.
    ///
    /// What it says is kept by the kernel and libusb until `hear`, also during other transfers.
    package borrowing func listen() {
        inbound?.listen(on: device)
    }

    /// What the device has said since the last call; never waits.
    package borrowing func hear() -> [UInt8] {
        EventWaiter(device.context, stop: nil).handle()
        listen()
        return takeHeard()
    }

    private borrowing func takeHeard() -> [UInt8] {
        inbound?.take(on: device) ?? []
    }

    /// What to wait for beside other things: descriptor, and whether it is room that is waited for.
    package borrowing func sources() -> [(descriptor: Int32, isForRoom: Bool)] {
        EventWaiter(device.context, stop: nil).sources
    }

    /// So long, in milliseconds, may be waited before `hear` is called without news; negative: ever.
    package borrowing func restMilliseconds() -> Int32 {
        inbound?.restMilliseconds ?? -1
    }

    /// Asks the device on its control pipe, waiting at most a second; answers what it said.
    ///
    /// Works while a bulk transfer is blocked.
    package borrowing func ask(
        _ request: ControlRequest, until stop: EventFlag
    ) throws(USBError) -> [UInt8] {
        let transfer = Transfer(.control, endpoint: 0, capacity: 8 + Int(request.length))
        transfer.fill(request.setup[...])
        let outcome = transfer.run(on: device, until: stop, every: 1000) { false }
        switch outcome.end {
        case .completed: return transfer.content(outcome.transferred, after: 8)
        case .stopped: throw .interrupted
        case .givenUp: throw .timedOut
        case .failed(let error): throw error
        }
    }

    /// Makes a stalled endpoint usable again.
    package borrowing func clearHalt(_ endpoint: USBEndpoint) throws(USBError) {
        try USBError.check(unsafe libusb_clear_halt(device.pointer, endpoint.address))
    }
}
