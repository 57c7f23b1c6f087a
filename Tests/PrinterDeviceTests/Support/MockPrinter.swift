import Glibc

/// What a printer on the cable does: the device's side of a driver test, without any memory tricks.
struct MockPrinter {
    /// Everything it has taken, in order.
    private(set) var paper: [UInt8] = []
    /// How many bytes were submitted in each data transfer.
    private(set) var transferSizes: [Int] = []
    /// The endpoints that data was sent to.
    private(set) var endpoints: Set<UInt8> = []
    /// How many bytes it will have taken in all when it takes no more.
    var room = Int.max
    /// Its cable is pulled when it has taken this many bytes in all.
    var pulledAfter: Int?
    /// It stalls once when it has taken this many bytes in all.
    var stallsAfter: Int?
    /// The kernel's error instead of the plain end of an unplugged transfer.
    var pullStatus = -ENODEV
    /// What it answers to GET_PORT_STATUS; nil stalls.
    var portStatus: UInt8? = 0x18
    /// What it answers to GET_DEVICE_ID.
    var deviceID = "MFG:ACME;MDL:R1;CMD:ESC/POS;"
    /// Questions that it was asked, by request number.
    private(set) var questions: [UInt8] = []
    /// Whether it is unplugged.
    private(set) var isGone = false
    /// How often an endpoint was made usable again.
    var clearedHalts = 0

    /// The kernel driver that has the interface.
    var kernelDriver: String? = "usblp"
    /// Whether another program has the interface.
    var isHeldByAnother = false
    /// What happened to the interface: `detach usblp`, `claim`, `release`, `attach`.
    var interfaceStory: [String] = []

    private var waiting: [MockTransfer] = []
    private var finished: [MockTransfer] = []

    /// Takes a transfer in; it is finished at once, or waits.
    mutating func submit(_ transfer: MockTransfer) {
        if transfer.endpoint == 0 {
            finished.append(answered(transfer))
            return
        }
        if transfer.endpoint & 0x80 == 0 {
            transferSizes.append(transfer.bytes.count)
            endpoints.insert(transfer.endpoint)
        }
        waiting.append(transfer)
        move()
    }

    /// Takes more of what waits, after something was changed from outside.
    mutating func move() {
        guard let index = waiting.firstIndex(where: { $0.endpoint & 0x80 == 0 }) else { return }
        var transfer = waiting[index]
        let wanted = transfer.bytes.count - transfer.actual
        let limit = min(room, pulledAfter ?? .max, stallsAfter ?? .max)
        let taken = max(0, min(wanted, limit - paper.count))
        paper += transfer.bytes[transfer.actual..<transfer.actual + taken]
        transfer.actual += taken
        waiting[index] = transfer
        if pulledAfter == paper.count {
            pull()
        } else if stallsAfter == paper.count {
            stallsAfter = nil
            finish(index, status: -EPIPE)
        } else if transfer.actual == transfer.bytes.count {
            finish(index, status: 0)
        }
    }

    /// Pulls the cable: what waits ends with what was taken.
    mutating func pull() {
        isGone = true
        while !waiting.isEmpty { finish(0, status: pullStatus) }
    }

    /// Ends a transfer that the driver takes back; false when it is not waiting.
    mutating func discard(address: UInt) -> Bool {
        guard let index = waiting.firstIndex(where: { $0.memory.address == address }) else {
            return false
        }
        finish(index, status: -ENOENT)
        return true
    }

    /// The next finished transfer.
    mutating func reap() -> MockTransfer? {
        finished.isEmpty ? nil : finished.removeFirst()
    }

    private mutating func finish(_ index: Int, status: Int32) {
        var transfer = waiting.remove(at: index)
        transfer.status = status
        finished.append(transfer)
    }

    private mutating func answered(_ question: MockTransfer) -> MockTransfer {
        var transfer = question
        questions.append(question.bytes[1])
        switch (question.bytes[0], question.bytes[1]) {
        case (0xA1, 1):
            if let portStatus { transfer.answer = [portStatus] } else { transfer.status = -EPIPE }
        case (0xA1, 0):
            let length = deviceID.utf8.count + 2
            transfer.answer = [UInt8(length >> 8), UInt8(length & 0xFF)] + deviceID.utf8
        default:
            transfer.status = -EPIPE
        }
        transfer.actual = transfer.answer.count
        return transfer
    }
}
