import Scanning

/// Any bytes as a scan, read in every way that a till reads one.
@Sendable
func fuzzCodes(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let rules = [CodeRules.standard, fuzzRules][Int(input.byte() & 1)]
    let payload = input.bytes(atMost: 4096)
    checkOwn(payload)
    do throws(ScannedCodeError) {
        let code = try ReadCode(payload, thisYear: 2026, rules: rules)
        promise(!code.keys.isEmpty && code.keys.allSatisfy { !$0.isEmpty }, "a key")
        for key in code.keys { promise(isPlain(key), "a key without control characters") }
        promise(isPlain(code.shown), "a code that can be shown")
        promise((code.weightGrams ?? 0) >= 0 && (code.count ?? 0) >= 0, "no less than nothing")
        if let price = code.price {
            promise((price.hundredths ?? 0) >= 0 && isPlain(price.description), "a price")
        }
    } catch {
        promise(isPlain(error.description) && error.description.utf8.count < 600, "a sentence")
    }
}

private let fuzzRules = CodeRules(
    prefersUPCE: true,
    storeCodes: ["2PPPPPCWWWWWC", "21PPPPPAAAAAC", "2PPPPPCAAAAC"].compactMap { text in
        do throws(StoreCodeLayout.Refusal) {
            return try StoreCodeLayout(text)
        } catch {
            preconditionFailure("a layout of the documents: \(text)")
        }
    })

private func checkOwn(_ payload: [UInt8]) {
    do throws(ControlCodeError) {
        switch try GallaCode(payload: payload) {
        case .control(let code): promise(isPlain(code.text), "a text")
        case .bill(let number): promise(isPlain(number) && number.utf8.count <= 32, "a number")
        case nil: promise(!GallaCode.mayBe(payload), "one answer to one question")
        }
    } catch {
        promise(GallaCode.mayBe(payload), "one answer to one question")
    }
}

private func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
}
