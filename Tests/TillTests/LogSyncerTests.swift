import Billing
import Ledger
import LineMode
import Linux
import Scanning
import ShopFixtures
import Spooler
import Synchronization
import Testing

@testable import Till

@Suite("requests wait for the disk beside the till")
struct LogSyncerTests {
    /// What happens, in order; a test waits for it.
    private final class Log: Sendable {
        private let entries = Mutex<[String]>([])
        private let hasNews: EventFlag

        init() throws {
            hasNews = try EventFlag()
        }

        var all: [String] { entries.withLock { $0 } }

        func add(_ entry: String) {
            entries.withLock { $0.append(entry) }
            hasNews.raise()
        }

        func wait(for entry: String) { wait { $0 == entry } }

        func wait(where isWanted: (String) -> Bool) {
            while !all.contains(where: isWanted) {
                hasNews.wait()
                hasNews.lower()
            }
        }
    }

    /// Set once, from any thread.
    private final class Latch: Sendable {
        private let state = Atomic(false)
        var isSet: Bool { state.load(ordering: .acquiring) }
        func set() { state.store(true, ordering: .releasing) }
    }

    /// A till on a thread of its own, whose disk does what the test says.
    private struct Counter {
        let inbox: Inbox
        let log: Log
        /// Lets the disk be done once.
        let disk: EventFlag
        /// From the end on the disk is done at once.
        private let isEnding: Latch
        private let loop: Worker

        init(_ shop: Shop, failure: String? = nil) throws {
            let (inbox, log, disk) = try (Inbox(), Log(), EventFlag())
            let isEnding = Latch()
            let syncer = try LogSyncer(
                sync: {
                    log.add("asked")
                    disk.wait()
                    if !isEnding.isSet { disk.lower() }
                    log.add("on disk")
                    if let failure { throw LedgerError.commitFailed(reason: failure) }
                }, tell: { inbox.wake() })
            let till = shop.till
            let hands = TillHands(
                show: { rows, _ in for row in rows { log.add(row.text) } },
                print: { _ in log.add("printed") }, close: {})
            loop = try Worker(name: "galla-till") {
                var loop = TillLoop(till: till, inbox: inbox, hands: hands, syncer: syncer)
                loop.run()
            }
            (self.inbox, self.log, self.disk, self.isEnding) = (inbox, log, disk, isEnding)
        }

        func ask(_ name: String, _ ask: TillAsk) {
            let request = TillRequest(ask) { [log] answer in
                switch answer {
                case .sold(_, let isRepeat): log.add(isRepeat ? "\(name) again" : name)
                case .refused(let refusal): log.add("\(name): \(refusal.code)")
                case .customer, .confirmed: log.add(name)
                }
            }
            if let refusal = inbox.post(request) { log.add("\(name): \(refusal.code)") }
        }

        func end() {
            // A receipt that nobody prints is not waited for when it is said twice.
            inbox.post(.line("quit"))
            inbox.post(.line("quit"))
            isEnding.set()
            disk.raise()
            loop.join()
        }
    }

    @Test("a sale is answered, and its receipt printed, when the disk has it; scans go on")
    func beside() throws {
        let shop = try Shop()
        let counter = try Counter(shop)
        counter.inbox.post(.printer(.ready(name: "test printer")))
        counter.ask("R1", try sale("R1"))
        counter.log.wait(for: "asked")
        // A repeat of what the disk may not have yet is not answered either.
        counter.ask("repeat", try sale("R1"))
        counter.inbox.post(.line(Shop.codeA))
        counter.log.wait { $0.contains("Product A") }
        #expect(!counter.log.all.contains("R1"))
        #expect(!counter.log.all.contains("printed"))
        counter.disk.raise()
        counter.log.wait(for: "repeat again")
        counter.end()
        let entries = counter.log.all
        #expect(!entries.contains("repeat"))
        #expect(entries.filter { $0 == "R1" }.count == 1)
        #expect(entries.filter { $0 == "printed" }.count == 1)
        #expect(try shop.count("bill") == 1)
    }

    @Test("a scan is answered before the disk has it, the next one after; a scanner's news at once")
    func openBill() throws {
        let shop = try Shop(printerName: nil)
        let counter = try Counter(shop)
        counter.inbox.post(.line(Shop.codeA))
        counter.log.wait { $0.contains("Product A") }
        counter.log.wait(for: "asked")
        let scanner = ScannerIdentity(
            port: "1-1", serial: nil, vendor: 1, product: 2, name: "Gun", lane: nil)
        counter.inbox.post(.scanner(.connected(scanner)))
        counter.log.wait { $0.contains("Gun") }
        #expect(!counter.log.all.contains("on disk"))
        counter.inbox.post(.line(Shop.codeB))
        counter.disk.raise()
        counter.log.wait { $0.contains("Product B") }
        let entries = counter.log.all
        let done = try #require(entries.firstIndex(of: "on disk"))
        let shown = try #require(entries.firstIndex { $0.contains("Product B") })
        #expect(done < shown)
        counter.end()
    }

    @Test("an open bill that the disk refuses is said")
    func openBillRefused() throws {
        let counter = try Counter(try Shop(printerName: nil), failure: "no space left")
        counter.inbox.post(.line(Shop.codeA))
        counter.disk.raise()
        counter.log.wait { $0.contains("no space left") }
        counter.end()
    }

    @Test("a disk that refuses is said; what the books have is answered, and the till sells on")
    func refused() throws {
        let shop = try Shop(printerName: nil)
        let counter = try Counter(shop, failure: "input/output error")
        counter.ask("R1", try sale("R1"))
        counter.disk.raise()
        counter.log.wait(for: "R1")
        #expect(counter.log.all.contains { $0.contains("input/output error") })
        counter.ask("R1 later", try sale("R1"))
        counter.log.wait(for: "R1 later again")
        counter.end()
        #expect(try shop.count("bill") == 1)
    }

    @Test("an end waits for the disk and answers what it was asked")
    func ended() throws {
        let shop = try Shop(printerName: nil)
        let counter = try Counter(shop)
        counter.ask("R1", try sale("R1"))
        counter.log.wait(for: "asked")
        counter.end()
        #expect(counter.log.all.contains("R1"))
    }

    @Test("requests make way for the counter, and none is lost or answered twice")
    func haste() throws {
        let shop = try Shop(printerName: nil)
        let answers = Answers()
        let batch = try (1...3).map { TillEvent.request(answers.request(try sale("R\($0)"))) }
        var effects = shop.till.step(batch) { true }
        #expect(shop.till.untaken.count == 2)
        #expect(try shop.count("bill") == 1)
        var rounds = 1
        while !shop.till.untaken.isEmpty {
            effects += shop.till.step(shop.till.untaken.map(TillEvent.request)) { rounds > 5 }
            rounds += 1
        }
        #expect(rounds == 2)
        for case .reply(let answer, let request) in effects { request.answer(answer) }
        #expect(answers.all.count == 3)
        #expect(try shop.count("bill") == 3)
    }
}
