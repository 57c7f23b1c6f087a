import Settings

/// Any bytes, or lines that look like settings, as a settings file and an addition to it.
///
/// They are settings that a till can start with, or a refusal that names its places.
@Sendable
func fuzzShop(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let isRaw = input.byte() & 3 == 0
    let first = isRaw ? input.bytes(atMost: 256) : shopWords.lines(&input, atMost: 12)
    let second = isRaw ? input.bytes(atMost: 256) : shopWords.lines(&input, atMost: 6)
    do throws(SettingsError) {
        let settings = try ShopSettings(
            toml: first, file: "one.toml", additions: [(file: "other.toml", toml: second)])
        promise(!settings.shop.name.isEmpty, "a shop has a name")
        for text in [settings.shop.name] + settings.shop.address { promiseHarmless(text) }
    } catch {
        guard case .refused(let file, let problems) = error else {
            return promise(false, "bytes that are there can be read")
        }
        promise(file == "one.toml" && !problems.isEmpty, "a refusal has a reason")
        for problem in problems {
            let lines = lineCount(problem.file == nil ? first : second)
            promise((1...lines).contains(problem.line), "a problem is on a line of its file")
            promiseHarmless(problem.sentence)
        }
    }
}

private let shopWords = TOMLWords(
    headers: Vocabulary.sections.map(\.name) + ["scanner.lanes", "shop.name", "[till]", "colour"],
    words: Vocabulary.sections.flatMap(\.keys) + ["colour", "lanes.a", #""\u001b[2J""#, "a b"],
    values: [
        "true", "false", "0", "1", "-1", "10", "58", "1.5", "1979-05-27", #""""#, #""A""#, "[]",
        #"["A", "B"]"#, "[1, 2]", #"{ a = "port=1-1" }"#, #""usb:""#, #""auto""#, #"["auto"]"#,
        #""Asia/Kolkata""#, #""../../etc/passwd""#, #""INR""#, #""JPY""#, #""de""#, #""us""#,
        #""shop@bank""#, #""33AAAAA0000A1Z5""#, #""tab""#, #""silence""#, #""9600,8N1""#,
        #""regular""#, #""composition""#, #""ask""#, #"["F8"]"#, #"["<GS>"]"#, "'''\n'''",
        #""\u001b[2J""#, "9223372036854775808", "[2, 5, 10]", #"["6789"]"#,
    ])
