package import ESCPOS

/// Turns an order into the bytes that one kind of printer prints.
///
/// Made and used on the printer's thread.
package protocol ReceiptPress: AnyObject {
    /// The bytes of a whole receipt. Throws when it cannot be drawn for this printer.
    func bytes(for order: PrintOrder) throws(PressError) -> [UInt8]

    /// The bytes that open the drawer and print nothing; nil where the printer has none.
    var drawerPulse: [UInt8]? { get }

    /// What knows whether the printer's memory has the shop's picture; nil where nobody asks.
    var keeper: PictureKeeper? { get set }

    /// The printer that the next receipts go to was opened; nil where it says nothing of itself.
    func meet(_ clues: PrinterClues?)
}

extension ReceiptPress {
    /// A press that is asked for paper only.
    package var drawerPulse: [UInt8]? { nil }

    /// Most presses send all that they print.
    package var keeper: PictureKeeper? {
        get { nil }
        set {}
    }

    /// Most printings are the same on every printer.
    package func meet(_ clues: PrinterClues?) {}
}

/// A receipt that cannot be drawn; the sentence says why and what to do.
package struct PressError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a person is told.
    package let description: String

    /// Makes an error from its sentence.
    package init(_ description: String) {
        self.description = description
    }
}
