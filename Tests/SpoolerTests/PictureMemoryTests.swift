import Billing
import DeviceEmulation
import Devices
import ESCPOS
import Foundation
import PaperReader
import Printing
import Receipts
import Spooler
import Testing

/// The shop's picture in the memory of a printer: put there once, and never taken for granted.
@Suite("the logo in the printer's memory", .timeLimit(.minutes(1)))
struct PictureMemoryTests {
    private static let profile: PrinterProfile = {
        var profile = PrinterProfile.paper80
        profile.keepsPictures = true
        profile.missingSigns = .userDefined
        return profile
    }()
    private static let times = SpoolerTimes(
        idlePoll: 200, busyPoll: 20, answer: 300, confirmation: 2_000, firstConfirmation: 300,
        doubt: 100, storing: 2_000)

    private static func press(_ logo: String, log: String?) -> ESCPOSPress {
        ESCPOSPress(
            template: ReceiptTemplate(shop: ShopHeader(name: "SHIVIK MART")), logo: logo,
            choose: { _ in profile }, report: { _ in }, pictureLog: log)
    }

    /// A till from its start to its end, which prints so many receipts; how each of them ended.
    ///
    /// `between` tells behind each of them whether the printer was plugged in anew.
    private func till(
        _ printer: FaultyPrinter, _ shop: PictureShop, logo: Int = 3, receipts: Int64 = 1,
        ringsBell: Bool = false, between: @Sendable (Int64) async -> Bool = { _ in false }
    ) async throws -> [PrinterNews] {
        let (stream, continuation) = AsyncStream<PrinterNews>.makeStream()
        var news = stream.makeAsyncIterator()
        let (path, log) = (shop.logo(logo), shop.log)
        let spooler = try Spooler()
        try spooler.start(
            driver: { () throws(DeviceError) in
                RingingPrinter(printer) { if ringsBell { spooler.openDrawer() } }
            },
            press: { Self.press(path, log: log) }, features: { _ in .cautious },
            times: Self.times, deliver: { continuation.yield($0) })
        var ends: [PrinterNews] = []
        for number in 1...receipts {
            spooler.submit(try PrintOrder.numbered(number))
            while let word = await news.next(isolation: #isolation) {
                guard isEnd(word) else { continue }
                ends.append(word)
                break
            }
            // Orders are handed on to a printer that is there, as a till does.
            let isAwaited = await between(number)
            while isAwaited, let word = await news.next(isolation: #isolation) {
                if case .ready = word { break }
            }
        }
        spooler.stop()
        return ends
    }

    private static func replug(_ printer: FaultyPrinter) async -> Bool {
        printer.unplug()
        for await happening in printer.happenings {
            if case .lookedFor(.absent) = happening { break }
        }
        printer.plugIn()
        return true
    }

    private func isEnd(_ word: PrinterNews) -> Bool {
        switch word {
        case .finished, .failed: true
        case .ready, .absent, .state, .drawerShut: false
        }
    }

    private static func isFinished(_ word: PrinterNews) -> Bool {
        if case .finished = word { true } else { false }
    }

    private static let naming: [UInt8] = [0x1D, 0x28, 0x4C, 6, 0, 48, 69]

    /// The receipts among what was sent, each without the question behind it.
    private func receipts(_ printer: FaultyPrinter) -> [[UInt8]] {
        printer.papers.filter { $0.starts(with: [0x1B, 0x40]) }.map { $0.dropLast(3) }
    }

    private func names(_ receipt: [UInt8]) -> Bool {
        receipt.indices.contains { receipt[$0...].starts(with: Self.naming) }
    }

    /// Every receipt is on paper as it is where no printer keeps anything.
    private func expectWhole(_ printer: FaultyPrinter, _ shop: PictureShop, logo: Int = 3) throws {
        let plain = Self.press(shop.logo(logo), log: nil)
        plain.meet(nil)
        let storing = printer.papers.filter { !$0.starts(with: [0x1B, 0x40]) }.flatMap { $0 }
            .drop { $0 == 0 }
        for (index, receipt) in receipts(printer).enumerated() {
            let order = try PrintOrder.numbered(Int64(index + 1))
            let known = KnownImages([:])
            let wanted = try PaperReader.read(
                plain.bytes(for: order), profile: Self.profile, known: known)
            let paper = try PaperReader.read(
                receipt, profile: Self.profile, known: known, storing: Array(storing))
            #expect(paper.events == wanted.events)
        }
        #expect(printer.memoryUse.missed == 0)
        #expect(printer.memoryUse.interruptions == 0)
    }

    @Test("is put there once, over restarts of the till, and each receipt is the same on paper")
    func once() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        for _ in 0..<2 {
            let ends = try await till(printer, shop, receipts: 2)
            #expect(ends.allSatisfy { if case .finished(_, true) = $0 { true } else { false } })
        }
        #expect(printer.memoryUse.writings == 1 && printer.keptPictures.count == 1)
        #expect(receipts(printer).count == 4 && receipts(printer).allSatisfy(names))
        let (folder, other) = (try PictureShop(), try FaultyPrinter(speaks: true))
        _ = try await till(other, folder, receipts: 2)
        try expectWhole(other, folder)
    }

    @Test("another logo takes its place, and the old one is removed")
    func replaced() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        printer.keepPictures(["00"])
        _ = try await till(printer, shop)
        let first = printer.keptPictures
        _ = try await till(printer, shop, logo: 5)
        #expect(printer.keptPictures.count == 2 && printer.keptPictures.contains("00"))
        #expect(printer.keptPictures != first)
        #expect(printer.memoryUse.writings == 3 && printer.memoryUse.missed == 0)
        #expect(receipts(printer).allSatisfy(names))
    }

    @Test("another printer on the cable, found while the till runs or later, gets it too")
    func swapped() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        let other = try FaultyPrinter(speaks: true)
        _ = try await till(printer, shop, receipts: 2) { number in
            guard number == 1 else { return false }
            printer.forgetPictures()
            return await Self.replug(printer)
        }
        #expect(printer.memoryUse.writings == 2)
        try expectWhole(printer, shop)
        for each in [other, printer, other] { _ = try await till(each, shop) }
        #expect(printer.memoryUse.writings == 2 && other.memoryUse.writings == 1)
        #expect(receipts(printer).allSatisfy(names) && receipts(other).allSatisfy(names))
        #expect(printer.memoryUse.missed == 0 && other.memoryUse.missed == 0)
    }

    @Test("a printer that does not say what it keeps gets the dots with each receipt")
    func mute() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        printer.arrangeMemory(isMute: true)
        let ends = try await till(printer, shop, receipts: 2)
        #expect(ends == [1, 2].map { .finished(PrintJob.ID($0), isConfirmed: true) })
        #expect(printer.memoryUse.writings == 0 && !receipts(printer).contains(where: names))
        try expectWhole(printer, shop)
        // Once for each opening, and the printer is not left waiting for an answer.
        #expect(printer.questions.filter { $0 == StatusCommand.pictures.bytes }.count == 1)
        #expect(printer.questions.filter { $0 == [0x18] }.count == 1)
    }

    @Test("another printer in its place that does not say what it keeps gets the dots")
    func swappedForMute() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        _ = try await till(printer, shop, receipts: 2) { number in
            guard number == 1 else { return false }
            printer.forgetPictures()
            printer.arrangeMemory(isMute: true)
            return await Self.replug(printer)
        }
        #expect(receipts(printer).map(names) == [true, false])
        #expect(printer.memoryUse.missed == 0)
    }

    @Test("a full memory is not written to again and again, and receipts have the dots")
    func full() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        printer.arrangeMemory(isFull: true)
        _ = try await till(printer, shop, receipts: 3) { number in
            number < 3 ? await Self.replug(printer) : false
        }
        #expect(printer.memoryUse.writings == 1, "no other is tried, though it is asked anew")
        for _ in 0..<6 { _ = try await till(printer, shop) }
        #expect(printer.memoryUse.writings == 4, "four a day")
        #expect(!receipts(printer).contains(where: names))
    }

    @Test("letters that somebody else has used are not taken for the shop's own picture")
    func foreign() async throws {
        let (shop, first) = (try PictureShop(), try FaultyPrinter(speaks: true))
        _ = try await till(first, shop)
        let (fresh, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        printer.keepPictures(first.keptPictures)
        _ = try await till(printer, fresh)
        #expect(printer.memoryUse.writings == 1)
        try expectWhole(printer, fresh)
    }

    @Test("a long list of other pictures comes in several blocks, each answered")
    func longList() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        let others = (0..<100).map { String(format: "%02d", $0) }
        printer.keepPictures(others, inBlocksOf: 40)
        _ = try await till(printer, shop)
        #expect(printer.memoryUse.writings == 1 && printer.keptPictures.count == 101)
        try expectWhole(printer, shop)
    }

    @Test("the drawer opens behind the list, not in it, whether the list comes or not")
    func drawer() async throws {
        for isMute in [false, true] {
            let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
            printer.arrangeMemory(isMute: isMute)
            _ = try await till(printer, shop, ringsBell: true)
            let pulse = try #require(Self.press(shop.logo(), log: nil).drawerPulse)
            let asked = printer.questions
            let list = try #require(asked.firstIndex(of: StatusCommand.pictures.bytes))
            let answer = try #require(asked.firstIndex(of: [isMute ? 0x18 : 0x06]))
            let opened = try #require(asked.firstIndex(of: pulse))
            #expect(list < answer && answer < opened)
            #expect(printer.memoryUse.interruptions == 0)
        }
    }

    @Test(
        "a cable pulled while it is stored costs no receipt a byte, and begins none",
        arguments: [1, 8, 500, 1_500])
    func interrupted(count: Int) async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        printer.arrange(.unplugged, afterBytes: count)
        let ends = try await till(printer, shop)
        guard case .failed(PrintJob.ID(1), let taken, _, let isOwnFault) = ends.first else {
            Issue.record("the job did not fail: \(ends)")
            return
        }
        #expect(taken == 0 && !isOwnFault)
        #expect(receipts(printer).isEmpty)
        printer.plugIn()
        _ = try await till(printer, shop)
        #expect(receipts(printer).count == 1 && receipts(printer).allSatisfy(names))
        #expect(printer.memoryUse.missed == 0 && printer.keptPictures.count == 1)
        // What was lacking of the first attempt is made up by zeros, not by the receipt.
        #expect(printer.papers[1].allSatisfy { $0 == 0 } && printer.papers[1].count > count)
    }

    @Test("a printer that goes away whenever it is to store it gets the dots the third time")
    func unbearable() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        printer.arrange(.unplugged, afterBytes: 8)
        let ends = try await till(printer, shop, receipts: 4) { number in
            if number == 1 { printer.arrange(.unplugged, afterBytes: 8) }
            if number < 3 { printer.plugIn() }
            return number < 3
        }
        #expect(ends.map(Self.isFinished) == [false, false, true, true])
        #expect(!receipts(printer).contains(where: names))
        #expect(printer.memoryUse.writings == 0 && printer.keptPictures.isEmpty)
    }

    @Test("without notes that can be read nothing is stored")
    func noNotes() async throws {
        let (shop, printer) = (try PictureShop(), try FaultyPrinter(speaks: true))
        try Data("something else\n".utf8).write(to: URL(fileURLWithPath: shop.log))
        _ = try await till(printer, shop)
        #expect(printer.memoryUse.writings == 0 && !receipts(printer).contains(where: names))
        try expectWhole(printer, shop)
    }
}
