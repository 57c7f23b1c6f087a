import Billing
import Exchange
import Foundation
import Ledger
import ShopFixtures
import Testing

/// The backups that a shop makes by itself.
@Suite("the daily backups")
struct DailyBackupTests {
    private let shop: Shop
    private let stick: TemporaryFolder

    init() throws {
        shop = try Shop(printerName: nil)
        stick = try TemporaryFolder()
    }

    private func moments(_ day: Int, _ hour: Int = 10) throws -> DailyBackups.Moments {
        func time(_ day: Int, _ hour: Int) throws -> CivilTime {
            try #require(CivilTime(iso: "2026-11-\(day) \(hour < 10 ? "0" : "")\(hour):00:00"))
        }
        return DailyBackups.Moments(
            now: try time(day, hour), due: try time(day - 1, hour),
            late: try hour >= 12 ? time(day - 1, hour - 12) : time(day - 2, hour + 12))
    }

    private func backups(keep: Int = 14) -> DailyBackups {
        DailyBackups(of: shop.folder.path, copies: [stick.path], keep: keep)
    }

    private func make(
        _ backups: DailyBackups, _ day: Int, _ hour: Int = 10
    ) throws -> (made: Int, failures: [String]) {
        var failures: [String] = []
        let made = backups.make(at: try moments(day, hour), failures: &failures)
        return (made.count, failures)
    }

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private var own: String { shop.folder.path + "/backups" }

    @Test("one is made a day in each folder, and each is a backup that can be restored")
    func daily() throws {
        #expect(backups().troubles(at: try moments(20)).count == 2)
        #expect(try make(backups(), 20) == (2, []))
        #expect(try make(backups(), 20, 23) == (0, []))
        #expect(backups().troubles(at: try moments(21, 21)) == [])
        #expect(try make(backups(), 21) == (2, []))
        for folder in [own, stick.path] {
            let names = ["galla-2026-11-20-100000.sqlite", "galla-2026-11-21-100000.sqlite"]
            #expect(try files(folder) == names)
            let copy = try LedgerReader(backup: "\(folder)/\(names[0])")
            #expect(try copy.read { try $0.end() }.documents == 0)
        }
    }

    @Test("the oldest go once a new one is whole, and nothing else in the folder does")
    func rotation() throws {
        let others = ["galla-2026.sqlite", "galla-2026-11-01-100000.sqlite.damaged", "letter.txt"]
        for name in others { try Data().write(to: URL(filePath: "\(stick.path)/\(name)")) }
        let draft = "galla-2026-11-01-100000.sqlite.part-77"
        try Data().write(to: URL(filePath: "\(stick.path)/\(draft)"))
        for day in 20...24 { #expect(try make(backups(keep: 2), day) == (2, [])) }
        let kept = ["galla-2026-11-23-100000.sqlite", "galla-2026-11-24-100000.sqlite"]
        #expect(try files(own) == kept)
        #expect(try files(stick.path) == (others + kept).sorted())
    }

    @Test("a disk that is not plugged in is named, its folder is not made, and the own backup is")
    func missingDisk() throws {
        let missing = stick.path + "/not plugged in"
        let backups = DailyBackups(of: shop.folder.path, copies: [missing], keep: 3)
        let (made, failures) = try make(backups, 20)
        #expect(made == 1)
        #expect(failures.count == 1)
        #expect(failures[0].contains("not plugged in: it is not there. Is the disk plugged in?"))
        #expect(!FileManager.default.fileExists(atPath: missing))
        #expect(backups.troubles(at: try moments(20)).count == 1)
    }

    @Test("a newest backup that is more than a day and a half old is named with its time")
    func late() throws {
        #expect(try make(backups(), 20) == (2, []))
        let troubles = backups().troubles(at: try moments(21, 23))
        #expect(troubles.count == 2)
        #expect(troubles[0].hasSuffix("backups is of 2026-11-20 10:00 AM."))
    }

    @Test("a backup that a wrong clock dated into the future keeps none from being made")
    func future() throws {
        #expect(try make(backups(), 25) == (2, []))
        #expect(try make(backups(), 20) == (2, []))
        #expect(backups().troubles(at: try moments(20)) == [])
    }

    @Test("a shop whose books are damaged loses no older backup to a new one")
    func damaged() throws {
        #expect(try make(backups(keep: 1), 20) == (2, []))
        try shop.tamper("UPDATE batch SET quantity = 9 WHERE id = 1")
        let (made, failures) = try make(backups(keep: 1), 21)
        #expect(made == 0)
        #expect(failures.count == 2)
        #expect(try files(own).contains("galla-2026-11-20-100000.sqlite"))
    }

    @Test("one that is given up because the till ends leaves nothing")
    func interrupted() throws {
        var asked = 0
        var failures: [String] = []
        let made = backups().make(
            at: try moments(20),
            while: {
                asked += 1
                return asked < 3
            }, failures: &failures)
        #expect(made.isEmpty)
        #expect(try files(own) == [])
        #expect(try files(stick.path) == [])
    }
}
