import Scanning

/// A code of a product, and how many pieces one scan of it stands for.
struct PackCode: Equatable {
    /// The code.
    let code: Barcode
    /// The pieces in the carton; one for the code of a single piece.
    let pieces: Int64

    static func == (left: PackCode, right: PackCode) -> Bool {
        left.code.key == right.code.key && left.pieces == right.pieces
    }
}
