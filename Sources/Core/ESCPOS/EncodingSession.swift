import Receipts
import Symbols

/// One receipt on its way to bytes: what has been written, and the printer's settings by now.
struct EncodingSession {
    private(set) var writer = ByteWriter(capacity: 8192)
    private let profile: PrinterProfile
    private var pages: PageSwitch
    private var signs: SignTable
    private var isBold = false
    private var isDouble = false
    private var alignment = Alignment.left

    /// Gaps of at most so many cells are spaces, which need fewer bytes than a move.
    private static let mostSpaces = 4

    init(_ profile: PrinterProfile, rasters: [TextRun: Raster]) {
        self.profile = profile
        pages = PageSwitch(profile.codePages)
        signs = SignTable(rasters: rasters)
    }

    mutating func start(_ receipt: LaidOutReceipt) throws(EncodingError) {
        writer.start(
            codePage: pages.firstNumber, leavingChineseMode: profile.leavesChineseMode)
        guard profile.missingSigns == .userDefined else { return }
        let used = UsedBytes(of: receipt, on: pages)
        try signs.define(used.missing, avoiding: used, in: &writer)
    }

    mutating func add(_ line: LaidOutLine) throws(EncodingError) {
        switch line {
        case .text(let pieces): try add(pieces, isDouble: false)
        case .doubleText(let pieces): try add(pieces, isDouble: true)
        case .picture(let raster, let alignment, _): add(raster, alignment)
        case .barcode(let symbol, let moduleDots): try add(symbol, moduleDots)
        case .qr(let symbol, let moduleDots): add(symbol, moduleDots)
        case .pdf417(let symbol, let moduleDots): add(symbol, moduleDots)
        case .cut: writer.endReceipt(cutter: profile.cutter, tearLines: profile.tearLines)
        case .drawerPulse(let pin): openDrawer(pin)
        case .beep(let times):
            if let beeper = profile.beeper { writer.beep(times, by: beeper) }
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
        case .text(let text): try add(text)
        case .raster(let raster, let run):
            guard raster.height == Paper.cellHeightDots, !isDouble else {
                throw .wrongHeight(run)
            }
            writer.appendInline(raster)
        }
    }

    private mutating func add(_ text: String) throws(EncodingError) {
        var done = 0
        try text.forEachScalarValue { (value) throws(EncodingError) in
            if let byte = pages.table.byte(ofValue: value) {
                writer.append(byte)
            } else {
                try addMissing(value, in: text, at: done)
            }
            done += 1
        }
    }

    /// A character that the page in force lacks: of another page, or a sign of our own.
    private mutating func addMissing(
        _ value: UInt32, in text: String, at index: Int
    ) throws(EncodingError) {
        guard !signs.isKnown(value, isBold: isBold),
            let number = pages.change(for: value, before: text.unicodeScalars.dropFirst(index))
        else { return try signs.write(value, isBold: isBold, to: &writer) }
        writer.setCodePage(number)
        if let byte = pages.table.byte(ofValue: value) { writer.append(byte) }
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

// What does not stand on a line of text.
extension EncodingSession {
    private mutating func add(_ raster: Raster, _ alignment: Alignment) {
        set(alignment)
        writer.appendPicture(raster, for: profile)
    }

    private mutating func add(
        _ symbol: LinearSymbol, _ moduleDots: Int
    ) throws(EncodingError) {
        set(.centre)
        guard !profile.symbologies.contains(symbol.symbology) else {
            return writer.appendBarcode(symbol, moduleDots: moduleDots)
        }
        let height = ByteWriter.barHeightDots
        writer.appendPicture(
            Raster(symbol, moduleDots: moduleDots, heightDots: height), for: profile)
        // The text under the bars, which the printer would have added itself.
        let width = symbol.text.utf8.count * Paper.cellWidthDots
        let start = Alignment.centre.start(of: width, on: profile.paper.lineWidthDots)
        let piece = Piece(
            xDots: start / Paper.cellWidthDots * Paper.cellWidthDots, widthDots: width,
            isBold: false, content: .text(symbol.text))
        try add([piece], isDouble: false)
    }

    private mutating func add(_ symbol: QRSymbol, _ moduleDots: Int) {
        set(.centre)
        var native = ByteWriter(capacity: symbol.text.utf8.count + 64)
        native.appendQR(symbol, moduleDots: moduleDots)
        if symbol.text.utf8.count <= profile.qrBytes, RealTimeGuard.isHarmless(native.bytes) {
            writer.append(native.bytes)
        } else {
            writer.appendPicture(Raster(symbol.grid, moduleDots: moduleDots), for: profile)
        }
    }

    private mutating func add(_ symbol: PDF417Symbol, _ moduleDots: Int) {
        set(.centre)
        var native = ByteWriter(capacity: symbol.text.utf8.count + 64)
        native.appendPDF417(symbol, moduleDots: moduleDots)
        if profile.drawsPDF417, RealTimeGuard.isHarmless(native.bytes) {
            writer.append(native.bytes)
        } else {
            writer.appendPicture(Raster(symbol.grid, moduleDots: moduleDots), for: profile)
        }
    }

    private mutating func openDrawer(_ pin: DrawerPin?) {
        guard let pulse = profile.drawer else { return }
        let pin = pin ?? pulse.pin
        if profile.drawerPins.contains(pin) { writer.openDrawer(pulse.on(pin)) }
    }
}
