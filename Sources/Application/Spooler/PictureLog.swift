import ESCPOS

/// A till's notes on what it has put into the memories of printers, so that none is worn out.
///
/// Text of a line each: `galla pictures 1`, `day DAY WRITINGS` (days since 1970), `open BYTES` (of a
/// writing whose end is not known), and `picture LETTERS DIGEST WRITINGS kept|begun`, the newest last.
/// A file that holds anything else is not understood, and then nothing is written to a printer.
struct PictureLog: Hashable, Sendable {
    /// A picture that was put, or begun to be put, into a printer.
    struct Entry: Hashable, Sendable {
        let key: StoredPictures.Key
        /// The picture's SHA-256 in 64 hexadecimal digits.
        let digest: String
        /// How often it was written, into whatever printers.
        var writings: Int
        /// Whether a printer has confirmed it since it was begun last.
        var isKept: Bool
    }

    private(set) var entries: [Entry] = []
    private var day: Int64 = 0
    private var writingsOfDay = 0
    /// So many bytes may be lacking in a printer that was interrupted while it took a picture.
    private(set) var openBytes = 0

    /// Epson's reference of `GS ( L` allows ten a day; a shop needs one for each printer and logo.
    static let mostADay = 4
    /// One picture is written so often at most, into however many printers.
    static let mostOfAPicture = 10
    private static let mostEntries = 8
    private static let longestPicture = 1 << 20
    private static let start = "galla pictures 1"

    init() {}

    /// Whether this till has stored the picture and a printer has confirmed it.
    func has(_ key: StoredPictures.Key, _ digest: String) -> Bool {
        entries.contains { $0.key == key && $0.digest == digest && $0.isKept }
    }

    /// The letters of this till's other pictures.
    func others(than digest: String) -> [StoredPictures.Key] {
        entries.filter { $0.digest != digest }.map(\.key)
    }

    /// Notes a writing before it is done; false where it would be one too many.
    mutating func begin(
        _ key: StoredPictures.Key, _ digest: String, writings: Int, bytes: Int, on today: Int64
    ) -> Bool {
        var entry =
            entries.first { $0.digest == digest }
            ?? Entry(key: key, digest: digest, writings: 0, isKept: false)
        let before = day == today ? writingsOfDay : 0
        guard before + writings <= Self.mostADay, entry.writings < Self.mostOfAPicture else {
            return false
        }
        (day, writingsOfDay) = (today, before + writings)
        entry.writings += 1
        entry.isKept = false
        // Whatever had these letters before is overwritten.
        entries.removeAll { $0.digest == digest || $0.key == key }
        entries = entries.suffix(Self.mostEntries - 1) + [entry]
        openBytes = bytes
        return true
    }

    /// Notes that a printer holds the picture by its own word.
    mutating func confirm(_ digest: String) {
        openBytes = 0
        for index in entries.indices where entries[index].digest == digest {
            entries[index].isKept = true
        }
    }

    /// Notes that nothing of an interrupted writing can be lacking any more.
    mutating func close() {
        openBytes = 0
    }
}

extension PictureLog {
    /// The notes as text.
    var text: String {
        let pictures = entries.map { entry in
            "picture \(Self.hex(entry.key)) \(entry.digest) \(entry.writings) "
                + (entry.isKept ? "kept" : "begun")
        }
        let lines = [Self.start, "day \(day) \(writingsOfDay)", "open \(openBytes)"] + pictures
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads the notes; nil where they are not as `text` writes them.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard lines.count >= 3, lines[0] == Self.start else { return nil }
        let (days, open) = (lines[1].split(separator: " "), lines[2].split(separator: " "))
        guard days.count == 3, let day = Int64(days[1]), let writings = Int(days[2]),
            open.count == 2, let bytes = Int(open[1]), (0...Self.longestPicture).contains(bytes)
        else { return nil }
        (self.day, writingsOfDay, openBytes) = (day, writings, bytes)
        for line in lines.dropFirst(3) {
            guard let entry = Self.entry(line) else { return nil }
            entries.append(entry)
        }
        guard self.text == text else { return nil }
    }

    private static func entry(_ line: Substring) -> Entry? {
        let words = line.split(separator: " ")
        guard words.count == 5, let codes = UInt16(words[1], radix: 16), words[2].utf8.count == 64,
            let key = StoredPictures.Key([UInt8(codes >> 8), UInt8(codes & 0xFF)]),
            let writings = Int(words[3]), writings >= 0
        else { return nil }
        return Entry(
            key: key, digest: String(words[2]), writings: writings, isKept: words[4] == "kept")
    }

    private static func hex(_ key: StoredPictures.Key) -> String {
        key.codes.map { String($0, radix: 16) }.joined()
    }
}
