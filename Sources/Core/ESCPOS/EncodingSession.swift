import Receipts

/// One receipt on its way to bytes: what has been written, and the printer's settings by now.
struct EncodingSession {
    private(set) var writer = ByteWriter(capacity: 8192)
    private let profile: PrinterProfile
    private let page: CodePage.Table
    private var signs: SignTable
    private var isBold = false
    private var isDouble = false
    private var alignment = Alignment.left

    /// Gaps of at most so many cells are spaces, which need fewer bytes than a move.
    private static let mostSpaces = 4
    /// Lines from the print head to the tear bar of printers without a cutter.
    private static let tearLines: UInt8 = 4

    init(_ profile: PrinterProfile, rasters: [TextRun: Raster]) {
        self.profile = profile
        page = profile.codePage.bytes
        signs = SignTable(rasters: rasters)
    }

    mutating func start(_ receipt: LaidOutReceipt) throws(EncodingError) {
        writer.start(codePage: profile.codePage.number)
        guard profile.missingSigns == .userDefined else { return }
        let used = UsedBytes(of: receipt, on: page)
        try signs.define(used.missing, avoiding: used, in: &writer)
    }

    mutating func add(_ line: LaidOutLine) throws(EncodingError) {
        switch line {
        case .text(let pieces): try add(pieces, isDouble: false)
        case .doubleText(let pieces): try add(pieces, isDouble: true)
        case .picture(let raster, let alignment, _):
            set(alignment)
            writer.appendPicture(raster)
        case .barcode(let code, let moduleDots):
            set(.centre)
            writer.appendBarcode(code, moduleDots: moduleDots)
        case .cut:
            if profile.hasCutter { writer.cut() } else { writer.feed(lines: Self.tearLines) }
        case .drawerPulse:
            if let pulse = profile.drawer { writer.openDrawer(pulse) }
        }
    }

    private mutating func add(_ pieces: [Piece], isDouble: Bool) throws(EncodingError) {
        set(.left)
        if !pieces.isEmpty { set(isDouble: isDouble) }
        var position = 0
        for piece in pieces {
            move(from: position, to: piece.xDots)
            set(isBold: piece.isBold)
            try add(piece)
            position = piece.xDots + piece.widthDots
        }
        writer.endLine()
    }

    private mutating func add(_ piece: Piece) throws(EncodingError) {
        switch piece.content {
        case .text(let text):
            try text.forEachScalarValue { (value) throws(EncodingError) in
                try add(value)
            }
        case .raster(let raster, let run):
            guard raster.height == Paper.cellHeightDots, !isDouble else {
                throw .wrongHeight(run)
            }
            writer.appendInline(raster)
        }
    }

    private mutating func add(_ value: UInt32) throws(EncodingError) {
        if let byte = page.byte(ofValue: value) {
            writer.append(byte)
        } else {
            try signs.write(value, isBold: isBold, to: &writer)
        }
    }

    private mutating func move(from position: Int, to dots: Int) {
        let gap = dots - position
        guard gap != 0 else { return }
        let cell = isDouble ? Paper.cellWidthDots * 2 : Paper.cellWidthDots
        if gap > 0, gap % cell == 0, gap / cell <= Self.mostSpaces {
            for _ in 0..<(gap / cell) { writer.append(0x20) }
        } else {
            writer.move(toDots: dots)
        }
    }

    private mutating func set(isBold: Bool) {
        guard isBold != self.isBold else { return }
        self.isBold = isBold
        writer.setBold(isBold)
    }

    private mutating func set(isDouble: Bool) {
        guard isDouble != self.isDouble else { return }
        self.isDouble = isDouble
        writer.setDouble(isDouble)
    }

    private mutating func set(_ alignment: Alignment) {
        guard alignment != self.alignment else { return }
        self.alignment = alignment
        writer.setAlignment(alignment)
    }
}
