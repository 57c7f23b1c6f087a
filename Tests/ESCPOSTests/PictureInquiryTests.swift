import ESCPOS
import Printing
import Testing

/// Which pictures a printer keeps, by its own list: Epson's function 64 of `GS ( L`.
@Suite("The list of the pictures that a printer keeps")
struct PictureInquiryTests {
    private func key(_ letters: String) throws -> StoredPictures.Key {
        try #require(StoredPictures.Key(letters))
    }

    private func asked() -> StatusDialogue {
        var dialogue = StatusDialogue(.complete)
        dialogue.askedPictures()
        return dialogue
    }

    @Test("the question is Epson's: 1D 28 4C 04 00 30 40 4B 43")
    func question() {
        #expect(
            StatusCommand.pictures.bytes == [0x1D, 0x28, 0x4C, 4, 0, 0x30, 0x40, 0x4B, 0x43])
    }

    @Test("an empty list and one of two are read, and the last block is acknowledged too")
    func single() throws {
        for (letters, keys) in [("", []), ("G1%x", ["G1", "%x"])] {
            var dialogue = asked()
            #expect(dialogue.isAsking)
            dialogue.heard([0x37, 0x72, 0x40] + letters.utf8 + [0])
            #expect(dialogue.pictures.keys == Set(try keys.map(key)))
            #expect(!dialogue.isAsking)
            #expect(dialogue.takePictureResponse() == [0x06])
            #expect(dialogue.takePictureResponse() == [])
        }
    }

    @Test("nothing is known before the last of several blocks has come")
    func blocks() throws {
        var dialogue = asked()
        let first = (0..<40).flatMap { number -> [UInt8] in [0x41, 0x20 + UInt8(number)] }
        dialogue.heard([0x37, 0x72, 0x41] + first + [0])
        #expect(dialogue.pictures.keys == nil && dialogue.isAsking)
        #expect(dialogue.takePictureResponse() == [0x06])
        // A state that is pushed between the blocks is none of them.
        dialogue.heard([0x14, 0, 0, 0])
        dialogue.heard([0x37, 0x72, 0x40, 0x42, 0x42, 0])
        let keys = try #require(dialogue.pictures.keys)
        let (last, early) = (try key("BB"), try key("A "))
        #expect(keys.count == 41 && keys.isSuperset(of: [last, early]))
    }

    @Test(
        "a list that is not as the manual has it is given up, and the printer is told so",
        arguments: [
            [0x37, 0x72, 0x40, 0x41, 0],  // half a picture's letters
            [0x37, 0x72, 0x42, 0x41, 0x41, 0],  // a status that is none
            [0x37, 0x72, 0],  // no status
        ] as [[UInt8]])
    func broken(bytes: [UInt8]) {
        var dialogue = asked()
        dialogue.heard(bytes)
        #expect(dialogue.pictures.keys == nil && !dialogue.isAsking)
        #expect(dialogue.takePictureResponse() == [0x18])
    }

    @Test("without an answer the printer is told not to wait; what comes later counts no more")
    func late() {
        var dialogue = asked()
        dialogue.waitedInVain()
        #expect(dialogue.takePictureResponse() == [0x18])
        dialogue.heard([0x37, 0x72, 0x40, 0x41, 0x41, 0])
        #expect(dialogue.pictures.keys == nil && dialogue.takePictureResponse() == [])
        // Other questions are asked as before: this model was not found to be silent.
        dialogue.poll()
        #expect(dialogue.nextQuestion() == [0x10, 0x04, 1])
    }

    @Test("no other question is asked while the list is waited for, and other blocks are not it")
    func alone() {
        var dialogue = asked()
        dialogue.poll()
        #expect(dialogue.nextQuestion() == nil)
        dialogue.heard([0x37, 0x22] + Array("0001".utf8) + [0])
        dialogue.heard([0x5F, 0x54, 0x4D, 0])
        #expect(dialogue.isAsking && dialogue.takePictureResponse() == [])
    }

    @Test("the letters follow from the digest and are printable")
    func letters() throws {
        let low = StoredPictures.Key(digest: [0, 0, 0, 0])
        #expect(low == (try key("  ")))
        for high in UInt8.min...UInt8.max {
            let codes = StoredPictures.Key(digest: [high, 7, 255, high]).codes
            #expect(codes.allSatisfy { (0x20...0x7E).contains($0) })
        }
    }
}
