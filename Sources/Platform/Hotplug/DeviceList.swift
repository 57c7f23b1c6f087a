import CLibUdev
import Glibc
import SystemPackage

/// The devices that are there now.
package enum DeviceList {
    /// Lists a subsystem's devices, or only those of one type, in the order of their folders.
    ///
    /// A device that goes while the list is made is left out. Those whose rules have not run yet
    /// are in it with `isInitialised` false: the monitor will say when they are ready.
    package static func devices(
        subsystem: String, deviceType: String? = nil
    ) throws(HotplugError) -> [DeviceRecord] {
        let context = try UdevContext()
        guard let search = unsafe udev_enumerate_new(context.pointer) else {
            throw HotplugError(.list, Errno(rawValue: Glibc.errno))
        }
        defer { _ = unsafe udev_enumerate_unref(search) }
        try check(unsafe udev_enumerate_add_match_subsystem(search, subsystem))
        if let deviceType {
            try check(unsafe udev_enumerate_add_match_property(search, "DEVTYPE", deviceType))
        }
        try check(unsafe udev_enumerate_scan_devices(search))
        return unsafe records(search, in: context)
    }

    /// The device with this folder under `/sys`, of which udev has told; nil when it has gone.
    ///
    /// udev tells of a device when its rules have run. Nil too when libudev cannot be asked.
    package static func device(toldOf syspath: String) -> DeviceRecord? {
        do throws(HotplugError) {
            let context = try UdevContext()
            guard
                let device = unsafe udev_device_new_from_syspath(context.pointer, syspath)
            else { return nil }
            return unsafe UdevDevice(adopting: device).record(isToldOf: true)
        } catch {
            return nil
        }
    }

    private static func records(
        _ search: OpaquePointer, in context: borrowing UdevContext
    ) -> [DeviceRecord] {
        var found: [DeviceRecord] = []
        var entry = unsafe udev_enumerate_get_list_entry(search)
        while let current = unsafe entry {
            if let path = unsafe udev_list_entry_get_name(current),
                let device = unsafe udev_device_new_from_syspath(context.pointer, path)
            {
                found.append(unsafe UdevDevice(adopting: device).record())
            }
            unsafe entry = udev_list_entry_get_next(current)
        }
        return found
    }

    private static func check(_ code: Int32) throws(HotplugError) {
        guard code >= 0 else { throw HotplugError(.list, Errno(rawValue: -code)) }
    }
}
