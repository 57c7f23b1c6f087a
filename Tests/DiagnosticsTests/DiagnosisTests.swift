import Devices
import Diagnostics
import Printing
import Testing

/// What the doctor says first is the cause, and a healthy till gets no alarm.
@Suite("The doctor's judgement")
struct DiagnosisTests {
    /// A till that works: a scanner and a printer on USB, books, nothing waiting.
    static func healthy() -> DoctorFacts {
        var facts = DoctorFacts(
            configurationFile: "/etc/galla/galla.toml", folder: "/var/lib/galla",
            printerAddress: .usb(.first))
        facts.books = .readable(folder: "/var/lib/galla", owner: "galla cashier (process 7)")
        facts.devices = .success([
            device(.scanner, accepted: true), device(.printer, accepted: true),
        ])
        facts.printer = (
            KnownPrinter(name: "TM-T20III", state: PrinterState(link: .online)), "It is ready."
        )
        return facts
    }

    static func device(_ kind: SurveyedDevice.Kind, accepted: Bool) -> SurveyedDevice {
        SurveyedDevice(
            kind: kind, name: kind == .scanner ? "Gun" : "TM-T20III", node: "/dev/x", port: "1-1",
            vendor: nil, product: nil, serial: nil, accepted: accepted,
            reason: accepted ? "The udev rule marks it." : "/dev/x may not be opened.")
    }

    @Test("a healthy till gets neither fault nor warning, and each check speaks once")
    func noFalseAlarm() {
        let diagnosis = Diagnosis(Self.healthy())
        #expect(diagnosis.worst == .fine)
        #expect(
            diagnosis.findings.map(\.check)
                == [.configuration, .books, .backups, .scanners, .printer, .queue])
    }

    /// One trouble, and what has to stand first.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let spoil: @Sendable (inout DoctorFacts) -> Void
        let check: Finding.Check
        let verdict: Finding.Verdict
        var command: String?
    }

    static let cases = [
        Case(
            testDescription: "a wrong line in the configuration",
            spoil: { $0.configuration.fault = "galla.toml:2: shop.foo is no setting." },
            check: .configuration, verdict: .fault),
        Case(
            testDescription: "books that cannot be read",
            spoil: { $0.books = .unreadable(folder: "/var/lib/galla", reason: "disk image") },
            check: .books, verdict: .fault),
        Case(
            testDescription: "a backup that is missing",
            spoil: { $0.backupTroubles = ["There is no backup of the shop in /media/stick yet."] },
            check: .backups, verdict: .warning, command: "galla backup --data /var/lib/galla"),
        Case(
            testDescription: "no udev",
            spoil: { $0.devices = .failure(DeviceError("udev cannot be asked.")) },
            check: .devices, verdict: .fault, command: "systemctl status systemd-udevd"),
        Case(
            testDescription: "no scanner",
            spoil: { $0.devices = .success([device(.printer, accepted: true)]) },
            check: .scanners, verdict: .fault, command: "galla devices"),
        Case(
            testDescription: "a keyboard that may be the scanner",
            spoil: { $0.devices = .success([device(.scanner, accepted: false)]) },
            check: .scanners, verdict: .fault, command: "galla scanner learn"),
        Case(
            testDescription: "a printer without the right to open it",
            spoil: {
                $0.devices = .success([
                    device(.scanner, accepted: true), device(.printer, accepted: false),
                ])
                $0.printer = (KnownPrinter(state: PrinterState(link: .unplugged)), "None is there.")
            },
            check: .printer, verdict: .fault, command: "galla devices"),
        Case(
            testDescription: "no paper",
            spoil: {
                let state = PrinterState(link: .online, troubles: [.paperOut, .paperNearEnd])
                $0.printer = (KnownPrinter(name: "TM", state: state), "TM: no paper. Load paper.")
            },
            check: .printer, verdict: .fault),
        Case(
            testDescription: "paper near its end",
            spoil: {
                let state = PrinterState(link: .online, troubles: [.paperNearEnd])
                $0.printer = (KnownPrinter(name: "TM", state: state), "TM: have a roll ready.")
            },
            check: .printer, verdict: .warning),
        Case(
            testDescription: "usblp kept away while Galla prints without it",
            spoil: { $0.stranded = (["TM-T20III"], ["TM-T20III"]) },
            check: .usblp, verdict: .warning, command: "galla doctor --fix"),
        Case(
            testDescription: "usblp kept away from a till that prints through it",
            spoil: {
                $0.stranded = (["TM-T20III"], ["TM-T20III"])
                $0.printerAddress = .line(path: "/dev/usb/lp0")
            },
            check: .usblp, verdict: .fault, command: "galla doctor --fix"),
        Case(
            testDescription: "a job that failed again and again",
            spoil: {
                $0.waiting = [
                    PrintJob(
                        id: .init(1), kind: .bill, subject: "BILL-2601000001", createdAt: 0,
                        state: .aside, attempts: 5)
                ]
            },
            check: .queue, verdict: .fault, command: "galla printer queue"),
    ]

    @Test("the right cause stands first", arguments: cases)
    func causeFirst(_ one: Case) throws {
        var facts = Self.healthy()
        one.spoil(&facts)
        let first = try #require(Diagnosis(facts).findings.first)
        #expect(first.check == one.check)
        #expect(first.verdict == one.verdict)
        #expect(first.command == one.command)
    }

    @Test("usblp that looking has given back is said and is no alarm")
    func givenBack() {
        var facts = Self.healthy()
        facts.stranded.before = ["TM-T20III"]
        let diagnosis = Diagnosis(facts)
        #expect(diagnosis.worst == .note)
        #expect(diagnosis.findings.first?.check == .usblp)
    }

    @Test("a rejected printer beside the till's own is no alarm, nor a keyboard beside the scanner")
    func others() {
        var facts = Self.healthy()
        facts.devices = .success([
            Self.device(.scanner, accepted: true), Self.device(.scanner, accepted: false),
            Self.device(.printer, accepted: true), Self.device(.printer, accepted: false),
        ])
        #expect(Diagnosis(facts).worst == .note)
    }

    @Test("as text: verdict, subject and message in a row, what to do below it")
    func text() {
        var facts = Self.healthy()
        facts.stranded = (["TM-T20III"], ["TM-T20III"])
        let rows = Diagnosis(facts).text.split(separator: "\n")
        let first =
            "warning  usblp          The kernel's printer driver (usblp) is away from TM-T20III. "
            + "Galla prints without it; other programs cannot print there. (likely)"
        #expect(rows[0] == first)
        #expect(rows[2] == "         run: galla doctor --fix")
    }

    @Test("as JSON: the worst verdict, and a finding's absent fields left out")
    func json() throws {
        let text = try Diagnosis(Self.healthy()).json()
        #expect(text.contains("\"verdict\" : \"fine\""))
        #expect(text.contains("\"check\" : \"queue\""))
        #expect(!text.contains("null") && !text.contains("advice"))
    }
}
