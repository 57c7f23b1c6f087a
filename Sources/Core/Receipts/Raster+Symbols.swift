package import Symbols

extension Raster {
    /// The modules of a symbol as squares of dots, without white around them.
    package init(_ grid: ModuleGrid, moduleDots: Int) {
        self.init(width: grid.width * moduleDots, height: grid.height * moduleDots)
        for y in 0..<grid.height {
            for x in 0..<grid.width where grid[x, y] {
                blacken(
                    x: (x * moduleDots)..<((x + 1) * moduleDots),
                    y: (y * moduleDots)..<((y + 1) * moduleDots))
            }
        }
    }

    /// The bars of a symbol, without white at their sides.
    package init(_ symbol: LinearSymbol, moduleDots: Int, heightDots: Int) {
        self.init(width: symbol.widthDots(moduleDots: moduleDots), height: heightDots)
        var x = 0
        for (index, width) in symbol.elementDots(moduleDots: moduleDots).enumerated() {
            if index % 2 == 0 { blacken(x: x..<(x + width), y: 0..<heightDots) }
            x += width
        }
    }

    private mutating func blacken(x columns: Range<Int>, y rows: Range<Int>) {
        for y in rows {
            for x in columns { self[x, y] = true }
        }
    }
}
