import Hotplug
import Scanning

extension ScannerIdentity {
    /// The identity of a device: its port, so that it stays itself when replugged there.
    init(of device: DeviceRecord, lanes: [ScannerLane]) {
        // What is not on USB has udev's name of the place, or at last its folder.
        let port = device.usb?.port ?? device.properties["ID_PATH"] ?? device.syspath
        let serial = device.usb?.serial
        self.init(
            port: port,
            serial: serial,
            vendor: device.usb?.vendor ?? 0,
            product: device.usb?.product ?? 0,
            name: device.inputName ?? device.usb?.productName ?? device.sysname,
            lane: lanes.first { $0.fits(port: port, serial: serial) }?.name)
    }
}
