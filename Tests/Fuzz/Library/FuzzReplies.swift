import ESCPOS

/// Any bytes as a printer's replies: the same replies whether they came at once or one by one.
@Sendable
func fuzzReplies(_ bytes: [UInt8]) {
    var whole = StatusReplyParser()
    let atOnce = whole.take(bytes)
    var pieces = StatusReplyParser()
    var found: [StatusReply] = []
    for byte in bytes { found += pieces.take([byte]) }
    promise(found == atOnce && pieces == whole, "no reply depends on how its bytes were split")
}
