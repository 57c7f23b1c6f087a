import ESCPOS
import Receipts
import Symbols

extension PaperReader {
    /// What `GS ( k` has set for the next symbol.
    struct SymbolSettings {
        var values: [Int: [UInt8]] = [:]
        var text: [UInt8] = []
    }

    /// `GS ( k`: sets, stores and prints QR (49) and PDF417 (48).
    mutating func readSymbolFunction() throws(PaperError) {
        let count = try cursor.littleEndian()
        guard count >= 3 else { throw cursor.error("GS ( k of \(count) bytes") }
        let kind = try cursor.next()
        let function = try cursor.next()
        let parameters = try cursor.next(count - 2)
        guard kind == 49 && profile.qrBytes > 0 || kind == 48 && profile.drawsPDF417 else {
            throw cursor.error("this printer draws no symbol of kind \(kind)")
        }
        switch (kind, function) {
        case (49, 65), (49, 67), (49, 69), (48, 65...70):
            symbol.values[Int(function)] = parameters
        case (_, 80):
            guard parameters.first == 48 else { throw cursor.error("m is 48") }
            symbol.text = Array(parameters.dropFirst())
        case (49, 81): try printQR(parameters)
        case (48, 81): try printPDF417(parameters)
        default: throw cursor.error("function \(function) of symbol \(kind) is not in use")
        }
    }

    private mutating func printQR(_ parameters: [UInt8]) throws(PaperError) {
        try requireLineStart()
        let text = try symbolText()
        guard parameters == [48], symbol.values[65] == [50, 0],
            symbol.text.count <= profile.qrBytes,
            let level = symbol.values[69]?.first, (48...51).contains(level),
            let module = symbol.values[67]?.first, (1...16).contains(module),
            let correction = QRSymbol.Correction(rawValue: Int(level) - 48),
            let qr = QRSymbol(text, correction: correction)
        else { throw cursor.error("no QR symbol: \(symbol.values)") }
        guard (qr.modules + 2 * QRSymbol.quietModules) * Int(module) <= profile.paper.widthDots
        else {
            throw cursor.error("a QR symbol that does not fit")
        }
        paper.events.append(.qr(qr, moduleDots: Int(module)))
    }

    private mutating func printPDF417(_ parameters: [UInt8]) throws(PaperError) {
        try requireLineStart()
        let text = try symbolText()
        guard parameters == [48], let columns = symbol.values[65]?.first,
            let module = symbol.values[67]?.first, (2...8).contains(module),
            symbol.values[68] == [UInt8(PDF417Symbol.rowModules)], symbol.values[66] == [0],
            symbol.values[70] == [0], symbol.values[69]?.first == 48,
            let pdf = PDF417Symbol(text, widthModules: profile.paper.widthDots / Int(module)),
            pdf.columns == Int(columns)
        else { throw cursor.error("no PDF417 symbol: \(symbol.values)") }
        paper.events.append(.pdf417(pdf, moduleDots: Int(module)))
    }

    private func symbolText() throws(PaperError) -> String {
        guard let text = String(validating: symbol.text, as: UTF8.self), !text.isEmpty else {
            throw cursor.error("a symbol without text")
        }
        return text
    }
}
