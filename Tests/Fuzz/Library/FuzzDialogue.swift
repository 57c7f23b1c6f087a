import ESCPOS
import Printing

/// Any bytes of a printer in any pieces, between any questions; then replies that must be heard.
@Sendable
func fuzzDialogue(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var parser = StatusReplyParser()
    let isComplete = input.byte() & 1 == 0
    var dialogue = StatusDialogue(isComplete ? .complete : .cautious)
    while !input.isEmpty {
        let kind = input.byte()
        switch kind & 7 {
        case 0: dialogue.poll()
        case 1: _ = dialogue.nextQuestion()
        case 2: dialogue.waitedInVain()
        case 3: dialogue.couldNotAsk()
        case 4: dialogue.saw(kind & 8 == 0 ? .paperOut : nil)
        case 5 where !dialogue.isAsking: dialogue.askedPictures()
        default:
            let words = input.bytes(atMost: Int(kind >> 3))
            let replies = parser.take(words)
            promise(replies.count <= words.count + 90, "no more replies than bytes")
            dialogue.heard(words)
        }
        let response = dialogue.takePictureResponse()
        promise([[], [0x06], [0x18]].contains(response), "a list is answered by one byte or none")
        promise(
            dialogue.pictures.keys == nil || !dialogue.pictures.isOpen,
            "nothing is known of a list before its end")
        promise(!dialogue.isEndConfirmed, "no job is confirmed that was not asked about")
        promise(dialogue.state.link != .unplugged, "a printer that speaks is there")
    }
    _ = parser.giveUp()
    promise(!parser.isInMiddle, "a silence ends every reply")
    promise(
        parser.take([0x12, 0x14, 0, 0, 0])
            == [.realTime(0x12), .automatic(AutomaticStatus(0x14, 0, 0, 0))],
        "the replies after the trouble are whole")
}
