/// The commands that ask a printer how it is, and tell it to recover.
///
/// None of them stands inside another command or a picture: they are sent between receipts only.
package enum StatusCommand: Hashable, Sendable {
    /// `DLE EOT n`, n from 1 to 4: printer, offline cause, error, paper.
    case realTime(UInt8)
    /// `GS r 1`: the paper sensors, after everything before it was processed.
    case inOrder
    /// `GS a 0F`: push drawer, online, error and paper from now on.
    case push
    /// `GS ( H` function 48: say when everything before it is on paper.
    case confirm(ProcessID)
    /// `GS ( L` function 64: list the pictures that are kept without power.
    case pictures
    /// `DLE ENQ 1`: go on with the line where the error came.
    case goOn
    /// `DLE ENQ 2`: forget what is in the buffers and be ready.
    case clear

    /// The command's bytes.
    package var bytes: [UInt8] {
        switch self {
        case .realTime(let number): [0x10, 0x04, number]
        case .inOrder: [0x1D, 0x72, 1]
        case .push: [0x1D, 0x61, 0x0F]
        case .confirm(let id): [0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30] + id.characters
        case .pictures: [0x1D, 0x28, 0x4C, 4, 0, 48, 64, 75, 67]
        case .goOn: [0x10, 0x05, 1]
        case .clear: [0x10, 0x05, 2]
        }
    }
}
