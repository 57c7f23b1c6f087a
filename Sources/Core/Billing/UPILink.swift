/// Who is paid by UPI: the shop's address there, as the configuration states it.
package struct UPIPayee: Hashable, Sendable {
    /// The virtual payment address (`shop@bank`).
    package let address: String
    /// The name that the customer's phone shows.
    package let name: String
    /// The merchant category code, four digits; nil where the shop has none.
    package let category: String?

    /// Gathers a payee.
    package init(address: String, name: String, category: String?) {
        self.address = address
        self.name = name
        self.category = category
    }

    /// Whether a text has the form of a virtual payment address: `name@handle`.
    package static func isAddress(_ text: String) -> Bool {
        let pieces = text.split(separator: "@", omittingEmptySubsequences: false)
        return pieces.count == 2 && text.utf8.count <= 255
            && pieces.allSatisfy { piece in
                !piece.isEmpty
                    && piece.utf8.allSatisfy { isUnreserved($0) && $0 != UInt8(ascii: "~") }
            }
    }

    /// RFC 3986: what stands in a URI as it is.
    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// The link that a UPI app opens from a QR code, asking for one amount for one attempt.
package struct UPILink: Hashable, Sendable {
    /// The text of the QR code: `upi://pay?pa=…&pn=…&mc=…&tr=…&am=500.00&cu=INR&tn=…`.
    package let uri: String

    /// Asks for an attempt's amount; `note` is what both sides read in their history.
    ///
    /// Values are percent-encoded as RFC 3986 says, a space as `%20`, because apps show a `+` as
    /// it stands. The `@` of the address stays, as NPCI's own examples have it.
    package init(payee: UPIPayee, attempt: PaymentAttempt, note: String) {
        let fields = [
            ("pa", payee.address), ("pn", payee.name), ("mc", payee.category ?? ""),
            ("tr", attempt.id), ("am", attempt.amount.digits), ("cu", "INR"), ("tn", note),
        ]
        let query = fields.filter { !$0.1.isEmpty }.map { $0.0 + "=" + Self.encoded($0.1) }
        uri = "upi://pay?" + query.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            if UPIPayee.isUnreserved(byte) || byte == UInt8(ascii: "@") {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
    }
}
