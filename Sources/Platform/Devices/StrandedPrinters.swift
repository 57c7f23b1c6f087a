package import Hotplug
import SystemPackage
import USB

/// Printers that a killed program left without the kernel's driver: nobody else can print on them.
///
/// A program that ends gives the interface back; one that is killed cannot, and `usblp` stays away
/// until somebody asks for it.
package enum StrandedPrinters {
    /// A printer's interface that no driver has.
    package struct Interface: Hashable, Sendable {
        /// What a person calls the printer.
        package let name: String
        /// The node that its device is opened by.
        package let node: String
        /// The interface's number.
        package let number: UInt8
    }

    /// The stranded printers that are plugged in now; throws when udev cannot be asked.
    package static func find() throws(HotplugError) -> [Interface] {
        find(in: try DeviceList.devices(subsystem: "usb"))
    }

    /// The same of USB devices and interfaces that have been listed already.
    ///
    /// An interface that a program is using has the driver `usbfs` and is not among them.
    package static func find(in records: [DeviceRecord]) -> [Interface] {
        records.compactMap { record in
            guard record.properties["INTERFACE"]?.hasPrefix("7/1/") == true,
                record.properties["DRIVER"] == nil, let usb = record.usb,
                let node = records.first(where: { $0.sysname == usb.port })?.node,
                // `1-1.2:1.0`: port, configuration, interface.
                let number = record.sysname.split(separator: ".").last.flatMap({ UInt8($0) })
            else { return nil }
            return Interface(
                name: USBPrinterCandidate.name(of: usb), node: node, number: number)
        }
    }

    /// Gives them back to the kernel; answers those that `usblp` has again.
    ///
    /// What cannot be given back is left as it is: another program may have just opened it, the
    /// right may be missing, or the kernel may have no `usblp`.
    package static func giveBack() -> [Interface] {
        do {
            let stranded = try find()
            guard !stranded.isEmpty else { return [] }
            let context = try USBContext()
            return stranded.filter { isGivenBack($0, in: context) }
        } catch {
            return []
        }
    }

    private static func isGivenBack(_ interface: Interface, in context: USBContext) -> Bool {
        do throws(USBDeviceHandle.OpenFailure) {
            let device = try USBDeviceHandle(node: interface.node, in: context)
            return device.attachKernelDriver(of: interface.number)
        } catch {
            // Gone by now, or not ours to open.
            return false
        }
    }
}
