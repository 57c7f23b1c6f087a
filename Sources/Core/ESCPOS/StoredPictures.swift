package import Receipts

/// The pictures that a printer keeps without power, and the two letters by which it knows each.
///
/// A shop's logo is sent once and costs eleven bytes on each receipt from then on. The printer's
/// memory bears some ten thousand writings: never store a picture for each receipt.
package struct StoredPictures: Hashable, Sendable {
    /// Two bytes from 20h to 7Eh.
    package struct Key: Hashable, Sendable {
        let first: UInt8
        let second: UInt8

        /// Takes two letters of printable ASCII; nil for anything else.
        package init?(_ letters: String) {
            let bytes = Array(letters.utf8)
            guard bytes.count == 2, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                return nil
            }
            (first, second) = (bytes[0], bytes[1])
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
