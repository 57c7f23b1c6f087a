import Receipts

extension PrinterProfile {
    /// Paper of 80 mm, 48 columns of 12 dots.
    package static let paper80 = PrinterProfile(
        name: "80 mm, 48 columns",
        paper: Paper(columns: 48, widthDots: 576, barcodeModuleDots: 2))
    /// Paper of 80 mm on a narrower head, 42 columns of 12 dots.
    package static let paper80Narrow = PrinterProfile(
        name: "80 mm, 42 columns",
        paper: Paper(columns: 42, widthDots: 512, barcodeModuleDots: 2))
    /// Paper of 58 mm, 32 columns of 12 dots; such printers seldom have a cutter.
    package static let paper58 = PrinterProfile(
        name: "58 mm, 32 columns",
        paper: Paper(columns: 32, widthDots: 384, barcodeModuleDots: 2), cutter: .none)

    /// The safe profile for a number of columns: the widest one that is not wider.
    package static func safe(columns: Int) -> PrinterProfile {
        switch columns {
        case 48...: paper80
        case 42..<48: paper80Narrow
        default: paper58
        }
    }

    /// The same printer with other paper, or a person's wish, in it.
    package func with(columns: Int) -> PrinterProfile {
        var changed = self
        changed.paper = Paper(
            columns: columns, widthDots: columns * Paper.cellWidthDots,
            barcodeModuleDots: paper.barcodeModuleDots)
        return changed
    }
}
