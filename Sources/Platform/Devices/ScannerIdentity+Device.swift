import Hotplug
import Scanning

extension ScannerIdentity {
    /// The identity of an input device: its port, so that it stays itself when replugged there.
    init(of device: DeviceRecord) {
        self.init(
            // What is not on USB has udev's name of the place, or at last its folder.
            port: device.usb?.port ?? device.properties["ID_PATH"] ?? device.syspath,
            serial: device.usb?.serial,
            vendor: device.usb?.vendor ?? 0,
            product: device.usb?.product ?? 0,
            name: device.inputName ?? device.usb?.productName ?? device.sysname)
    }
}
