// swift-tools-version: 6.2
import PackageDescription

// One constant of strict settings for every target: what it forbids, it forbids everywhere.
let strict: [SwiftSetting] =
    [.swiftLanguageMode(.v6), .strictMemorySafety(), .treatAllWarnings(as: .error)]
    + [
        "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
        "InferIsolatedConformances", "NonisolatedNonsendingByDefault", "ImmutableWeakCaptures",
    ].map { .enableUpcomingFeature($0) }

// A pure part: the standard library only.
func core(_ name: String, _ needs: [Needed] = []) -> Target { part("Core", name, needs) }

// A part that touches the kernel or a C library.
func platform(_ name: String, _ needs: [Needed], exclude: [String] = []) -> Target {
    part("Platform", name, needs, exclude: exclude)
}

// The door to a C library that Debian ships; its module map links it.
func door(_ name: String, pkgConfig: String? = nil) -> Target {
    .systemLibrary(name: name, path: "Sources/Platform/\(name)", pkgConfig: pkgConfig)
}

// A part that puts the others to use.
func application(_ name: String, _ needs: [Needed]) -> Target { part("Application", name, needs) }

func part(_ floor: String, _ name: String, _ needs: [Needed], exclude: [String] = []) -> Target {
    .target(
        name: name, dependencies: needs, path: "Sources/\(floor)/\(name)", exclude: exclude,
        swiftSettings: strict)
}

func tests(_ name: String, _ needs: [Needed], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: needs, path: "Tests/\(name)", exclude: exclude,
        swiftSettings: strict)
}

func support(_ name: String, _ needs: [Needed] = [], path: String) -> Target {
    .target(name: name, dependencies: needs, path: path, swiftSettings: strict)
}

func program(_ name: String, _ needs: [Needed], path: String) -> Target {
    .executableTarget(name: name, dependencies: needs, path: path, swiftSettings: strict)
}

typealias Needed = Target.Dependency
let grdb = Needed.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Needed.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Needed.product(name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage = Needed.product(name: "SystemPackage", package: "swift-system")
let http = [
    ("HummingbirdCore", "hummingbird"), ("HummingbirdTLS", "hummingbird"),
    ("HTTPTypes", "swift-http-types"), ("NIOHTTPTypes", "swift-nio-extras"),
    ("NIOCore", "swift-nio"), ("NIOPosix", "swift-nio"), ("NIOSSL", "swift-nio-ssl"),
    ("Logging", "swift-log"),
].map { Needed.product(name: $0.0, package: $0.1) }
let toml = Needed.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
    name: "galla", platforms: [.macOS(.v15)],
    products: [.executable(name: "galla", targets: ["galla"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    ]
        + [
            ("argument-parser", "1.8.2"), ("system", "1.8.1"), ("http-types", "1.8.0"),
            ("nio", "2.101.2"), ("nio-extras", "1.35.2"), ("nio-ssl", "2.37.6"), ("log", "1.16.2"),
        ].map { .package(url: "https://github.com/apple/swift-\($0.0)", from: $0.1) },
    targets: [
        // ── Core: the standard library only, no clock, no I/O ──
        // Money, quantity, batches, cart, bill and the sale machine.
        core("Billing"),
        // The machine of an unattended till, and what its screen says.
        core("Kiosk", ["Billing", "LineMode", "Scanning"]),
        // A typed line becomes a command; what happened becomes rows of text.
        core("LineMode", ["Billing", "Printing", "Symbols"]),
        // Key events become scans; scans become barcodes with their check digits.
        core("Scanning"),
        // Texts as bars and modules: EAN, UPC, CODE39, CODE128, ITF, QR and PDF417.
        core("Symbols"),
        // A bill becomes a receipt document and laid-out lines.
        core("Receipts", ["Billing", "Symbols"]),
        // Laid-out lines become the bytes an ESC/POS printer understands.
        core("ESCPOS", ["Receipts", "Symbols", "Printing"]),
        // The machines of one print job, of the jobs that wait, and what a printer can be like.
        core("Printing"),
        // JSON whose numbers are read and written digit by digit.
        core("ExactJSON"),
        // ── Platform: one module per C library or kernel interface ──
        // Descriptors, epoll, threads, locks and clocks of Linux.
        platform("Linux", ["CLinux", systemPackage]),
        // libusb: devices, descriptors, bulk transfers.
        platform("USB", ["CLibUSB", "Linux", systemPackage]),
        // Input devices of the kernel: capabilities, grab, events.
        platform("Evdev", ["CLinuxInput", "Scanning", "Linux", systemPackage]),
        // libxkbcommon: a keyboard layout becomes a table.
        platform("Keymap", ["CXKBCommon", "Scanning"]),
        // Serial lines of the kernel: speed, framing, bytes.
        platform("Serial", ["CLinuxTTY", "Scanning", "Linux", systemPackage]),
        // libudev: which devices exist, and news when one comes or goes.
        platform("Hotplug", ["CLibUdev", "Linux", systemPackage]),
        // The kernel's framebuffer, and the console that a screen is drawn over.
        platform("Framebuffer", ["CLinuxScreen", "Linux", systemPackage]),
        // Pango and Cairo: text of any script becomes a raster.
        platform("Typesetter", ["CPango", "Kiosk", "Receipts", "Symbols"]),
        // libedit: the line being typed, kept whole while rows appear above it.
        platform("Terminal", ["CLibEdit", "Linux", systemPackage]),
        // Hashes, for the chain of bills and for PINs.
        platform("Digest", ["CLibMD", "CLibCrypt"]),
        // The SQLite file controls that GRDB does not offer.
        platform("Storage", ["Linux", grdb, grdbSQLite, systemPackage]),
        // Drivers: what a scanner and a printer are to the till, and the real ones.
        platform(
            "Devices",
            ["Scanning", "Linux", "USB", "Evdev", "Serial", "Hotplug", systemPackage],
            exclude: ["README-scanners.md", "README-printers.md"]),
        // Drivers without hardware: drawn as text, written to a file.
        platform("DeviceEmulation", ["Devices", "Scanning", "Linux", systemPackage]),
        // Shims for the kernel interfaces that Swift cannot call.
        door("CLinux"),
        // The door to libusb.
        door("CLibUSB", pkgConfig: "libusb-1.0"),
        // The door to libudev.
        door("CLibUdev", pkgConfig: "libudev"),
        // The door to the kernel's input interface.
        door("CLinuxInput"),
        // The door to the kernel's terminal interface.
        door("CLinuxTTY"),
        // The door to the kernel's framebuffer and console.
        door("CLinuxScreen"),
        // The door to libxkbcommon.
        door("CXKBCommon", pkgConfig: "xkbcommon"),
        // The door to Pango and Cairo.
        door("CPango", pkgConfig: "pangocairo"),
        // The door to libedit.
        door("CLibEdit", pkgConfig: "libedit"),
        // The doors to libmd and libcrypt.
        door("CLibMD", pkgConfig: "libmd"),
        door("CLibCrypt"),
        // ── Application ──
        // galla.toml and the printers' profiles, checked, with line numbers.
        application(
            "Settings",
            [
                "Billing", "Kiosk", "Printing", "Scanning", "Keymap", "Symbols", "Receipts",
                "ESCPOS", "Linux", systemPackage, toml,
            ]),
        // SQLite: catalogue, customers, bills, movements, print jobs.
        application("Ledger", ["Billing", "Digest", "Printing", "Storage", "Linux", grdb]),
        // CSV in.
        application(
            "Exchange", ["ExactJSON", "Billing", "Scanning", "Ledger", "Linux", systemPackage]),
        // Checks, findings and advice for technicians: scanners watched, learnt and recorded.
        application(
            "Diagnostics",
            ["Scanning", "Receipts", "Symbols", "Typesetter", "Devices", "Printing"]),
        // Rows drawn on a terminal or written to a pipe.
        application(
            "Screens",
            [
                "Framebuffer", "Kiosk", "LineMode", "Terminal", "Typesetter", "Linux",
                systemPackage,
            ]),
        // One thread that owns one printer.
        application(
            "Spooler",
            [
                "Billing", "Receipts", "ESCPOS", "Printing", "Typesetter", "Devices", "Digest",
                "Linux", systemPackage,
            ]),
        // The step function's home: one thread, one writer.
        application(
            "Till",
            [
                "Billing", "Kiosk", "LineMode", "Scanning", "Printing", "Ledger", "Devices",
                "Digest", "Spooler", "Linux", systemPackage,
            ]),
        // The till for other programs: HTTP on a Unix socket and on loopback.
        application(
            "LocalAPI",
            [
                "ExactJSON", "Billing", "LineMode", "Scanning", "Ledger", "Exchange", "Till",
                "Printing", "Linux", systemPackage,
            ] + http),
        // Subcommands and wiring, nothing else.
        program(
            "galla",
            [
                "Till", "LocalAPI", "Ledger", "Exchange", "Diagnostics", "Screens", "Spooler",
                "Settings", "Devices", "Keymap", "Typesetter", "DeviceEmulation", "Linux",
                "Billing", "Framebuffer", "Kiosk", "LineMode", "Receipts", "ESCPOS", "Printing",
                "Digest", "ExactJSON", "Scanning", "Terminal", systemPackage, arguments,
            ], path: "Sources/galla"),
        // ── Benchmarks ──
        // The measures of docs/measurements.md that run inside one process.
        program(
            "galla-bench",
            [
                "Till", "Ledger", "Spooler", "Screens", "Billing", "LineMode", "Scanning",
                "Printing", "Receipts", "ESCPOS", "Settings", "Typesetter", "Linux",
                "CSaleCommit", "CAllocationCount", systemPackage, arguments,
            ], path: "Benchmarks/galla-bench"),
        // The C library's allocator, counted.
        .target(name: "CAllocationCount", path: "Benchmarks/CAllocationCount"),
        // A sale's statements through SQLite's C interface, to measure the ledger against.
        .target(
            name: "CSaleCommit", path: "Benchmarks/CSaleCommit",
            linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("md")]),
        // ── Tests ──
        // A small shop with real books, for the tests above Core.
        support(
            "ShopFixtures", ["Billing", "Ledger", "LineMode", "Scanning", "Till", grdb],
            path: "Tests/ShopFixtures"),
        // Random numbers that a printed seed brings back.
        .target(name: "Seeds", path: "Tests/Seeds", swiftSettings: strict),
        // A strict printer in software, and receipts to feed it.
        support(
            "PaperReader",
            [
                "Billing", "Receipts", "Symbols", "ESCPOS", "Settings", "Typesetter", "Seeds",
                "Linux", systemPackage,
            ], path: "Tests/PaperReader/Library"),
        // Prints what a printer would print.
        program(
            "paper-reader",
            ["PaperReader", "Receipts", "ESCPOS", "Settings", "Typesetter"],
            path: "Tests/PaperReader/Tool"),
        // What money, batches and the sale promise.
        tests("BillingTests", ["Billing", "Seeds"]),
        // What the words of line mode mean and how they are answered.
        tests("LineModeTests", ["LineMode", "Billing", "Printing"]),
        // What a shopper alone at a kiosk can do, and cannot.
        tests("KioskTests", ["Kiosk", "Billing", "Scanning", "Seeds"]),
        // What is JSON, and what is refused.
        tests("ExactJSONTests", ["ExactJSON", "Seeds"]),
        // Who gets in over HTTP, and what they are answered.
        tests(
            "LocalAPITests",
            [
                "LocalAPI", "ExactJSON", "Till", "Ledger", "LineMode", "Billing", "ShopFixtures",
                "Scanning", "Linux", systemPackage,
            ] + http),
        // What a print job may go through.
        tests("PrintingTests", ["Printing", "Seeds"]),
        // Which key events are which scan.
        tests("ScanningTests", ["Scanning", "Seeds"]),
        // Which keys of which layout are which bytes.
        tests("KeymapTests", ["Keymap", "Scanning", "CXKBCommon"]),
        // What is done with bytes that nobody wrote, and what must hold then.
        .target(
            name: "FuzzBodies",
            dependencies: ["Scanning", "ESCPOS", "Printing", "ExactJSON", "Receipts", "Settings"],
            path: "Tests/Fuzz/Library", swiftSettings: strict),
        // Cases that fuzzing found, and some fresh ones.
        tests("FuzzTests", ["FuzzBodies", "Seeds"]),
        // Which bars and modules a text is.
        tests("SymbolsTests", ["Symbols"]),
        // What stands where on a receipt.
        tests("ReceiptsTests", ["Billing", "Receipts", "Symbols", "PaperReader"]),
        // Which bytes a receipt is.
        tests(
            "ESCPOSTests",
            [
                "Billing", "Printing", "Receipts", "Scanning", "Symbols", "ESCPOS", "Settings",
                "Typesetter", "PaperReader", "Seeds", "Linux", systemPackage,
            ]),
        // How text becomes dots.
        tests("TypesetterTests", ["Billing", "Kiosk", "Receipts", "Symbols", "Typesetter"]),
        // Receipts that were looked at once, dot for dot.
        tests(
            "GoldenReceiptTests",
            [
                "Billing", "Receipts", "ESCPOS", "Settings", "Typesetter", "PaperReader", "Linux",
                systemPackage,
            ], exclude: ["Golden"]),
        // umockdev: devices that a process sees and the machine does not have.
        .systemLibrary(name: "CUMockdev", path: "Tests/CUMockdev", pkgConfig: "umockdev-1.0"),
        // Keyboard scanners that come, type and go.
        tests(
            "ScannerDeviceTests",
            [
                "Devices", "DeviceEmulation", "Diagnostics", "Evdev", "Hotplug", "Scanning",
                "Linux", "CUMockdev", systemPackage,
            ]),
        // Where a screen keeps its colours.
        tests("FramebufferTests", ["Framebuffer"]),
        // Which bytes a serial line gives.
        tests("SerialTests", ["Serial", "Scanning", "Linux", systemPackage]),
        // What descriptors and answers of USB devices mean.
        tests("USBTests", ["USB", "Linux"]),
        // Printers that come, print, stand still and go.
        tests(
            "PrinterDeviceTests",
            [
                "Devices", "DeviceEmulation", "Hotplug", "USB", "Linux", "CUMockdev", "Seeds",
                systemPackage,
            ]),
        // Pseudo-terminals, and a screen that shows what a terminal would.
        support("TerminalSupport", ["Linux", systemPackage], path: "Tests/TerminalTests/Support"),
        // The line being typed on a real terminal.
        tests(
            "TerminalTests", ["Terminal", "TerminalSupport", "Seeds", "Linux", systemPackage],
            exclude: ["Support"]),
        // Rows above the line being typed, and scripts.
        tests(
            "ScreensTests",
            [
                "Screens", "Terminal", "TerminalSupport", "Billing", "Kiosk", "LineMode",
                "Linux", systemPackage,
            ]),
        // What recorded scanners send is what is found, whoever plays it.
        tests(
            "RecordingTests",
            [
                "Scanning", "Settings", "Devices", "DeviceEmulation", "Diagnostics", "Linux",
                systemPackage,
            ], exclude: ["Recordings"]),
        // What a technician is told, and what learning a scanner writes.
        tests(
            "DiagnosticsTests",
            [
                "Diagnostics", "Scanning", "Settings", "Receipts", "Symbols", "Typesetter",
                "Devices", "Printing",
            ]),
        // Which settings are taken, and how others are refused.
        tests(
            "SettingsTests",
            [
                "Settings", "Billing", "Kiosk", "Printing", "Scanning", "Receipts", "Symbols",
                "ESCPOS", "PaperReader", "Seeds", "Linux", systemPackage,
            ]),
        // What an import takes, and that it is all or nothing.
        tests("ExchangeTests", ["Exchange", "Ledger", "Billing", "ShopFixtures", grdb]),
        // What the standard says of hashes.
        tests("DigestTests", ["Digest"]),
        // The rules that this tree keeps.
        tests("TidyTests", []),
        // What the books promise.
        tests("LedgerTests", ["Ledger", "Billing", "Printing", "ShopFixtures", "Linux", grdb]),
        // The till's steps over real books.
        tests(
            "TillTests",
            [
                "Till", "Spooler", "Ledger", "Kiosk", "LineMode", "Billing", "Printing",
                "Devices", "Receipts", "Scanning", "Seeds", "ShopFixtures", "Linux", grdb,
            ]),
        // A file system for SQLite that records, and plays power cuts, kills and failing disks.
        .target(
            name: "RecordingVFS", path: "Tests/RecordingVFS",
            linkerSettings: [.linkedLibrary("sqlite3")]),
        // Power cuts, kills, flipped bits and random days, over the till and real books.
        support(
            "Proofs",
            [
                "Till", "Spooler", "Ledger", "LineMode", "Billing", "Printing", "Devices",
                "Scanning", "RecordingVFS", "Seeds", "ShopFixtures", grdb,
            ], path: "Tests/Proofs/Library"),
        // The proofs as a program, which is built optimised: as many as the issues ask for.
        program(
            "galla-proof", ["Proofs", "Seeds", "Linux", arguments], path: "Tests/Proofs/Tool"),
        // A few of each proof, and the faults that they must find.
        tests("ProofTests", ["Proofs", "RecordingVFS", "Seeds", "ShopFixtures", grdb]),
        // The printer's thread.
        tests(
            "SpoolerTests",
            [
                "Spooler", "Devices", "DeviceEmulation", "Billing", "ESCPOS", "Printing",
                "PaperReader", "Receipts", "Seeds", "Linux", "Typesetter", systemPackage,
            ]),
    ]
)

// A fuzzer's build (Tests/Fuzz/run) has what the bodies need and nothing else: libFuzzer brings a
// `main` of its own, which no other build may see.
if Context.environment["GALLA_FUZZ"] == "1" {
    let entry = Target.executableTarget(
        name: "galla-fuzz", dependencies: ["FuzzBodies"], path: "Tests/Fuzz/Entry",
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
    var (kept, packages): (Set<String>, Set<String>) = (["FuzzBodies"], [])
    for _ in package.targets {
        for target in package.targets where kept.contains(target.name) {
            for dependency in target.dependencies {
                if case .byNameItem(let name, _) = dependency { kept.insert(name) }
                if case .productItem(_, let name?, _, _) = dependency { packages.insert(name) }
            }
        }
    }
    package.targets = package.targets.filter { kept.contains($0.name) } + [entry]
    package.products = [.executable(name: "galla-fuzz", targets: ["galla-fuzz"])]
    package.dependencies = package.dependencies.filter { dependency in
        guard case .sourceControl(_, let location, _) = dependency.kind else { return false }
        return packages.contains { location.hasSuffix("/\($0)") }
    }
}
