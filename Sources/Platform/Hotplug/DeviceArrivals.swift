/// Which device is worth a look after a piece of news.
///
/// While the kernel sets a USB device up it holds a lock on which everybody waits who opens the
/// device or reads what sysfs says of it (with Debian 12's Linux 6.1 even its `uevent`: measured),
/// for as long as the drivers of all its interfaces take. Whoever serves several devices must not:
/// the others would wait with it. `bind` of the USB device says that all of it is done. An input
/// device or a line is told of later than its driver made it, mostly when all is done.
package struct DeviceArrivals: Hashable, Sendable {
    /// The USB devices that the kernel is setting up, by their folders.
    private var underWay: Set<String> = []

    /// Starts without news; what came before is for a list of the devices that are there.
    package init() {}

    /// Takes news that is no `remove`; answers the folder of the device to look at, if any.
    ///
    /// News of an interface is news of its USB device, because that is what a program opens. An
    /// `add` that a person asked for (`udevadm trigger`) is of a device that has long been there,
    /// and ends the wait for a `bind` that does not come.
    package mutating func take(_ news: DeviceNews) -> String? {
        guard news.subsystem == "usb" else { return news.syspath }
        let device = Self.usbDevice(of: news.syspath) ?? news.syspath
        if news.deviceType != "usb_interface" {
            if news.action == .add, !news.isAskedFor { underWay.insert(device) }
            if news.action == .bind || news.isAskedFor { underWay.remove(device) }
        }
        let isWorthALook = news.action == .bind || news.action == .change || news.isAskedFor
        return isWorthALook && !underWay.contains(device) ? device : nil
    }

    /// Forgets a device that is gone.
    package mutating func forget(_ syspath: String) {
        underWay.remove(syspath)
    }

    /// The folder of the USB device that a folder under `/sys` belongs to, or is; nil for none.
    ///
    /// It is read off the path, because asking sysfs would wait. The kernel calls a USB device by
    /// its bus and ports (`1-1.2`) and an interface by that and two numbers (`1-1.2:1.0`).
    static func usbDevice(of syspath: String) -> String? {
        var path = Substring(syspath)
        while let slash = path.lastIndex(of: "/") {
            if isUSBPort(path[path.index(after: slash)...]) { return String(path) }
            path = path[..<slash]
        }
        return nil
    }

    private static func isUSBPort(_ name: Substring) -> Bool {
        guard let dash = name.firstIndex(of: "-") else { return false }
        let (bus, ports) = (name[..<dash], name[name.index(after: dash)...])
        return isNumber(bus)
            && ports.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isNumber)
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
    }
}
