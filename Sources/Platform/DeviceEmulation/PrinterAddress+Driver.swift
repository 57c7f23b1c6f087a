package import Devices

extension PrinterAddress {
    /// Makes the driver for this address, on the thread that will use it; touches no device.
    ///
    /// `none:` has no driver: receipts are not printed, and their jobs are neither sent nor
    /// marked. `show` is given the lines of each receipt of `emulated:`. Throws when udev cannot
    /// be listened to.
    package func makeDriver(
        show: @escaping ([String]) -> Void
    ) throws(DeviceError) -> (any PrinterDriver)? {
        switch self {
        case .usb(let selector): try USBPrinter(selector)
        case .line(let path): try LinePrinter(path: path)
        case .network(let host, let port): try NetworkPrinter(host: host, port: port)
        case .file(let path): FilePrinter(path: path)
        case .emulated: TextPrinter(show: show)
        case .none: nil
        }
    }
}
