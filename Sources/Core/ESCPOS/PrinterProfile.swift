package import Receipts

/// What one kind of printer can do.
package struct PrinterProfile: Sendable {
    /// How signs that no code page has get onto paper.
    package enum MissingSigns: Hashable, Sendable {
        /// As user-defined characters, one byte each (`ESC &`); not every model has them.
        case userDefined
        /// As a bit image in the line (`ESC *`), which every model has.
        case bitImage
    }

    /// What people call it.
    package let name: String
    /// How much fits on its paper.
    package let paper: Paper
    /// The code page in use.
    package let codePage: CodePage
    /// How it prints `₹`.
    package let missingSigns: MissingSigns
    /// Whether it cuts; without a cutter the paper is fed past the tear bar.
    package let hasCutter: Bool
    /// How it opens the drawer; nil where none can be connected.
    package let drawer: DrawerPulse?

    /// Gathers a profile.
    package init(
        name: String, paper: Paper, codePage: CodePage = .pc858,
        missingSigns: MissingSigns = .bitImage, hasCutter: Bool = true,
        drawer: DrawerPulse? = DrawerPulse()
    ) {
        self.name = name
        self.paper = paper
        self.codePage = codePage
        self.missingSigns = missingSigns
        self.hasCutter = hasCutter
        self.drawer = drawer
    }

    /// The layout for this printer with the rasters at hand.
    package func layout(rasters: [TextRun: Raster]) -> Layout {
        Layout(paper: paper, repertoire: codePage.repertoire, rasters: rasters)
    }

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
        paper: Paper(columns: 32, widthDots: 384, barcodeModuleDots: 2), hasCutter: false)

    /// The safe profile for a number of columns: the widest one that is not wider.
    package static func safe(columns: Int) -> PrinterProfile {
        switch columns {
        case 48...: paper80
        case 42..<48: paper80Narrow
        default: paper58
        }
    }
}
