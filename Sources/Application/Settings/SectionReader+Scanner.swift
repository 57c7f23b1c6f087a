import Scanning

/// The settings of how scanners are plugged in.
extension SectionReader {
    /// The names of lanes, sorted, each with the port or the serial number of its scanner.
    mutating func lanes(_ key: String) -> [ShopSettings.Lane] {
        value(
            key, default: [],
            expected: "a name for each scanner, like \"Lane 1\" = \"port=1-1.2\" or "
                + "\"Lane 2\" = \"serial=19B1\" under [scanner.lanes]"
        ) { found in
            guard case .table(let entries) = found else { return nil }
            let lanes = entries.sorted { $0.key < $1.key }.compactMap { name, value in
                Self.lane(name, value)
            }
            let places = Set(lanes.map(\.place))
            return lanes.count == entries.count && places.count == lanes.count ? lanes : nil
        }
    }

    /// Speed and framing of serial lines.
    mutating func serialLine(_ key: String, default standard: String) -> String {
        value(
            key, default: standard, expected: "speed and framing in quotes, like \"9600 8N1\""
        ) { found in
            found.text(limit: 20).flatMap { SerialLine($0)?.description }
        }
    }

    private static func lane(_ name: String, _ value: SettingsValue) -> ShopSettings.Lane? {
        guard let name = SettingsValue.text(name).text(limit: 30),
            let place = value.text(limit: 80),
            ["port=", "serial="].contains(where: { place.hasPrefix($0) && place != $0 })
        else { return nil }
        return ShopSettings.Lane(name: name, place: place)
    }
}
