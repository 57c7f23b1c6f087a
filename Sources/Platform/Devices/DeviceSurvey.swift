package import Hotplug

/// Looks at every device that might be a scanner or a printer, without opening any.
package enum DeviceSurvey {
    /// Lists input devices with keys and USB printers, each with the reason why it is taken or not.
    ///
    /// `printer` is nil when the configured printer is not on USB. Another program's grab of a
    /// device cannot be seen from outside: only the driver learns of it.
    package static func take(
        scanners: [ScannerMatch], printer: USBSelector?
    ) throws(DeviceError) -> [SurveyedDevice] {
        do throws(HotplugError) {
            return judge(
                inputs: try DeviceList.devices(subsystem: "input"),
                usb: try DeviceList.devices(subsystem: "usb"),
                scanners: scanners, printer: printer)
        } catch {
            throw DeviceError(error.description)
        }
    }

    /// The same of devices that have been listed already (subsystems `input` and `usb`).
    package static func judge(
        inputs: [DeviceRecord], usb: [DeviceRecord], scanners: [ScannerMatch],
        printer: USBSelector?
    ) -> [SurveyedDevice] {
        inputs.compactMap { scanner($0, scanners) } + printers(usb, printer)
    }

    private static func scanner(
        _ device: DeviceRecord, _ matches: [ScannerMatch]
    ) -> SurveyedDevice? {
        guard let node = device.node else { return nil }
        // Mice, switches and lamps have no keys at all: nobody looks for a scanner there.
        guard device.inputKeys != "0" else { return nil }
        var accepted = false
        let reason: String
        switch ScannerVerdict(of: device, matches: matches) {
        case .unconcerned: return nil
        case .rejected(let why): reason = why
        case .accepted(let why):
            accepted = DeviceNode.refusal(of: node, writing: false) == nil
            reason = accepted ? why.description : ScannerRefusal.forbidden(node)
        }
        return row(.scanner, device, name: device.inputName, node: node, accepted, reason)
    }

    private static func printers(
        _ devices: [DeviceRecord], _ selector: USBSelector?
    ) -> [SurveyedDevice] {
        var rows: [SurveyedDevice] = []
        for interface in devices where PrinterVerdict.concerns(interface) {
            let node = devices.first { $0.sysname == interface.usb?.port }?.node
            let verdict = PrinterVerdict(
                of: interface, node: node, selector: selector,
                isFirst: !rows.contains { $0.accepted })
            rows.append(
                row(
                    .printer, interface, name: interface.usb?.productName, node: node,
                    verdict.accepted, verdict.reason))
        }
        return rows
    }

    private static func row(
        _ kind: SurveyedDevice.Kind, _ device: DeviceRecord, name: String?, node: String?,
        _ accepted: Bool, _ reason: String
    ) -> SurveyedDevice {
        SurveyedDevice(
            kind: kind, name: name ?? device.sysname, node: node, port: device.usb?.port,
            vendor: device.usb.map { hexadecimal($0.vendor) },
            product: device.usb.map { hexadecimal($0.product) },
            serial: device.usb?.serial, accepted: accepted, reason: reason)
    }
}
