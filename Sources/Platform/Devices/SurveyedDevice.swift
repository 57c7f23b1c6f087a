/// A device that the kernel has, beside what Galla makes of it.
package struct SurveyedDevice: Hashable, Sendable {
    /// What it could be to a till.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An input device with keys, a serial line on USB, or a HID device of the scanner page.
        case scanner
        /// A USB device with an interface of the printer class.
        case printer
    }

    /// What it could be.
    package let kind: Kind
    /// The way in which it talks, if it could be a scanner.
    package let way: String?
    /// What the shop calls it, if it is a scanner with a lane.
    package let lane: String?
    /// What the device calls itself.
    package let name: String
    /// Its node under `/dev`, if it has one.
    package let node: String?
    /// The USB port path, if it is on USB.
    package let port: String?
    /// The vendor number as four hexadecimal digits, if it is on USB.
    package let vendor: String?
    /// The product number as four hexadecimal digits, if it is on USB.
    package let product: String?
    /// The serial number, if the device states one.
    package let serial: String?
    /// Whether Galla would take it.
    package let accepted: Bool
    /// Why, and for a device that is not taken what to do if it should be.
    package let reason: String

    /// Gathers one row of the survey.
    package init(
        kind: Kind, way: String? = nil, lane: String? = nil, name: String, node: String?,
        port: String?, vendor: String?, product: String?,
        serial: String?, accepted: Bool, reason: String
    ) {
        self.kind = kind
        self.way = way
        self.lane = lane
        self.name = name
        self.node = node
        self.port = port
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.accepted = accepted
        self.reason = reason
    }
}
