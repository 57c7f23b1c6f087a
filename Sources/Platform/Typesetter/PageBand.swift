/// A strip of a page as it is to be drawn: two equal ones look the same.
struct PageBand: Hashable {
    let y: Int
    let height: Int
    let colours: Colours
    var pieces: [Piece] = []

    /// What is drawn on what, `0x00RRGGBB`.
    struct Colours: Hashable {
        let ink: UInt32
        let paper: UInt32

        static let text = Colours(ink: 0x10_1010, paper: 0xFF_FFFF)
        static let heading = Colours(ink: 0xFF_FFFF, paper: 0x0B_3D_60)
        static let notice = Colours(ink: 0x00_0000, paper: 0xFF_D23F)
        static let field = Colours(ink: 0x10_1010, paper: 0xE6_EE_F5)
        static let keys = Colours(ink: 0xFF_FFFF, paper: 0x33_33_33)
    }

    /// Something in a band, its place counted from the band's corner.
    enum Piece: Hashable {
        case text(PageText, x: Int, y: Int)
        /// One line that stands on a baseline, so that scripts beside each other do.
        case line(PageText, x: Int, baseline: Int)
        case code(String, x: Int, y: Int, size: Int)
    }
}

/// A text in one size, in a room of its own.
struct PageText: Hashable {
    let text: String
    let size: Double
    var isBold = false
    /// How wide it may be; it goes on in the next line then, or ends in dots.
    let room: Int
    var wraps = false
    var isRight = false
}
