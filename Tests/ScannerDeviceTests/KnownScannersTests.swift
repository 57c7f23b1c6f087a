import Linux
import SystemPackage
import Testing

@Suite("The list of known scanners and the udev rules made from it")
struct KnownScannersTests {
    private func lines(_ place: String) throws -> [Substring] {
        // This file is three folders below the project's own.
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let bytes = try OpenDescriptor(path: "/\(root)/\(place)", .readOnly).read(atMost: 1 << 16)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    /// The models of the list, as the rule's line for each is to be.
    private func listed() throws -> [String] {
        try lines("packaging/scanners.list").filter { !$0.hasPrefix("#") }.map { line in
            let words = line.split(separator: " ")
            let product = words[1] == "*" ? "" : "ENV{ID_MODEL_ID}==\"\(words[1])\", "
            return "ENV{ID_VENDOR_ID}==\"\(words[0])\", \(product)ENV{ID_GALLA_SCANNER}=\"1\""
        }
    }

    @Test("each model has its rule and each rule its model: run packaging/scanner-rules")
    func agreement() throws {
        let rules = try lines("udev-rules/69-galla-models.rules")
            .filter { $0.contains("ID_GALLA_SCANNER}=\"1\"") }.map(String.init)
        let models = try listed()
        #expect(rules == models)
        #expect(!models.isEmpty && Set(models).count == models.count)
    }

    @Test("no other packaged rule makes a device a scanner")
    func onlySource() throws {
        let others = try lines("udev-rules/70-galla.rules")
            .filter { !$0.hasPrefix("#") && $0.contains("ID_GALLA_SCANNER}=\"") }
        #expect(others == [])
    }

    @Test("a chip that keyboards and modems are made of is not in the list")
    func noChips() throws {
        // Winbond's keyboard controller, and the serial chips of FTDI, Prolific, Silicon Labs, WCH.
        for chip in ["0416", "0403", "067b", "10c4", "1a86"] {
            #expect(try !listed().contains { $0.contains("\"\(chip)\"") })
        }
    }
}
