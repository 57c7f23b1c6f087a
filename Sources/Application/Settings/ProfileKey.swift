/// The words of a printer profile.
enum ProfileKey: String, CaseIterable {
    case name
    case inherits
    case usb
    case models
    case paperMillimetres = "paper_mm"
    case dots
    case columns
    case fontBColumns = "font_b_columns"
    case codePages = "code_pages"
    case signs
    case pictures
    case sliceRows = "slice_rows"
    case barcodes
    case barcodeDots = "barcode_dots"
    case qrBytes = "qr_bytes"
    case pdf417
    case keepsPictures = "keeps_pictures"
    case cutter
    case tearLines = "tear_lines"
    case drawerPins = "drawer_pins"
    case drawerOn = "drawer_on_ms"
    case drawerOff = "drawer_off_ms"
    case beeper
    case chineseMode = "chinese_mode"
    case status
    case sources
    case assumed

    /// Whether it says something of its own profile only, and not of those that inherit from it.
    var isOwn: Bool {
        switch self {
        case .name, .inherits, .usb, .models, .sources, .assumed: true
        case .paperMillimetres, .dots, .columns, .fontBColumns, .codePages, .signs, .pictures,
            .sliceRows, .barcodes, .barcodeDots, .qrBytes, .pdf417, .keepsPictures, .cutter,
            .tearLines, .drawerPins, .drawerOn, .drawerOff, .beeper, .chineseMode, .status:
            false
        }
    }
}
