import Hotplug
import SystemPackage
import USB

/// Finds the printer that an address means among the USB devices that are there.
struct USBPrinterFinder {
    private let selector: USBSelector

    init(_ selector: USBSelector) {
        self.selector = selector
    }

    /// The printer, or a sentence that says why there is none.
    func find() throws(HotplugError) -> Result<USBPrinterCandidate, DeviceError> {
        let devices = try DeviceList.devices(subsystem: "usb", deviceType: "usb_device")
        var rejected: [DeviceError] = []
        for record in devices.sorted(by: isBefore) {
            guard let device = record.usb, isMeant(device) else { continue }
            switch candidate(record, device) {
            case .success(let candidate): return .success(candidate)
            case .failure(let reason): rejected.append(reason)
            }
        }
        // Without a name in the address a mouse that is no printer is nothing to speak of.
        return .failure((selector == .first ? nil : rejected.first) ?? notPluggedIn)
    }

    private func isMeant(_ device: USBParent) -> Bool {
        switch selector {
        case .first: true
        case .model(let vendor, let product):
            device.vendor == vendor && device.product == product
        case .serial(let serial): device.serial == serial
        case .port(let port): device.port == port
        }
    }

    private func candidate(
        _ record: DeviceRecord, _ device: USBParent
    ) -> Result<USBPrinterCandidate, DeviceError> {
        let name = USBPrinterCandidate.name(of: device)
        guard let node = record.node, let (descriptors, active) = descriptors(of: record) else {
            return .failure(DeviceError("\(name) is just coming or going; it is looked at again."))
        }
        guard
            let setting = PrinterInterface.best(
                in: descriptors, configurationIndex: active, isNamed: selector.isModel)
        else {
            let kinds = Set(descriptors.settings.map(\.kind.description)).sorted()
            return .failure(
                DeviceError(
                    "\(name) is no printer that Galla can use: its interfaces are "
                        + "\(kinds.joined(separator: ", ")), a printer has 7/1/2 or 7/1/1. Look "
                        + "in its manual for the USB mode “printer class”, or name it with "
                        + "usb:VENDOR:PRODUCT."))
        }
        return .success(
            USBPrinterCandidate(
                name: name, syspath: record.syspath, node: node,
                isInitialised: record.isInitialised, setting: setting,
                numbers: PrinterIdentity.USBNumbers(
                    vendor: device.vendor, product: device.product)))
    }

    private func descriptors(of record: DeviceRecord) -> (DeviceDescriptors, UInt8)? {
        do {
            let descriptors = try DeviceDescriptors.read(syspath: record.syspath).get()
            return (descriptors, try descriptors.activeConfiguration(syspath: record.syspath))
        } catch {
            // Gone between the list and the look, or nonsense from a broken device: in both
            // cases there is nothing to print on.
            return nil
        }
    }

    private var notPluggedIn: DeviceError {
        let which =
            switch selector {
            case .first: "No USB printer is plugged in"
            case .model, .serial: "The printer usb:\(selector) is not plugged in"
            case .port(let port): "Nothing is plugged into USB port \(port)"
            }
        return DeviceError(
            "\(which). Check its cable and its switch; it is used as soon as it is there.")
    }

    private func isBefore(_ one: DeviceRecord, _ other: DeviceRecord) -> Bool {
        portNumbers(one).lexicographicallyPrecedes(portNumbers(other))
    }

    /// `1-1.10` as numbers, so that it comes after `1-1.9`.
    private func portNumbers(_ record: DeviceRecord) -> [Int] {
        record.sysname.split { $0 == "-" || $0 == "." }.map { Int($0) ?? 0 }
    }
}
