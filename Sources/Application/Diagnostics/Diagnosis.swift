import Devices
import Printing

/// What the doctor makes of its facts: findings, the worst first.
package struct Diagnosis: Equatable, Sendable {
    /// The findings: faults first; among equals a cause before what it causes.
    package let findings: [Finding]

    /// Judges facts; every check that applies says something.
    package init(_ facts: DoctorFacts) {
        let judged =
            [Self.configuration(facts), Self.books(facts), Self.backups(facts)].compactMap { $0 }
            + Self.scanners(facts)
            + [Self.usblp(facts), Self.printer(facts), Self.queue(facts)].compactMap { $0 }
        // `sort` keeps no order among equals by promise; the place does.
        findings = judged.enumerated().sorted { left, right in
            (right.element.verdict, left.offset) < (left.element.verdict, right.offset)
        }.map(\.element)
    }

    /// The worst that was found.
    package var worst: Finding.Verdict { findings.first?.verdict ?? .fine }

    private static func configuration(_ facts: DoctorFacts) -> Finding {
        let (file, exists, fault) = facts.configuration
        if let fault {
            return Finding(
                .configuration, .fault, fault,
                advice: "Correct the line that is named; the till starts with no other settings.")
        }
        guard exists else {
            return Finding(
                .configuration, .note,
                "There is no \(file): the till works with built-in settings.")
        }
        return Finding(.configuration, .fine, "\(file) is in order.")
    }

    private static func books(_ facts: DoctorFacts) -> Finding {
        switch facts.books {
        case .none(let folder):
            Finding(
                .books, .note, "There is no shop in \(folder) yet.",
                advice: "Import products and batches, or start the till: it makes the books.",
                command: "galla import products FILE.csv --data \(folder)")
        case .unreadable(let folder, let reason):
            Finding(
                .books, .fault, "The books in \(folder) cannot be read: \(reason).",
                advice: "Change nothing in that folder, and copy it to another disk first.")
        case .readable(let folder, nil):
            Finding(
                .books, .fine, "The books in \(folder) can be read. No till is running on them.")
        case .readable(let folder, let owner?):
            Finding(.books, .fine, "The books in \(folder) can be read. \(owner) has them.")
        }
    }

    /// Nothing is said where there is nothing to copy.
    private static func backups(_ facts: DoctorFacts) -> Finding? {
        guard case .readable(let folder, _) = facts.books else { return nil }
        guard let troubles = facts.backupTroubles else {
            return Finding(
                .backups, .note, "The till makes no backups by itself ([backup] daily).",
                advice: "Make them some other way.", command: "galla backup FILE --data \(folder)")
        }
        guard !troubles.isEmpty else {
            return Finding(.backups, .fine, "The daily backups are there.")
        }
        return Finding(
            .backups, .warning, troubles.joined(separator: " "),
            advice: "A running till makes one a day, and says why it cannot. Make one now.",
            command: "galla backup --data \(folder)")
    }

    private static func scanners(_ facts: DoctorFacts) -> [Finding] {
        let listed: [SurveyedDevice]
        switch facts.devices {
        case .failure(let error):
            return [
                Finding(
                    .devices, .fault, "The devices cannot be listed: \(error)",
                    advice: "Look whether udev is running.",
                    command: "systemctl status systemd-udevd")
            ]
        case .success(let devices): listed = devices.filter { $0.kind == .scanner }
        }
        let taken = listed.filter(\.accepted).map {
            Finding(.scanners, .fine, "\($0.lane ?? $0.name) is taken. \($0.reason)")
        }
        let left = listed.filter { !$0.accepted }
        guard facts.wantsScanners, taken.isEmpty else {
            return taken + left.map { Finding(.scanners, .note, Self.leftAlone($0)) }
        }
        guard !left.isEmpty else {
            return [
                Finding(
                    .scanners, .fault, "The kernel has no scanner.",
                    advice: "Plug the scanner in, in another socket if it is in one. A scanner "
                        + "without a light or a beep has no power.",
                    command: "galla devices")
            ]
        }
        return left.map {
            Finding(
                .scanners, .fault, Self.leftAlone($0), certainty: .likely,
                advice: "If this is the scanner, let the till learn it.",
                command: "galla scanner learn")
        }
    }

    private static func leftAlone(_ device: SurveyedDevice) -> String {
        "\(device.name) is not taken. \(device.reason)"
    }

    /// Nothing is said where the driver was never missed.
    private static func usblp(_ facts: DoctorFacts) -> Finding? {
        let (before, after) = facts.stranded
        guard after.isEmpty else {
            let blocks = if case .line = facts.printerAddress { true } else { false }
            return Finding(
                .usblp, blocks ? .fault : .warning,
                "The kernel's printer driver (usblp) is away from \(after.joined(separator: ", ")). "
                    + (blocks
                        ? "The till prints through it."
                        : "Galla prints without it; other programs cannot print there."),
                certainty: .likely,
                advice: "A program that had the printer was killed, or the driver is not loaded. "
                    + "Give the printer back to it.",
                command: "galla doctor --fix")
        }
        guard !before.isEmpty else { return nil }
        return Finding(
            .usblp, .note,
            "The kernel's printer driver (usblp) was away from \(before.joined(separator: ", ")) and "
                + "is back: looking at the printer has given it back.")
    }

    private static func printer(_ facts: DoctorFacts) -> Finding? {
        guard let (known, sentence) = facts.printer else {
            return Finding(.printer, .note, "This till has no printer: \(facts.printerAddress).")
        }
        switch known.state.link {
        case .unknown:
            return Finding(.printer, .note, sentence)
        case .unplugged:
            let refused = refusedPrinters(facts)
            guard !refused.isEmpty else {
                // The sentence says where to look.
                return Finding(
                    .printer, .fault, sentence, advice: "Selling goes on; receipts wait.",
                    command: "galla devices")
            }
            return Finding(
                .printer, .fault, refused.map(leftAlone).joined(separator: " "),
                advice: "Selling goes on; receipts wait.", command: "galla devices")
        case .silent, .online: break
        }
        guard let worst = known.state.worst else { return Finding(.printer, .fine, sentence) }
        // The sentence says what hands have to do.
        return Finding(
            .printer, worst.isBlocking ? .fault : .warning, sentence,
            certainty: worst.isCertain ? .certain : .likely)
    }

    /// The USB printers that are there and not taken, where the till's printer is on USB.
    private static func refusedPrinters(_ facts: DoctorFacts) -> [SurveyedDevice] {
        guard case .usb = facts.printerAddress, case .success(let devices) = facts.devices else {
            return []
        }
        return devices.filter { $0.kind == .printer && !$0.accepted }
    }

    private static func queue(_ facts: DoctorFacts) -> Finding? {
        guard case .readable = facts.books else { return nil }
        let aside = facts.waiting.filter { $0.state == .aside || $0.state == .asideMarked }
        guard aside.isEmpty else {
            return Finding(
                .queue, .fault,
                "Set aside because they failed again and again: "
                    + aside.map { "\($0.kind.rawValue) \($0.subject)" }.joined(separator: ", ")
                    + ".",
                advice: "Type queue at the till, then queue print or queue drop.",
                command: "galla printer queue")
        }
        guard !facts.waiting.isEmpty else {
            return Finding(.queue, .fine, "No paper waits for the printer.")
        }
        return Finding(
            .queue, .note, "\(facts.waiting.count) papers wait for the printer.",
            command: "galla printer queue")
    }
}
