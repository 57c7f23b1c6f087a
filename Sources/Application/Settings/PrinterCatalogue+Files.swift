import ESCPOS
import Receipts
import Symbols

extension PrinterCatalogue {
    /// Reads profile files; throws every problem of all of them at once.
    ///
    /// A section without a `name` is there to be inherited from and cannot be chosen.
    package init(files: [(name: String, bytes: [UInt8])]) throws(ProfileError) {
        var sections = ProfileSections()
        for file in files { sections.add(file.name, file.bytes) }
        var entries: [String: Entry] = [:]
        var problems: [ProfileError.Problem] = []
        for id in sections.sections.keys.sorted() {
            let values = sections.inherited(by: id)
            var reader = ProfileReader(values)
            let entry = Self.entry(id, &reader)
            // What is inherited is told once, where it stands.
            problems += reader.problems.filter { !problems.contains($0) }
            if let entry { entries[id] = entry }
        }
        problems += sections.problems
        problems += Self.doubles(in: entries, sections)
        guard problems.isEmpty else { throw ProfileError(problems) }
        self.init(entries: entries)
    }

    private static func entry(_ id: String, _ reader: inout ProfileReader) -> Entry? {
        let name = reader.text(.name)
        let profile = profile(name ?? id, &reader)
        let words = "a list of words of a profile"
        _ = reader.list(.assumed, expected: words) { found -> ProfileKey? in
            if case .text(let word) = found { ProfileKey(rawValue: word) } else { nil }
        }
        let entry = Entry(
            id: id, profile: profile,
            paperMillimetres: reader.integer(.paperMillimetres, in: 40...120) ?? 80,
            fontBColumns: reader.integer(.fontBColumns, in: 20...120),
            sources: reader.list(.sources, expected: "a list of texts") { $0.text(limit: 160) }
                ?? [],
            assumed: reader.assumed,
            usb: reader.list(.usb, expected: "a list of ids like \"04b8:0e28\" or \"04b8:*\"") {
                if case .text(let text) = $0 { USBPattern(text) } else { nil }
            } ?? [],
            models: reader.list(
                .models, expected: "a list like \"EPSON/TM-T20III\" or \"EPSON/TM-T88*\""
            ) {
                if case .text(let text) = $0 { ModelPattern(text) } else { nil }
            } ?? [])
        return name == nil ? nil : entry
    }

    /// Two profiles that claim one printer.
    private static func doubles(
        in entries: [String: Entry], _ sections: ProfileSections
    ) -> [ProfileError.Problem] {
        var owners: [USBPattern: String] = [:]
        var problems: [ProfileError.Problem] = []
        for id in entries.keys.sorted() {
            for pattern in entries[id]?.usb ?? [] {
                if let other = owners[pattern], let found = sections.sections[id]?.values[.usb] {
                    problems.append(
                        ProfileError.Problem(
                            file: found.file, line: found.line,
                            sentence:
                                "a USB id of [\(id)] is one of [\(other)] too; take it from one of them"
                        ))
                }
                owners[pattern] = id
            }
        }
        return problems
    }

    private static func profile(_ name: String, _ reader: inout ProfileReader) -> PrinterProfile {
        let dots = reader.integer(.dots, in: 120...1_200) ?? 576
        let columns = reader.integer(.columns, in: 10...100) ?? dots / Paper.cellWidthDots
        if columns * Paper.cellWidthDots > dots {
            reader.refuse(
                .columns,
                "\(columns) columns of \(Paper.cellWidthDots) dots do not fit \(dots) dots")
        }
        var profile = PrinterProfile(
            name: name,
            paper: Paper(
                columns: columns, widthDots: dots,
                barcodeModuleDots: barcodeDots(&reader)))
        readCharacters(&reader, into: &profile)
        readDots(&reader, into: &profile)
        readHardware(&reader, into: &profile)
        return profile
    }

    private static func barcodeDots(_ reader: inout ProfileReader) -> Int? {
        let dots = reader.value(
            .barcodeDots, expected: "a whole number from 2 to 6, or 0 for letters in place of bars"
        ) { found -> Int? in
            guard case .integer(let dots) = found, dots == 0 || (2...6).contains(dots) else {
                return nil
            }
            return dots
        }
        return dots == 0 ? nil : dots ?? 2
    }

    private static func readCharacters(
        _ reader: inout ProfileReader, into profile: inout PrinterProfile
    ) {
        let pages = reader.list(
            .codePages,
            expected: "a list of pages with the printer's number, like \"PC858=19\"; known are "
                + CodePage.knownNames.joined(separator: ", ")
        ) { found -> CodePage? in
            guard case .text(let text) = found else { return nil }
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let number = UInt8(parts[1]) else { return nil }
            return CodePage(named: String(parts[0]), number: number)
        }
        if let pages {
            if pages.isEmpty {
                reader.refuse(.codePages, "a printer has at least one code page")
            } else {
                profile.codePages = pages
            }
        }
        if case .some(.some(let signs)) = reader.choice(.signs, PrinterProfile.MissingSigns.self) {
            profile.missingSigns = signs
        }
        profile.leavesChineseMode = reader.flag(.chineseMode) ?? profile.leavesChineseMode
    }

    private static func readDots(
        _ reader: inout ProfileReader, into profile: inout PrinterProfile
    ) {
        if case .some(.some(let command)) = reader.choice(.pictures, PictureCommand.self) {
            profile.pictures = command
        }
        // One command's dots, 65 kB and more, would fill a printer's buffer.
        profile.sliceRows = reader.integer(.sliceRows, in: 1...900) ?? profile.sliceRows
        if profile.pictures == .rasterBlock, profile.sliceRows > 255 {
            reader.refuse(.sliceRows, "GS v 0 takes 255 rows at most on many printers")
        }
        if let bars = reader.list(
            .barcodes, expected: "a list of some of " + quoted(Symbology.allCases.map(\.rawValue)),
            { found in
                if case .text(let word) = found { Symbology(rawValue: word) } else { nil }
            })
        {
            profile.symbologies = Set(bars)
        }
        profile.qrBytes = reader.integer(.qrBytes, in: 0...7_089) ?? profile.qrBytes
        profile.drawsPDF417 = reader.flag(.pdf417) ?? profile.drawsPDF417
        profile.keepsPictures = reader.flag(.keepsPictures) ?? profile.keepsPictures
    }

    private static func readHardware(
        _ reader: inout ProfileReader, into profile: inout PrinterProfile
    ) {
        if case .some(.some(let cutter)) = reader.choice(.cutter, Cutter.self) {
            profile.cutter = cutter
        }
        profile.tearLines = reader.integer(.tearLines, in: 0...20) ?? profile.tearLines
        if let beeper = reader.choice(.beeper, Beeper.self, none: true) { profile.beeper = beeper }
        let pins = reader.list(.drawerPins, expected: "a list of the pins 2 and 5") {
            found -> DrawerPin? in
            switch found {
            case .integer(2): .two
            case .integer(5): .five
            default: nil
            }
        }
        let on = reader.integer(.drawerOn, in: 2...510) ?? 100
        let off = reader.integer(.drawerOff, in: 2...510) ?? 500
        let wired = pins ?? [.two, .five]
        profile.drawerPins = Set(wired)
        profile.drawer = wired.first.map {
            DrawerPulse(pin: $0, onTime: UInt8(on / 2), offTime: UInt8(max(on, off) / 2))
        }
        if let status = reader.list(
            .status, expected: "a list of some of " + quoted(StatusWord.allCases.map(\.rawValue)),
            { found in
                if case .text(let word) = found { StatusWord(rawValue: word) } else { nil }
            })
        {
            profile.status = StatusWord.features(status)
        }
    }

    private static func quoted(_ words: [String]) -> String {
        words.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}

/// The commands by which a printer tells its state, as a profile names them.
private enum StatusWord: String, CaseIterable {
    case automatic = "ASB"
    case realTime = "DLE EOT"
    case inOrder = "GS r"
    case jobs = "GS ( H"
    case recovery = "DLE ENQ"

    static func features(_ words: [StatusWord]) -> StatusFeatures {
        StatusFeatures(
            pushesStatus: words.contains(.automatic), answersRealTime: words.contains(.realTime),
            answersInOrder: words.contains(.inOrder), confirmsJobs: words.contains(.jobs),
            recovers: words.contains(.recovery))
    }
}
