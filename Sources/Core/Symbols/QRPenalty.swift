/// How hard a QR symbol is to read, by the rules of ISO/IEC 18004, 7.8.3.
enum QRPenalty {
    static func of(_ grid: ModuleGrid) -> Int {
        let size = grid.width
        let modules = grid.modules
        var penalty = 0
        for line in 0..<size {
            penalty += ofLine(modules, from: line * size, step: 1, count: size)
            penalty += ofLine(modules, from: line, step: size, count: size)
        }
        return penalty + ofBlocks(modules, size) + ofBalance(modules)
    }

    /// Runs of five and more of one colour, and patterns that look like a finder.
    private static func ofLine(_ modules: [Bool], from start: Int, step: Int, count: Int) -> Int {
        var penalty = 0
        var run = 0
        var before = false
        // The last eleven modules, the newest in the lowest bit.
        var window = 0
        var place = start
        for index in 0..<count {
            let isDark = modules[place]
            place += step
            run = index > 0 && before == isDark ? run + 1 : 1
            before = isDark
            if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
            window = (window << 1 | (isDark ? 1 : 0)) & 0x7FF
            if index >= 10, window == 0b10111010000 || window == 0b00001011101 { penalty += 40 }
        }
        return penalty
    }

    private static func ofBlocks(_ modules: [Bool], _ size: Int) -> Int {
        var penalty = 0
        for y in 1..<size {
            for place in (y * size + 1)..<(y * size + size) {
                let isDark = modules[place]
                if modules[place - 1] == isDark, modules[place - size] == isDark,
                    modules[place - size - 1] == isDark
                {
                    penalty += 3
                }
            }
        }
        return penalty
    }

    /// Ten for each five hundredths by which dark and light differ from a half.
    private static func ofBalance(_ modules: [Bool]) -> Int {
        var dark = 0
        for isDark in modules where isDark { dark += 1 }
        return abs(dark * 20 - modules.count * 10) / modules.count * 10
    }
}
