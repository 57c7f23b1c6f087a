import ESCPOS
import Receipts

extension PaperReader {
    /// The commands that start with `ESC`.
    mutating func readEscape() throws(PaperError) {
        switch try cursor.next() {
        case 0x24: try readMove()
        case 0x25: usesDefinedCharacters = try cursor.flag()
        case 0x26: try readDefinition()
        case 0x28: try readBeeps()
        case 0x2A: try readInlineImage()
        case 0x32:
            try requireLineStart()
            isBanded = false
        case 0x33:
            try requireLineStart()
            try cursor.expect(24)
            isBanded = true
        case 0x40: try initialise()
        case 0x42:
            guard profile.beeper == .escapeB else { throw cursor.error("no such beeper") }
            paper.events.append(.beep(times: Int(try cursor.next())))
            try cursor.expect(3)
        case 0x45: isBold = try cursor.flag()
        case 0x61: try readAlignment()
        case 0x64:
            guard profile.cutter == .none else { throw cursor.error("feeds in place of a cut") }
            paper.events.append(.feed(lines: Int(try cursor.next())))
        case 0x70: try readDrawer()
        case 0x74: try readCodePage()
        case let other: throw cursor.error("ESC \(other) is not in use")
        }
    }

    /// `ESC @` takes back every setting and every defined character.
    private mutating func initialise() throws(PaperError) {
        try requireLineStart()
        alignment = .left
        isBold = false
        isDouble = false
        usesDefinedCharacters = false
        definedCharacters = [:]
    }

    private mutating func readCodePage() throws(PaperError) {
        let number = try cursor.next()
        guard let known = profile.codePages.first(where: { $0.number == number }) else {
            throw cursor.error("this printer has no code page \(number)")
        }
        page = known
    }

    private mutating func readBeeps() throws(PaperError) {
        guard profile.beeper == .escapeA else { throw cursor.error("no such beeper") }
        try cursor.expect(0x41, 5, 0, 97, 100)
        paper.events.append(.beep(times: Int(try cursor.next())))
        try cursor.expect(1, 1)
    }

    private mutating func readMove() throws(PaperError) {
        let dots = try cursor.littleEndian()
        guard dots >= position, dots < profile.paper.lineWidthDots else {
            throw cursor.error("a move from \(position) to \(dots)")
        }
        position = dots
    }

    private mutating func readDefinition() throws(PaperError) {
        guard profile.missingSigns == .userDefined else {
            throw cursor.error("this printer has no characters of ours")
        }
        try cursor.expect(3)
        let code = try cursor.next()
        guard (0x20...0x7E).contains(code), try cursor.next() == code else {
            throw cursor.error("one printable character is defined at a time")
        }
        let width = Int(try cursor.next())
        guard width == Paper.cellWidthDots else { throw cursor.error("\(width) dots wide") }
        definedCharacters[code] = try readColumns(width)
    }

    private mutating func readInlineImage() throws(PaperError) {
        try cursor.expect(33)
        let width = try cursor.littleEndian()
        let raster = try readColumns(width)
        if isBanded { return try readBand(raster) }
        let text = known.text(of: raster) ?? unknown(raster)
        try place(text, width: width, raster: raster)
    }

    private mutating func readColumns(_ width: Int) throws(PaperError) -> Raster {
        guard width > 0 else { throw cursor.error("an image without width") }
        let data = try cursor.next(width * 3)
        var raster = Raster(width: width, height: 24)
        for (index, byte) in data.enumerated() {
            for bit in 0..<8 where byte << bit & 0x80 != 0 {
                raster[index / 3, index % 3 * 8 + bit] = true
            }
        }
        return raster
    }

    private mutating func readAlignment() throws(PaperError) {
        try requireLineStart()
        let code = Int(try cursor.next())
        let all: [Alignment] = [.left, .centre, .right]
        guard all.indices.contains(code) else { throw cursor.error("no alignment \(code)") }
        alignment = all[code]
    }

    private mutating func readDrawer() throws(PaperError) {
        let code = try cursor.next()
        let times = try cursor.next(2)
        guard let pin = DrawerPin(rawValue: code), profile.drawerPins.contains(pin), times[0] > 0,
            times[1] >= times[0]
        else {
            throw cursor.error("a drawer impulse of \(times) on \(code)")
        }
        paper.events.append(.drawer(pin))
    }
}
