package import Receipts

/// The pictures that a printer keeps without power, and the two letters by which it knows each.
///
/// A shop's logo is sent once and costs eleven bytes on each receipt from then on. The printer's
/// memory wears out (Epson's reference of `GS ( L`: no more than ten writings a day): never store a
/// picture for each receipt.
package struct StoredPictures: Hashable, Sendable {
    /// Two bytes from 20h to 7Eh.
    package struct Key: Hashable, Sendable {
        let first: UInt8
        let second: UInt8

        /// Takes two letters of printable ASCII; nil for anything else.
        package init?(_ letters: String) {
            self.init(letters.utf8)
        }

        /// Takes the codes of two letters; nil for anything else.
        package init?(_ codes: some Collection<UInt8>) {
            let bytes = Array(codes)
            guard bytes.count == 2, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                return nil
            }
            (first, second) = (bytes[0], bytes[1])
        }

        /// The letters that follow from a picture's digest: another picture mostly has others.
        package init(digest: [UInt8]) {
            precondition(digest.count >= 4, "a digest is longer")
            first = Self.letter(digest[0], digest[1])
            second = Self.letter(digest[2], digest[3])
        }

        /// The codes of the two letters.
        package var codes: [UInt8] { [first, second] }

        private static func letter(_ high: UInt8, _ low: UInt8) -> UInt8 {
            UInt8(0x20 + (Int(high) << 8 + Int(low)) % 95)
        }
    }

    private let keys: [Raster: Key]

    /// Says what is known to be in the printer.
    package init(_ keys: [Raster: Key]) {
        self.keys = keys
    }

    /// Nothing is known to be stored.
    package static let none = StoredPictures([:])

    /// The letters of a picture that is stored.
    package func key(of raster: Raster) -> Key? {
        keys.isEmpty ? nil : keys[raster]
    }
}
