import CLibUdev

/// One reference to a device of libudev, from which a record is copied.
@safe
struct UdevDevice: ~Copyable {
    private let pointer: OpaquePointer

    /// Takes over a reference that the caller got from libudev.
    init(adopting pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        _ = unsafe udev_device_unref(pointer)
    }

    /// What the monitor was told of it, without a look into sysfs; `add` and the like for what
    /// was received, an empty action for a device that was listed.
    func news() -> DeviceNews {
        unsafe DeviceNews(
            action: DeviceNews.Action(text(udev_device_get_action(pointer)) ?? ""),
            syspath: text(udev_device_get_syspath(pointer)) ?? "",
            subsystem: text(udev_device_get_subsystem(pointer)) ?? "",
            deviceType: text(udev_device_get_devtype(pointer)),
            isAskedFor: udev_device_get_property_value(pointer, "SYNTH_UUID") != nil)
    }

    /// Copies everything we use out of libudev and sysfs.
    ///
    /// Waits while the kernel sets the device up, or the USB device that it belongs to.
    func record(isToldOf: Bool = false) -> DeviceRecord {
        unsafe DeviceRecord(
            syspath: text(udev_device_get_syspath(pointer)) ?? "",
            sysname: text(udev_device_get_sysname(pointer)) ?? "",
            subsystem: text(udev_device_get_subsystem(pointer)) ?? "",
            node: text(udev_device_get_devnode(pointer)),
            isInitialised: isToldOf || udev_device_get_is_initialized(pointer) > 0,
            properties: properties(),
            inputName: inputAttribute("name"),
            inputKeys: inputAttribute("capabilities/key"),
            usb: usbParent())
    }

    private func properties() -> [String: String] {
        var found: [String: String] = [:]
        var entry = unsafe udev_device_get_properties_list_entry(pointer)
        while let current = unsafe entry {
            if let name = unsafe text(udev_list_entry_get_name(current)) {
                found[name] = unsafe text(udev_list_entry_get_value(current)) ?? ""
            }
            unsafe entry = udev_list_entry_get_next(current)
        }
        return found
    }

    private func inputAttribute(_ name: String) -> String? {
        // An event node has no name and no keys of its own: the input device above it has.
        guard
            let parent = unsafe udev_device_get_parent_with_subsystem_devtype(
                pointer, "input", nil)
        else { return nil }
        return unsafe attribute(name, of: parent)
    }

    private func usbParent() -> USBParent? {
        guard let device = unsafe usbDevice(),
            let port = unsafe text(udev_device_get_sysname(device))
        else { return nil }
        return unsafe USBParent(
            port: port,
            vendor: hexadecimal("idVendor", of: device),
            product: hexadecimal("idProduct", of: device),
            serial: attribute("serial", of: device),
            manufacturer: attribute("manufacturer", of: device),
            productName: attribute("product", of: device))
    }

    private func usbDevice() -> OpaquePointer? {
        // libudev's search for a parent leaves the device itself out.
        let isItself =
            unsafe text(udev_device_get_subsystem(pointer)) == "usb"
            && text(udev_device_get_devtype(pointer)) == "usb_device"
        return unsafe isItself
            ? pointer
            : udev_device_get_parent_with_subsystem_devtype(pointer, "usb", "usb_device")
    }

    private func hexadecimal(_ name: String, of device: OpaquePointer) -> UInt16 {
        unsafe attribute(name, of: device).flatMap { UInt16($0, radix: 16) } ?? 0
    }

    private func attribute(_ name: String, of device: OpaquePointer) -> String? {
        guard let value = unsafe text(udev_device_get_sysattr_value(device, name)), !value.isEmpty
        else { return nil }
        return value
    }

    private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        unsafe pointer.map { unsafe String(cString: $0) }
    }
}
