import ESCPOS
import PaperReader
import Receipts
import Seeds
import Settings
import Symbols
import Testing

@Suite("Printer profiles are data that is checked")
struct PrinterCatalogueTests {
    private func read(_ text: String) throws(ProfileError) -> PrinterCatalogue {
        try PrinterCatalogue(files: [(name: "p.toml", bytes: Array(text.utf8))])
    }

    @Test("a profile takes from the one it inherits what it does not say itself")
    func inheritance() throws {
        let catalogue = try read(
            """
            [base]
            dots = 384
            columns = 32
            code_pages = ["PC437=0", "PC858=19"]
            signs = "ESC &"
            cutter = "none"
            assumed = ["cutter", "signs"]
            [middle]
            inherits = "base"
            cutter = "full"
            [one]
            name = "One"
            inherits = "middle"
            columns = 30
            drawer_pins = [5]
            drawer_on_ms = 60
            """)
        #expect(Array(catalogue.entries.keys) == ["one"], "without a name nobody can choose it")
        let entry = try #require(catalogue.entries["one"])
        #expect(entry.profile.name == "One")
        #expect(entry.profile.paper == Paper(columns: 30, widthDots: 384, barcodeModuleDots: 2))
        #expect(entry.profile.codePages.map(\.name) == ["PC437", "PC858"])
        #expect(entry.profile.missingSigns == .userDefined)
        #expect(entry.profile.cutter == .full)
        #expect(entry.profile.drawer == DrawerPulse(pin: .five, onTime: 30, offTime: 250))
        #expect(entry.assumed == ["signs"], "the cutter's assumption was overruled")
    }

    @Test(
        "what is wrong is named with its line",
        arguments: [
            ("[a]\nname = \"A\"\ndotz = 5", 3, "dotz is no word of a profile; did you mean dots?"),
            ("[a]\nname = \"A\"\ndots = 5000", 3, "dots is 5000; it must be a whole number"),
            ("[a]\nname = \"A\"\ndots = \"x\"", 3, "dots is \"x\"; it must be"),
            ("[a]\nname = \"A\"\ndots = 384\ncolumns = 33", 4, "33 columns of 12 dots do not fit"),
            ("[a]\nname = \"A\"\ninherits = \"b\"", 3, "there is no profile [b] to inherit from"),
            ("[a]\ninherits = \"a\"", 2, "[a] inherits from itself: a, a"),
            (
                "[a]\nname = \"A\"\ncode_pages = [\"PC999=1\"]", 3,
                "code_pages is a list; it must be"
            ),
            ("[a]\nname = \"A\"\ncode_pages = [\"PC437=256\"]", 3, "code_pages is a list;"),
            ("[a]\nname = \"A\"\ncode_pages = []", 3, "a printer has at least one code page"),
            (
                "[a]\nname = \"A\"\nsigns = \"ESC ?\"", 3,
                "signs is \"ESC ?\"; it must be \"ESC &\" or"
            ),
            ("[a]\nname = \"A\"\nslice_rows = 300", 3, "GS v 0 takes 255 rows"),
            ("[a]\nname = \"A\"\nbarcodes = [\"EAN99\"]", 3, "barcodes is a list; it must be"),
            ("[a]\nname = \"A\"\npdf417 = 1", 3, "pdf417 is 1; it must be true or false"),
            ("[a]\nname = \"A\"\nusb = [\"04B8:0e28\"]", 3, "usb is a list; it must be"),
            ("[a]\nname = \"A\"\nusb = [\"4b8:e28\"]", 3, "usb is a list; it must be"),
            ("[a]\nname = \"A\"\nmodels = [\"TM-T20\"]", 3, "models is a list; it must be"),
            ("[a]\nname = \"A\"\nmodels = [\"*/*\"]", 3, "models is a list; it must be"),
            ("[a]\nname = \"A\"\ndrawer_pins = [3]", 3, "drawer_pins is a list; it must be"),
            ("[a]\nname = \"A\"\nstatus = [\"GS x\"]", 3, "status is a list; it must be"),
            ("[a]\nname = \"A\"\nassumed = [\"dotz\"]", 3, "assumed is a list; it must be"),
            ("[A]\nname = \"A\"", 1, "[A] is no name for a profile"),
            ("dots = 5", 1, "dots stands in no profile"),
            ("[a\n", 1, "this is not TOML"),
            (
                "[a]\nname = \"A\"\nusb = [\"04b8:0e28\"]\n[b]\nname = \"B\"\nusb = [\"04b8:0e28\"]",
                6,
                "a USB id of [b] is one of [a] too"
            ),
        ])
    func refused(text: String, line: Int, sentence: String) {
        let error = #expect(throws: ProfileError.self) { try read(text) }
        #expect(error?.problems.count == 1, "\(error?.description ?? "")")
        #expect(
            error?.description.hasPrefix("p.toml:\(line): \(sentence)") == true,
            "\(error?.description ?? "")")
    }

    @Test("a circle is named at each of its profiles")
    func circle() {
        let error = #expect(throws: ProfileError.self) {
            try read("[a]\ninherits = \"b\"\n[b]\ninherits = \"a\"")
        }
        #expect(
            error?.description
                == "p.toml:2: [a] inherits from itself: b, a, b.\n"
                + "p.toml:4: [b] inherits from itself: a, b, a.")
    }

    @Test("a word used in two files is refused, and both are named")
    func twice() {
        let one = Array("[a]\nname = \"A\"".utf8)
        let error = #expect(throws: ProfileError.self) {
            try PrinterCatalogue(files: [
                (name: "1.toml", bytes: one), (name: "2.toml", bytes: one),
            ])
        }
        #expect(error?.description == "2.toml:1: [a] stands in 1.toml already, line 1.")
    }

    @Test("whatever stands in a profile file, it is read or refused")
    func mutated() throws {
        let whole = Array(
            """
            [base]
            dots = 384
            columns = 32
            code_pages = ["PC437=0", "PC858=19"]
            [one]
            name = "One"
            inherits = "base"
            usb = ["04b8:0e28"]
            models = ["EPSON/TM-T88*"]
            drawer_pins = [5, 2]
            status = ["ASB", "DLE EOT"]
            pdf417 = true
            """.utf8)
        for seed in UInt64(0)..<400 {
            var random = SeededGenerator(seed: seed)
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
                }
            }
            do throws(ProfileError) {
                for entry in try PrinterCatalogue(files: [("p.toml", bytes)]).entries.values {
                    #expect(!entry.profile.codePages.isEmpty, "seed \(seed)")
                    #expect(entry.profile.paper.columns >= 1, "seed \(seed)")
                }
            } catch {
                #expect(!error.problems.isEmpty, "seed \(seed)")
                #expect(error.problems.allSatisfy { $0.line >= 1 }, "seed \(seed)")
            }
        }
    }

    @Test(
        "a printer is told by its name first, then by its plug",
        arguments: [
            (0x04B8, 0x0E28, "EPSON", "TM-T20III", "tm-t20iii"),
            (0x04B8, 0x0202, "EPSON", "TM-T88V", "tm-t88v"),
            (0x04B8, 0x0202, "EPSON", "TM-T88VII", "tm-t88vii"),
            (0x04B8, 0x0202, "epson ", " TM-T82X", "tm-t82"),
            (0x04B8, 0x0202, nil, nil, "epson"),
            (0x04B8, 0x0E21, nil, nil, "tm-t88vi"),
            (0x04B8, 0x9999, nil, nil, "epson"),
            (0x0519, 0x0003, "Star", "TSP654", "star"),
            (0x1504, 0x0006, "BIXOLON", "SRP-330II", "srp-330"),
            (0x1504, 0x0006, "BIXOLON", "SRP-350III", "bixolon"),
            (0x1D90, 0x2060, nil, nil, "citizen"),
            (0x0416, 0x5011, nil, nil, "zj-58"),
            (nil, nil, "TVS", "RP3160 GOLD", "tvs-rp3160"),
            (nil, nil, nil, "EC-58", "everycom-58"),
            (0x1234, 0x5678, "NoName", "X1", nil),
            (nil, nil, nil, nil, nil),
        ] as [(Int?, Int?, String?, String?, String?)])
    func matched(vendor: Int?, product: Int?, maker: String?, model: String?, wanted: String?)
        throws
    {
        let identity = PrinterClues(
            usbVendor: vendor.map { UInt16($0) }, usbProduct: product.map { UInt16($0) },
            maker: maker, model: model)
        #expect(try ShippedProfiles.catalogue().entry(for: identity)?.id == wanted)
    }

    @Test("the shipped profiles are right, and every model that is promised is there")
    func shipped() throws {
        let catalogue = try ShippedProfiles.catalogue()
        let promised = [
            "tm-t20ii", "tm-t20iii", "tm-t82", "tm-t88iii", "tm-t88iv", "tm-t88v", "tm-t88vi",
            "tm-t88vii", "tm-m30", "tm-u220", "star", "bixolon", "srp-330", "citizen", "custom",
            "snbc", "rongta", "xprinter", "tvs-rp3160", "tvs-rp3200", "everycom-58", "everycom-80",
            "zj-58", "pos-5890", "pos-80", "safe-80", "safe-80-42", "safe-58", "safe-76",
        ]
        for word in promised { #expect(catalogue.entries[word] != nil, "\(word)") }
        for entry in catalogue.entries.values {
            let paper = entry.profile.paper
            #expect([58, 76, 80].contains(entry.paperMillimetres), "\(entry.id)")
            // A head has 160 to 203 dots an inch and does not reach the paper's edges.
            #expect(paper.widthDots * 254 < entry.paperMillimetres * 2030, "\(entry.id)")
            #expect(entry.profile.pictures != .rasterBlock || entry.profile.sliceRows <= 255)
            // The words of a receipt that every Indian shop prints, beside ₹.
            #expect(
                entry.profile.repertoire.has("×") && entry.profile.repertoire.has("─"),
                "\(entry.id)")
        }
    }
}
