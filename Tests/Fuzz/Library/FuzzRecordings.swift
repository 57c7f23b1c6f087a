import Scanning

/// Any text as a recording: refused by its line, or written as it was read and played to its end.
@Sendable
func fuzzRecordings(_ bytes: [UInt8]) {
    do throws(RecordingError) {
        let recording = try Recording(text: bytes)
        let again = try Recording(text: Array(recording.text.utf8))
        promise(again == recording, "what was read is what was written")
        play(recording)
    } catch {
        promise(error.line >= 1 && !error.sentence.isEmpty, "a line and a sentence")
    }
}

private func play(_ recording: Recording) {
    do throws(HIDPOSDescriptorError) {
        var player = try RecordingPlayer(recording, settings: .standard)
        var steps = 0
        while player.next() != nil {
            steps += 1
            promise(steps <= recording.events.count * 2 + 1, "an end")
        }
    } catch {
        promise(!error.description.isEmpty, "a sentence")
    }
}
