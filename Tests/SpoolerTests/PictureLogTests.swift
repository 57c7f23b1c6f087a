import ESCPOS
import Seeds
import Testing

@testable import Spooler

/// What a till notes of the pictures that it has put into printers: no printer's memory is worn out.
@Suite("notes on pictures in printers")
struct PictureLogTests {
    private static let one = String(repeating: "1a", count: 32)
    private static let two = String(repeating: "2b", count: 32)

    private func key(_ letters: String) throws -> StoredPictures.Key {
        try #require(StoredPictures.Key(letters))
    }

    @Test("a picture counts as kept when a printer has said so, and not after it was begun again")
    func kept() throws {
        var log = PictureLog()
        let key = try key("ab")
        #expect(log.begin(key, Self.one, writings: 1, bytes: 900, on: 100) == true)
        #expect(!log.has(key, Self.one) && log.openBytes == 900)
        log.confirm(Self.one)
        #expect(log.has(key, Self.one) && log.openBytes == 0)
        #expect(!log.has(key, Self.two))
        #expect(log.begin(key, Self.one, writings: 1, bytes: 900, on: 100) == true)
        #expect(!log.has(key, Self.one))
    }

    @Test("a day has four writings, and a picture ten, whatever becomes of them")
    func limits() throws {
        var log = PictureLog()
        for _ in 0..<2 {
            #expect(log.begin(try key("ab"), Self.one, writings: 2, bytes: 1, on: 100) == true)
        }
        #expect(log.begin(try key("cd"), Self.two, writings: 1, bytes: 1, on: 100) == false)
        #expect(log.entries.count == 1, "what is refused leaves the notes as they were")
        for day in 101...Int64(108) {
            #expect(log.begin(try key("ab"), Self.one, writings: 1, bytes: 1, on: day) == true)
        }
        #expect(log.begin(try key("ab"), Self.one, writings: 1, bytes: 1, on: 109) == false)
        #expect(log.begin(try key("cd"), Self.two, writings: 1, bytes: 1, on: 109) == true)
    }

    @Test("another picture of the same letters takes the place of the first")
    func sameLetters() throws {
        var log = PictureLog()
        #expect(log.begin(try key("ab"), Self.one, writings: 1, bytes: 1, on: 1) == true)
        log.confirm(Self.one)
        #expect(log.begin(try key("ab"), Self.two, writings: 1, bytes: 1, on: 2) == true)
        #expect(!log.has(try key("ab"), Self.one))
    }

    @Test("the notes are read back as they were written, and nothing else is taken for notes")
    func text() throws {
        var log = PictureLog()
        #expect(PictureLog(log.text) == log)
        #expect(log.begin(try key("~ "), Self.one, writings: 1, bytes: 9_615, on: 20_780) == true)
        log.confirm(Self.one)
        #expect(log.begin(try key("cd"), Self.two, writings: 2, bytes: 77, on: 20_780) == true)
        #expect(
            log.text == """
                galla pictures 1
                day 20780 3
                open 77
                picture 7e20 \(Self.one) 1 kept
                picture 6364 \(Self.two) 1 begun

                """)
        #expect(PictureLog(log.text) == log)
        for seed in 1...UInt64(2_000) {
            var random = SeededGenerator(seed: seed)
            var bytes = Array(log.text.utf8)
            let place = Int.random(in: bytes.indices, using: &random)
            if Bool.random(using: &random) {
                bytes[place] = UInt8.random(in: 0...0x7F, using: &random)
            } else {
                bytes.removeSubrange(place...)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            // What is read is exactly what would be written: a digit more or less, or nothing.
            if let read = PictureLog(text) { #expect(read.text == text, "seed \(seed)") }
        }
        #expect(PictureLog("") == nil && PictureLog("galla pictures 2\nday 1 1\nopen 0\n") == nil)
    }
}
