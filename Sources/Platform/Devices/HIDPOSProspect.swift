import Hotplug
import Linux
import Scanning
import SystemPackage
import USB

/// An interface of a USB device that may be a HID-POS scanner, found without opening anything.
struct HIDPOSProspect: Hashable {
    /// The interface to claim.
    let setting: InterfaceSetting
    /// How its reports are laid out, if the kernel's driver has asked; nil: ask the device.
    let descriptor: [UInt8]?

    /// Looks at the interfaces of a USB device as sysfs shows them.
    ///
    /// An interface is a prospect when it is plain HID (class 3/0/0, which no boot keyboard is)
    /// and its report descriptor is a scanner's. That is in sysfs while the kernel's driver has
    /// the interface; when nobody has it, as after a kill, only the device can tell.
    static func look(at device: DeviceRecord) -> HIDPOSProspect? {
        guard let (descriptors, active) = descriptors(of: device) else { return nil }
        let settings = descriptors.settings.filter {
            $0.configurationIndex == active && $0.isPlainHID && $0.interruptIn != nil
        }
        guard !settings.isEmpty, Int(active) < descriptors.configurationValues.count else {
            return nil
        }
        let value = descriptors.configurationValues[Int(active)]
        var unknown: HIDPOSProspect?
        for setting in settings {
            let folder = "\(device.syspath)/\(device.sysname):\(value).\(setting.number)"
            guard let bytes = reportDescriptor(inInterface: folder) else {
                if unknown == nil { unknown = HIDPOSProspect(setting: setting, descriptor: nil) }
                continue
            }
            if isScanner(bytes) { return HIDPOSProspect(setting: setting, descriptor: bytes) }
        }
        return unknown
    }

    private static func isScanner(_ bytes: [UInt8]) -> Bool {
        do throws(HIDPOSDescriptorError) {
            _ = try HIDPOSLayout(descriptor: bytes)
            return true
        } catch {
            // A keyboard's, a mouse's, nonsense: all of them are other people's devices.
            return false
        }
    }

    private static func descriptors(of device: DeviceRecord) -> (DeviceDescriptors, UInt8)? {
        do {
            let descriptors = try DeviceDescriptors.read(syspath: device.syspath).get()
            return (descriptors, try descriptors.activeConfiguration(syspath: device.syspath))
        } catch {
            // Gone between the news and the look, not configured yet (udev tells when it is), or
            // nonsense from a broken device: there is nothing to scan with.
            return nil
        }
    }

    /// What the kernel's driver of an interface was told of its reports; nil without a driver.
    ///
    /// The HID device in the interface's folder has its bus, numbers and a count for a name
    /// (`0003:05E0:1900.0001`). A list of all HID devices would wait for those that are coming.
    private static func reportDescriptor(inInterface folder: String) -> [UInt8]? {
        do throws(Errno) {
            for name in try FolderListing.names(in: folder) where name.hasPrefix("0003:") {
                let path = "\(folder)/\(name)/report_descriptor"
                return try OpenDescriptor(path: path, .readOnly).read(atMost: 4096)
            }
        } catch {
            // Going just now; or not there at all, and then the device itself is asked.
        }
        return nil
    }
}
