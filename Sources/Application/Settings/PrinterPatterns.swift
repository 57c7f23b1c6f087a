/// A USB id of a profile: a maker's number and a product's, or any product of the maker.
struct USBPattern: Hashable {
    let vendor: UInt16
    let product: UInt16?

    /// Reads `04b8:0e28` or `04b8:*`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let vendor = Self.number(parts[0]) else { return nil }
        self.vendor = vendor
        if parts[1] == "*" {
            product = nil
        } else {
            guard let number = Self.number(parts[1]) else { return nil }
            product = number
        }
    }

    private static func number(_ text: Substring) -> UInt16? {
        let digits = Array("0123456789abcdef".utf8)
        guard text.utf8.count == 4, text.utf8.allSatisfy({ digits.contains($0) }) else {
            return nil
        }
        return UInt16(text, radix: 16)
    }
}

/// A model of a profile: `EPSON/TM-T20III`, or the beginning of its name, `EPSON/TM-T88*`.
struct ModelPattern: Hashable {
    let maker: String
    let model: String
    let isBeginning: Bool

    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        maker = parts[0].lowercased()
        isBeginning = parts[1].hasSuffix("*")
        model = (isBeginning ? parts[1].dropLast() : parts[1]).lowercased()
        guard !model.contains("*"), maker != "*" || !model.isEmpty else { return nil }
    }

    /// Whether a printer says that it is such a one; `*` is any maker.
    func fits(maker: String?, model: String) -> Bool {
        let name = model.lowercased().trimmingSpaces()
        guard self.maker == "*" || self.maker == maker?.lowercased().trimmingSpaces() else {
            return false
        }
        return isBeginning ? name.hasPrefix(self.model) : name == self.model
    }
}

extension String {
    fileprivate func trimmingSpaces() -> String {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
