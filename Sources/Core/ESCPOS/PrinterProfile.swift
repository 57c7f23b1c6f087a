package import Receipts
package import Symbols

/// What one kind of printer can do.
package struct PrinterProfile: Hashable, Sendable {
    /// How signs that no code page has get onto paper.
    package enum MissingSigns: String, Hashable, Sendable, CaseIterable {
        /// As user-defined characters, one byte each (`ESC &`); not every model has them.
        case userDefined = "ESC &"
        /// As a bit image in the line (`ESC *`), which every model has.
        case bitImage = "ESC *"
    }

    /// What people call it.
    package var name: String
    /// How much fits on its paper.
    package var paper: Paper
    /// The code pages it has, the one to start with first; at least one.
    package var codePages: [CodePage]
    /// How it prints `₹`.
    package var missingSigns: MissingSigns
    /// How it takes a picture.
    package var pictures: PictureCommand
    /// The most rows of dots in one picture command: some printers read the count as one byte.
    package var sliceRows: Int
    /// The bars that it draws itself; others are sent as dots.
    package var symbologies: Set<Symbology>
    /// The most bytes of a QR symbol that it draws itself; 0 where it draws none.
    package var qrBytes: Int
    /// Whether it draws PDF417 itself.
    package var drawsPDF417: Bool
    /// Whether it keeps pictures without power (`GS ( L`, functions 67 and 69).
    package var keepsPictures: Bool
    /// How it cuts.
    package var cutter: Cutter
    /// The lines from its print head to where the paper is torn, for printers without a cutter.
    package var tearLines: Int
    /// How it opens the drawer, on the first of its pins; nil where none can be connected.
    package var drawer: DrawerPulse?
    /// The pins that its connector drives.
    package var drawerPins: Set<DrawerPin>
    /// How it makes a tone; nil where it has no beeper.
    package var beeper: Beeper?
    /// Whether `FS .` is sent after `ESC @`: many printers wake up reading Chinese.
    package var leavesChineseMode: Bool

    /// Gathers a profile; what is not said is what the safest printers do.
    package init(
        name: String, paper: Paper, codePages: [CodePage] = [.pc858],
        missingSigns: MissingSigns = .bitImage, pictures: PictureCommand = .rasterBlock,
        sliceRows: Int = 255, symbologies: Set<Symbology> = Set(Symbology.allCases),
        qrBytes: Int = 0, cutter: Cutter = .partial, drawer: DrawerPulse? = DrawerPulse()
    ) {
        precondition(!codePages.isEmpty, "a printer has a code page")
        self.name = name
        self.paper = paper
        self.codePages = codePages
        self.missingSigns = missingSigns
        self.pictures = pictures
        self.sliceRows = sliceRows
        self.symbologies = symbologies
        self.qrBytes = qrBytes
        drawsPDF417 = false
        keepsPictures = false
        self.cutter = cutter
        tearLines = 4
        self.drawer = drawer
        drawerPins = drawer == nil ? [] : [.two, .five]
        beeper = nil
        leavesChineseMode = true
    }

    /// Every character of its code pages.
    package var repertoire: Repertoire {
        Repertoire(resident: codePages.flatMap { $0.upperHalf.filter { $0 != " " } })
    }

    /// The layout for this printer with the rasters at hand.
    package func layout(rasters: [TextRun: Raster]) -> Layout {
        Layout(paper: paper, repertoire: repertoire, rasters: rasters)
    }
}
