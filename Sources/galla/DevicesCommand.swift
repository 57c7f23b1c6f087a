import ArgumentParser
import Devices
import Foundation
import Settings

/// What the kernel has beside what Galla accepts, with the reason for each rejection.
struct DevicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices",
        abstract: "List scanners and printers: which Galla takes, and why not the others.")

    @OptionGroup var shop: ShopOptions

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() throws {
        let found = try survey(try shop.settings())
        if json {
            print(try Self.document(found))
        } else if found.isEmpty {
            print("The kernel has no scanner and no USB printer. Plug one in and look again.")
        } else {
            for device in found { print(Self.paragraph(device)) }
        }
        guard found.contains(where: \.accepted) else { throw ExitCode(2) }
    }

    private func survey(_ settings: ShopSettings) throws(Failure) -> [SurveyedDevice] {
        do throws(DeviceError) {
            let devices = try TillDevices(
                printer: settings.printer.uri, scanners: settings.scanner.uris)
            return try DeviceSurvey.take(
                scanners: try devices.scannerSetup(settings.scanner), printer: devices.usbPrinter)
        } catch {
            throw .failed(error)
        }
    }

    private static func paragraph(_ device: SurveyedDevice) -> String {
        let verdict = device.accepted ? "taken" : "not taken"
        let ids = [device.vendor, device.product].compactMap { $0 }.joined(separator: ":")
        let facts = [
            device.way, device.port.map { "port \($0)" }, ids.isEmpty ? nil : ids,
            device.serial.map { "serial \($0)" }, device.node,
        ]
        let name = device.lane.map { "\($0) (\(device.name))" } ?? device.name
        return "\(device.kind.rawValue)  \(name)  \(verdict)\n"
            + "    " + facts.compactMap { $0 }.joined(separator: "  ") + "\n    \(device.reason)"
    }

    private static func document(_ devices: [SurveyedDevice]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let rows = devices.map { device in
            DeviceRow(
                kind: device.kind.rawValue, way: device.way, lane: device.lane, name: device.name,
                node: device.node,
                port: device.port, vendor: device.vendor, product: device.product,
                serial: device.serial, accepted: device.accepted, reason: device.reason)
        }
        return String(decoding: try encoder.encode(rows), as: UTF8.self)
    }
}

/// A surveyed device as JSON.
private struct DeviceRow: Encodable {
    let kind: String
    let way: String?
    let lane: String?
    let name: String
    let node: String?
    let port: String?
    let vendor: String?
    let product: String?
    let serial: String?
    let accepted: Bool
    let reason: String
}
