import Linux
package import Settings
import SystemPackage

/// The profile files of `packaging/printers`.
package enum ShippedProfiles {
    /// The words of all profiles that can be chosen, for tests that take each of them.
    package static let words = [
        "bixolon", "citizen", "custom", "epson", "everycom-58", "everycom-80", "pos-5890", "pos-80",
        "rongta", "rongta-58", "safe-58", "safe-76", "safe-80", "safe-80-42", "snbc", "srp-330",
        "star", "tm-m30", "tm-t20ii", "tm-t20iii", "tm-t82", "tm-t88iii", "tm-t88iv", "tm-t88v",
        "tm-t88vi", "tm-t88vii", "tm-u220", "tvs-rp3160", "tvs-rp3200", "xprinter", "xprinter-58",
        "zj-58",
    ]

    /// All of them, read from the tree that this file is part of.
    package static func catalogue() throws -> PrinterCatalogue { try read.get() }

    private static let read = Result<PrinterCatalogue, any Error> {
        let tree = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        let folder = tree + "/packaging/printers/"
        let names = ["common", "epson", "india", "others"]
        let files = try names.map { name in
            let file = try OpenDescriptor(path: folder + name + ".toml", .readOnly)
            return (name: name + ".toml", bytes: try file.read(atMost: 1 << 16))
        }
        return try PrinterCatalogue(files: files)
    }
}
