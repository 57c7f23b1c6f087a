import CPango
import Receipts

/// A text shaped by Pango in one font size, ready to be measured and drawn.
@safe
struct TextShape: ~Copyable {
    private let layout: OpaquePointer

    /// The extent of the ink in dots, relative to the start of the baseline.
    struct Extent {
        let left: Int
        let right: Int
        let top: Int
        let bottom: Int
    }

    /// The room of a text that has one.
    struct Room {
        /// How wide it is.
        let dots: Int
        /// Whether the text goes on in further lines; else it ends in dots where the room does.
        let wraps: Bool
        /// Whether it ends at the right edge.
        let isRight: Bool
    }

    /// Shapes a text with the installed fonts that come nearest to `family`.
    init(
        _ text: String, in fonts: borrowing FontContext, family: String, isBold: Bool,
        sizeDots: Double, room: Room? = nil
    ) throws(TypesetterError) {
        guard let font = unsafe pango_font_description_new() else { throw .noMemory }
        defer { unsafe pango_font_description_free(font) }
        guard let layout = unsafe pango_layout_new(fonts.context) else { throw .noMemory }
        unsafe self.layout = layout
        unsafe pango_font_description_set_family(font, family)
        unsafe pango_font_description_set_weight(
            font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        unsafe pango_font_description_set_absolute_size(font, sizeDots * Double(PANGO_SCALE))
        unsafe pango_layout_set_font_description(layout, font)
        unsafe pango_layout_set_single_paragraph_mode(layout, 1)
        unsafe pango_layout_set_text(layout, text, -1)
        guard let room else { return }
        unsafe pango_layout_set_width(layout, Int32(clamping: room.dots * Int(PANGO_SCALE)))
        unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        if !room.wraps { unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END) }
        if room.isRight { unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT) }
    }

    deinit {
        unsafe g_object_unref(UnsafeMutableRawPointer(layout))
    }

    /// How many of the text's characters no installed font has.
    var unknownGlyphs: Int {
        unsafe Int(pango_layout_get_unknown_glyphs_count(layout))
    }

    /// Where the ink lies.
    var ink: Extent {
        var ink = PangoRectangle()
        unsafe pango_layout_get_pixel_extents(layout, &ink, nil)
        let baseline = self.baseline
        return Extent(
            left: Int(ink.x), right: Int(ink.x + ink.width), top: Int(ink.y) - baseline,
            bottom: Int(ink.y + ink.height) - baseline)
    }

    /// How high all its lines are.
    var height: Int {
        var logical = PangoRectangle()
        unsafe pango_layout_get_pixel_extents(layout, nil, &logical)
        return Int(logical.height)
    }

    /// How far its first baseline is below its top.
    var baseline: Int { unsafe Int(pango_layout_get_baseline(layout)) / Int(PANGO_SCALE) }

    /// How far the next text would start to the right, in dots.
    var advance: Int {
        var logical = PangoRectangle()
        unsafe pango_layout_get_pixel_extents(layout, nil, &logical)
        return Int(logical.width)
    }

    /// Draws the text, its baseline starting at `x`, `y`, stretched by the two factors.
    ///
    /// `weight` is the width of a line drawn around the shapes, which thickens them by as much.
    func draw(
        on canvas: borrowing Canvas, x: Double, baseline y: Double, scaleX: Double,
        scaleY: Double, weight: Double
    ) {
        // Not pango_cairo_update_layout: it would leave this stretch behind in the shared context,
        // and the next text would come out differently from the same text drawn first.
        let top = unsafe Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
        unsafe cairo_save(canvas.context)
        unsafe cairo_translate(canvas.context, x, y)
        unsafe cairo_scale(canvas.context, scaleX, scaleY)
        unsafe cairo_move_to(canvas.context, 0, -top)
        unsafe pango_cairo_show_layout(canvas.context, layout)
        if weight > 0 {
            unsafe cairo_move_to(canvas.context, 0, -top)
            unsafe pango_cairo_layout_path(canvas.context, layout)
            unsafe cairo_set_line_width(canvas.context, weight)
            unsafe cairo_stroke(canvas.context)
        }
        unsafe cairo_restore(canvas.context)
    }
}
