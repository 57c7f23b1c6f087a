package import Hotplug
import Scanning

/// Looks at every device that might be a scanner or a printer, without opening any.
package enum DeviceSurvey {
    /// Lists input devices with keys and USB printers, each with the reason why it is taken or not.
    ///
    /// `printer` is nil when the configured printer is not on USB. Another program's grab of a
    /// device cannot be seen from outside: only the driver learns of it.
    package static func take(
        scanners: ScannerSetup, printer: USBSelector?
    ) throws(DeviceError) -> [SurveyedDevice] {
        do throws(HotplugError) {
            return judge(
                candidates: try ScannerLoop.candidates(),
                usb: try DeviceList.devices(subsystem: "usb"),
                scanners: scanners, printer: printer)
        } catch {
            throw DeviceError(error.description)
        }
    }

    /// The same of devices that have been listed already: those that could be scanners
    /// (subsystems `input`, `tty`, `usb`), and all of subsystem `usb`.
    package static func judge(
        candidates: [DeviceRecord], usb: [DeviceRecord], scanners: ScannerSetup,
        printer: USBSelector?
    ) -> [SurveyedDevice] {
        candidates.compactMap { scanner($0, scanners) } + printers(usb, printer)
    }

    private static func scanner(
        _ device: DeviceRecord, _ setup: ScannerSetup
    ) -> SurveyedDevice? {
        guard let node = device.node, let way = ScannerVerdict.way(of: device) else { return nil }
        // Mice, switches and lamps have no keys at all: nobody looks for a scanner there.
        guard device.inputKeys != "0" else { return nil }
        var accepted = false
        let reason: String
        switch ScannerVerdict(of: device, matches: setup.matches) {
        case .unconcerned: return nil
        case .rejected(let why): reason = why
        case .accepted(let why):
            accepted = DeviceNode.refusal(of: node, writing: way != .keyboard) == nil
            reason = accepted ? why.description : ScannerRefusal.forbidden(node)
        }
        let lane = ScannerIdentity(of: device, lanes: setup.lanes).lane
        return row(
            .scanner, device, way: way, lane: lane,
            name: device.inputName ?? device.usb?.productName, node: node, accepted, reason)
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
        _ kind: SurveyedDevice.Kind, _ device: DeviceRecord, way: ScannerWay? = nil,
        lane: String? = nil, name: String?, node: String?,
        _ accepted: Bool, _ reason: String
    ) -> SurveyedDevice {
        SurveyedDevice(
            kind: kind, way: way?.rawValue, lane: lane, name: name ?? device.sysname, node: node,
            port: device.usb?.port,
            vendor: device.usb.map { hexadecimal($0.vendor) },
            product: device.usb.map { hexadecimal($0.product) },
            serial: device.usb?.serial, accepted: accepted, reason: reason)
    }
}
