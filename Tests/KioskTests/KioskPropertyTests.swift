import Billing
import Kiosk
import Scanning
import Seeds
import Testing

/// Whatever shoppers, staff, devices and the clock do: the laws of a kiosk hold.
@Suite("kiosk, at random")
struct KioskPropertyTests {
    private static let words = [
        "A", "A", "B", "tobacco", "onion", "unknown", "enter", "enter", "enter", "back", "help",
        "remove", "quantity", "language", "time", "time", "paid", "late", "no-paper", "paper",
        "night", "day", "no-scanner", "scanner", "leave", "restart", "4711", "1", "2", "3", "4",
        "5", "7", "9876543210", "8901000000019", "0",
    ]

    @Test("nothing is lost, nothing is given away, and every state fits its bill")
    func laws() {
        for seed in Campaign.seeds(short: 300, long: 20_000) {
            var generator = SeededGenerator(seed: seed)
            var counter = Counter()
            var script: [String] = []
            for _ in 0..<60 {
                let word = Self.words.randomElement(using: &generator) ?? "A"
                script.append(word)
                let before = counter
                // A payment comes only where one is waited for.
                if word == "paid", counter.sale.openBill?.attempt == nil { continue }
                counter.play(word)
                check(counter, after: before, "seed \(seed): \(script.joined(separator: " "))")
            }
        }
    }

    private func check(_ counter: Counter, after before: Counter, _ story: String) {
        let bill = counter.sale.openBill
        switch counter.kiosk.state {
        case .welcome, .closed, .thanks:
            #expect(bill == nil, "the next shopper finds a bill: \(story)")
        case .scanning, .phone, .counter:
            #expect(bill?.isBeingPaid != true, "\(story)")
            #expect(bill?.lines.isEmpty == false || counter.kiosk.state == .scanning, "\(story)")
        case .waiting, .asked:
            #expect(bill?.attempt != nil, "no payment to wait for: \(story)")
        case .help, .staff: break
        }
        // A bill ends as one that is paid, one that is parked, or by somebody of the shop.
        if let old = before.sale.openBill, !old.lines.isEmpty, bill?.reference != old.reference {
            let isParked = counter.parked.count > before.parked.count
            let isSold = counter.bills.count > before.bills.count
            let isEmptied = counter.asked.suffix(2).contains(.removeLast) && old.lines.count == 1
            let isThrownAway = if case .staff = before.kiosk.state { true } else { isEmptied }
            #expect(isParked || isSold || isThrownAway, "a bill was lost: \(story)")
            #expect(!old.isBeingPaid || isSold, "money was lost: \(story)")
        }
        if counter.turn == nil {
            switch counter.kiosk.state {
            case .welcome, .closed, .asked, .help: break
            case .scanning, .phone, .counter, .waiting, .thanks, .staff:
                Issue.record("the state would last for ever: \(story)")
            }
        }
    }
}
