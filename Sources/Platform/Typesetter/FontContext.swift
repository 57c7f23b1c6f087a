import CPango

/// The installed fonts as Pango knows them; the first one costs some milliseconds.
@safe
struct FontContext: ~Copyable {
    let context: OpaquePointer

    init() throws(TypesetterError) {
        // One dot of the printer is one pixel, whatever a desktop's settings say.
        guard let map = unsafe pango_cairo_font_map_new() else { throw .noMemory }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(map)) }
        guard let context = unsafe pango_font_map_create_context(map) else { throw .noMemory }
        unsafe self.context = context
        guard let options = unsafe cairo_font_options_create() else { return }
        defer { unsafe cairo_font_options_destroy(options) }
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe pango_cairo_context_set_font_options(context, options)
        unsafe pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    }

    deinit {
        unsafe g_object_unref(UnsafeMutableRawPointer(context))
    }
}
