/// The name of an xkb layout and, in brackets, of its variant: `us`, `de(nodeadkeys)`.
package struct LayoutName: Hashable, Sendable, CustomStringConvertible {
    /// The layout (`de`).
    package let layout: String
    /// The variant (`nodeadkeys`); empty for the layout's usual one.
    package let variant: String

    /// Reads a name; whether the machine knows it shows when the layout is read.
    package init(_ text: String) throws(KeymapError) {
        let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
        layout = String(parts[0])
        if parts.count == 2 {
            guard parts[1].hasSuffix(")") else { throw .malformed(text) }
            variant = String(parts[1].dropLast())
            guard Self.isWord(variant) else { throw .malformed(text) }
        } else {
            variant = ""
        }
        guard Self.isWord(layout) else { throw .malformed(text) }
    }

    /// The name as it is written.
    package var description: String {
        variant.isEmpty ? layout : "\(layout)(\(variant))"
    }

    /// No comma, which would name two layouts, and nothing that could name a file elsewhere.
    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 40
            && text.utf8.allSatisfy {
                0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x2D
                    || $0 == 0x5F
            }
    }
}
