import ESCPOS
import Receipts
import Settings

/// Any bytes, or lines that look like a profile's, as two printer profile files beside a good one.
///
/// They are a catalogue whose every profile keeps its bounds, or a refusal that names its places.
@Sendable
func fuzzProfiles(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let isRaw = input.byte() & 3 == 0
    let first = isRaw ? input.bytes(atMost: 256) : profileWords.lines(&input, atMost: 12)
    let second = isRaw ? input.bytes(atMost: 256) : profileWords.lines(&input, atMost: 6)
    let files = [
        (name: "good.toml", bytes: goodProfile), (name: "one.toml", bytes: first),
        (name: "other.toml", bytes: second),
    ]
    do throws(ProfileError) {
        let catalogue = try PrinterCatalogue(files: files)
        promise(catalogue.entries["good"]?.profile.name == "Good", "the good profile is there")
        for (id, entry) in catalogue.entries { promiseUsable(id, entry) }
        let clues = PrinterClues(usbVendor: 0x04B8, usbProduct: 1, maker: "ACME", model: "R1")
        promise(catalogue.entry(for: clues) != nil, "the good profile fits its own printer")
    } catch {
        promise(!error.problems.isEmpty, "a refusal has a reason")
        // A USB id that two profiles claim is told at either of them.
        for problem in error.problems where !problem.sentence.hasPrefix("a USB id") {
            promise(problem.file != "good.toml", "the good file is not blamed")
            let lines = lineCount(problem.file == "one.toml" ? first : second)
            promise((1...lines).contains(problem.line), "a problem is on a line of its file")
            promiseHarmless(problem.sentence)
        }
    }
}

private let goodProfile = Array(
    """
    [good]
    name = "Good"
    usb = ["04b8:0001"]
    models = ["ACME/R1"]
    """.utf8)

private func promiseUsable(_ id: String, _ entry: PrinterCatalogue.Entry) {
    let profile = entry.profile
    promise(entry.id == id && !profile.name.isEmpty, "a profile has its word and a name")
    promise((120...1_200).contains(profile.paper.widthDots), "a print head of a usual width")
    promise(profile.paper.lineWidthDots <= profile.paper.widthDots, "a line fits the paper")
    promise(!profile.codePages.isEmpty, "a profile has a code page")
    promise((1...900).contains(profile.sliceRows), "pictures are sent in slices")
    promise(
        profile.pictures != .rasterBlock || profile.sliceRows <= 255,
        "rows of a slice fit the byte that printers read")
    promise((0...7_089).contains(profile.qrBytes), "no more in a QR symbol than it can hold")
    promise((40...120).contains(entry.paperMillimetres), "paper of a usual width")
    promise(
        profile.drawer.map { profile.drawerPins.contains($0.pin) } ?? profile.drawerPins.isEmpty,
        "the drawer is on a pin that is there")
}

private let profileWords = TOMLWords(
    headers: ["a", "b", "c", "good", "[d]", "a.b", "A", "a-1"],
    words: [
        "name", "inherits", "usb", "models", "paper_mm", "dots", "columns", "font_b_columns",
        "code_pages", "signs", "pictures", "slice_rows", "barcodes", "barcode_dots", "qr_bytes",
        "pdf417", "keeps_pictures", "cutter", "tear_lines", "drawer_pins", "drawer_on_ms",
        "drawer_off_ms", "beeper", "chinese_mode", "status", "sources", "assumed", "colour",
        "name.first", #""\u001b[2J""#,
    ],
    values: [
        #""a""#, #""b""#, #""c""#, #""good""#, "true", "false", "58", "80", "384", "576", "0", "-1",
        "256", "2", "1.5", "1979-05-27", "[]", "[2, 5]", "[5]", "[2, 3]", "{ a = 1 }", "'''\n'''",
        #"[[1], "x"]"#, #"["04b8:0001"]"#, #"["04b8:*"]"#, #"["ACME/R*"]"#, #"["*/R1"]"#,
        #"["PC858=19", "PC437=0"]"#, #"["PC858=300"]"#, #""ESC &""#, #""ESC *""#, #""GS v 0""#,
        #""GS 8 L""#, #""partial""#, #""full""#, #""none""#, #"["EAN13"]"#, #"["ASB", "DLE EOT"]"#,
        #"["dots", "name"]"#, #""\u001b[2J""#, "9223372036854775808",
    ])
