import Kiosk

/// Puts a kiosk's page in its places on a screen: a heading, what there is to read, the keys.
///
/// Sizes follow the screen: what is 24 dots high on 800 × 480 is 54 on 1920 × 1080.
struct PageLayout {
    let width: Int
    let height: Int
    /// How high a text is in its room.
    let measure: (PageText) throws(TypesetterError) -> Int

    private var scale: Double { min(Double(width) / 800, Double(height) / 480) }
    private var margin: Int { dots(20) }

    private func dots(_ design: Double) -> Int { max(1, Int(design * scale)) }

    /// The page as strips from the top to the bottom of the screen, without a gap.
    func bands(of page: KioskPage) throws(TypesetterError) -> [PageBand] {
        let head = try block(
            [PageText(text: page.title, size: 34 * scale, isBold: true, room: room, wraps: true)],
            at: 0, .heading, padding: 10)
        let foot = try keys(page.keys)
        var below = height - foot.height
        var bands = [head]
        var tail = [PageBand(y: below, height: foot.height, colours: .keys, pieces: foot.pieces)]
        if let notice = page.notice {
            let text = PageText(text: notice, size: 26 * scale, room: room, wraps: true)
            let band = try block([text], at: 0, .notice, padding: 8)
            below -= band.height
            tail.insert(
                PageBand(
                    y: below, height: band.height, colours: .notice, pieces: band.pieces), at: 0)
        }
        bands += try middle(page, from: head.height, to: below)
        return bands + tail
    }

    private var room: Int { width - 2 * margin }

    /// What lies between the heading and the keys.
    private func middle(
        _ page: KioskPage, from top: Int, to bottom: Int
    ) throws(TypesetterError) -> [PageBand] {
        if let code = page.code { return [try coded(page, code, from: top, to: bottom)] }
        var rows: [PageBand] = []
        var y = 0
        for row in page.rows {
            let band = try self.row(row, at: y, room: room)
            rows.append(band)
            y += band.height
        }
        // Rows stand at the bottom under articles, else they begin at the top.
        let hasLines = !page.lines.isEmpty
        let start = hasLines ? max(top, bottom - y) : top + dots(16)
        let lines = hasLines ? self.lines(page.lines, from: top, to: start) : []
        let placed = rows.map { band in
            PageBand(
                y: start + band.y, height: band.height, colours: band.colours,
                pieces: band.pieces)
        }
        return filled(lines + placed, from: top, to: bottom)
    }

    /// Articles, the newest at the bottom; above them a row of dots for those that have no room.
    private func lines(_ lines: [KioskPage.Line], from top: Int, to bottom: Int) -> [PageBand] {
        let high = dots(36)
        let most = max(1, (bottom - top) / high)
        let shown = lines.count > most ? Array(lines.suffix(max(1, most - 1))) : lines
        var bands: [PageBand] = []
        if shown.count < lines.count {
            let more = PageText(
                text: "… \(lines.count - shown.count)", size: 22 * scale, room: room)
            bands.append(
                PageBand(
                    y: top, height: high, colours: .text,
                    pieces: [.line(more, x: margin, baseline: dots(26))]))
        }
        let (count, amount) = (room * 30 / 100, room * 20 / 100)
        let name = room - count - amount
        for line in shown {
            let texts = [
                (PageText(text: line.name, size: 24 * scale, room: name - margin), 0),
                (PageText(text: line.count, size: 22 * scale, room: count, isRight: true), name),
                (
                    PageText(
                        text: line.amount, size: 24 * scale, isBold: true, room: amount,
                        isRight: true), name + count
                ),
            ]
            bands.append(
                PageBand(
                    y: top + bands.count * high, height: high, colours: .text,
                    pieces: texts.map { .line($0.0, x: margin + $0.1, baseline: dots(26)) }))
        }
        return bands
    }

    /// One row: a text, or a text with its value at the right.
    private func row(
        _ row: KioskPage.Row, at y: Int, room: Int
    ) throws(TypesetterError) -> PageBand {
        let size: Double =
            switch row.style {
            case .plain: 25
            case .large: 38
            case .field: 34
            }
        let hasValue = !row.value.isEmpty || row.style == .field
        let isBold = row.style != .plain
        guard hasValue else {
            return try block(
                [
                    PageText(
                        text: row.text, size: size * scale, isBold: isBold, room: room,
                        wraps: true)
                ], at: y, .text, padding: 7)
        }
        let left = PageText(
            text: row.text, size: min(size, 26) * scale, room: room * 45 / 100, wraps: true)
        let right = PageText(
            text: row.value + (row.style == .field ? "▏" : ""), size: size * scale,
            isBold: isBold, room: room * 55 / 100, wraps: true, isRight: row.style != .field)
        let (leftHeight, rightHeight) = (try measure(left), try measure(right))
        guard try rightHeight <= measure(right.shortened) else {
            let below = PageText(
                text: row.value, size: size * scale * 0.8, isBold: isBold, room: room, wraps: true)
            return try block([left, below], at: y, .text, padding: 7)
        }
        let inner = max(leftHeight, rightHeight)
        return PageBand(
            y: y, height: inner + 2 * dots(7), colours: row.style == .field ? .field : .text,
            pieces: [
                .text(left, x: margin, y: dots(7) + (inner - leftHeight) / 2),
                .text(
                    right, x: margin + room - right.room, y: dots(7) + (inner - rightHeight) / 2),
            ])
    }

    /// Rows at the left, the code at the right: one strip.
    private func coded(
        _ page: KioskPage, _ code: String, from top: Int, to bottom: Int
    ) throws(TypesetterError) -> PageBand {
        let high = bottom - top
        let size = max(1, min(high - 2 * dots(8), width * 46 / 100))
        let left = width - size - 3 * margin
        var pieces: [PageBand.Piece] = [
            .code(code, x: width - size - margin, y: (high - size) / 2, size: size)
        ]
        var y = dots(10)
        for row in page.rows {
            let band = try self.row(row, at: 0, room: left)
            pieces += band.pieces.map { $0.moved(down: y) }
            y += band.height
        }
        return PageBand(y: top, height: high, colours: .text, pieces: pieces)
    }

    /// What the keys do, in as many rows as it takes.
    private func keys(
        _ hints: [KioskPage.Hint]
    ) throws(TypesetterError) -> (height: Int, pieces: [PageBand.Piece]) {
        let text = PageText(
            text: hints.map { "[\($0.key)] \($0.text)" }.joined(separator: "     "),
            size: 22 * scale, room: room, wraps: true)
        let high = try measure(text) + 2 * dots(9)
        return (high, [.text(text, x: margin, y: dots(9))])
    }

    /// Texts below each other in one strip.
    private func block(
        _ texts: [PageText], at y: Int, _ colours: PageBand.Colours, padding: Double
    ) throws(TypesetterError) -> PageBand {
        var high = dots(padding)
        var pieces: [PageBand.Piece] = []
        for text in texts {
            pieces.append(.text(text, x: margin, y: high))
            high += try measure(text)
        }
        return PageBand(y: y, height: high + dots(padding), colours: colours, pieces: pieces)
    }

    /// The strips with empty ones where nothing is, cut off at the bottom.
    private func filled(_ bands: [PageBand], from top: Int, to bottom: Int) -> [PageBand] {
        var filled: [PageBand] = []
        var y = top
        for band in bands where band.y + band.height <= bottom && band.y >= y {
            if band.y > y { filled.append(PageBand(y: y, height: band.y - y, colours: .text)) }
            filled.append(band)
            y = band.y + band.height
        }
        if y < bottom { filled.append(PageBand(y: y, height: bottom - y, colours: .text)) }
        return filled
    }
}

extension PageText {
    /// Its first sign, to see how high one line is.
    fileprivate var shortened: PageText {
        PageText(text: String(text.prefix(1)), size: size, isBold: isBold, room: room)
    }
}

extension PageBand.Piece {
    /// The same further down.
    fileprivate func moved(down: Int) -> PageBand.Piece {
        switch self {
        case .text(let text, let x, let y): .text(text, x: x, y: y + down)
        case .line(let text, let x, let y): .line(text, x: x, baseline: y + down)
        case .code(let text, let x, let y, let size): .code(text, x: x, y: y + down, size: size)
        }
    }
}
