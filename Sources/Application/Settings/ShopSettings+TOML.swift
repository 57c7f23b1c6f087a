import Billing
import Printing

extension ShopSettings {
    /// Checks the contents of a settings file and its additions; what they do not say is built in.
    ///
    /// Of additions the later wins, key by key; a list replaces a list. `file` is the settings
    /// file's name in messages, additions bring their own. Throws every problem at once, in the
    /// order of the files and lines.
    package init(
        toml source: [UInt8], file: String, additions: [(file: String, toml: [UInt8])] = []
    ) throws(SettingsError) {
        var document: SettingsDocument
        var problems: [SettingsProblem]
        do throws(SettingsProblem) {
            document = try SettingsDocument(toml: source)
            problems = document.unknownWords
            for addition in additions {
                let other = try SettingsDocument(toml: addition.toml, addition: addition.file)
                problems += other.unknownWords
                document.add(other)
            }
        } catch {
            throw .refused(file: file, problems: [error])
        }
        shop = Self.shop(document, &problems)
        till = Self.till(document, &problems)
        tax = Self.tax(document, &problems)
        billing = Self.billing(document, &problems)
        phone = Self.phone(document, &problems)
        payment = Self.payment(document, shopName: shop.name, &problems)
        receipt = Self.receipt(document, &problems)
        printer = Self.printer(document, &problems)
        api = Self.api(document, &problems)
        scanner = Self.scanner(document, &problems)
        kiosk = Self.kiosk(document, payment: payment, &problems)
        backup = Self.backup(document, &problems)
        guard problems.isEmpty else {
            let sorted = problems.sorted {
                ($0.file ?? "", $0.line, $0.sentence) < ($1.file ?? "", $1.line, $1.sentence)
            }
            throw .refused(file: file, problems: sorted)
        }
    }

    private static func shop(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Shop {
        var section = SectionReader("shop", of: document)
        defer { problems += section.problems }
        let standard = builtIn.shop
        let lines = "lines of text in quotes, like [\"12 Bazaar Road\", \"Chennai 600001\"]"
        return Shop(
            name: section.text("name", limit: 60, default: standard.name),
            address: section.texts("address", default: standard.address, expected: lines),
            phone: section.optionalText(
                "phone", default: standard.phone, expected: "a text in quotes", { _ in true }),
            gstin: section.optionalText(
                "gstin", default: standard.gstin,
                expected: "a GSTIN of 15 capital letters and digits, like \"33ABCDE1234F1Z5\"",
                isGSTIN),
            footer: section.texts("footer", default: standard.footer, expected: lines),
            currency: section.text("currency", limit: 8, default: standard.currency),
            timeZone: section.value(
                "time_zone", default: standard.timeZone,
                expected: "a time zone of this machine, like \"Asia/Kolkata\" "
                    + "(timedatectl list-timezones shows them)"
            ) { $0.text(limit: 60).flatMap { TimeZoneNames.contains($0) ? $0 : nil } },
            yearStartMonth: section.integer(
                "year_start_month", in: 1...12, default: standard.yearStartMonth))
    }

    private static func till(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Till {
        var section = SectionReader("till", of: document)
        defer { problems += section.problems }
        return Till(
            number: section.integer("number", in: 1...99, default: builtIn.till.number),
            cashier: section.text("cashier", limit: 40, default: builtIn.till.cashier),
            opensDrawer: section.flag("open_drawer", default: builtIn.till.opensDrawer))
    }

    private static func phone(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Phone.Rule {
        var section = SectionReader("phone", of: document)
        defer { problems += section.problems }
        let standard = builtIn.phone
        return Phone.Rule(
            countryCode: section.digits(
                "country_code", count: 1...4, default: standard.countryCode),
            trunkPrefix: section.digits(
                "trunk_prefix", count: 0...3, default: standard.trunkPrefix),
            // ITU-T E.164 has at most 15 digits.
            length: section.integer("length", in: 3...15, default: standard.length),
            firstDigits: section.digits(
                "first_digits", count: 1...10, default: standard.firstDigits))
    }

    private static func printer(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Printer {
        var section = SectionReader("printer", of: document)
        defer { problems += section.problems }
        return Printer(
            uri: section.value(
                "uri", default: builtIn.printer.uri,
                expected: "a printer's address, like " + DeviceSchemes.printerExamples
            ) { $0.text(limit: 120).flatMap { DeviceSchemes.isPrinter($0) ? $0 : nil } },
            profile: section.value(
                "profile", default: nil,
                expected: "\"auto\" or the word of a profile in quotes, like \"tm-t20iii\""
            ) { found -> String?? in
                guard let word = found.text(limit: 40) else { return nil }
                return word == "auto" ? .some(nil) : .some(word)
            },
            columns: section.value(
                "columns", default: nil,
                expected: "\"auto\" or a whole number from 24 to 64, like 48"
            ) { found -> Int?? in
                if found == .text("auto") { return .some(nil) }
                guard case .integer(let number) = found, (24...64).contains(number) else {
                    return nil
                }
                return .some(number)
            },
            confirm: section.word("confirm", default: builtIn.printer.confirm),
            queue: queueRules(&section), drawer: drawer(&section),
            beeps: section.integer("beeps", in: 0...9, default: builtIn.printer.beeps),
            logoMemory: section.word("logo_memory", default: builtIn.printer.logoMemory),
            printsHeldBills: section.flag(
                "print_held", default: builtIn.printer.printsHeldBills),
            printsUPICodes: section.flag(
                "print_upi", default: builtIn.printer.printsUPICodes))
    }

    private static func queueRules(_ section: inout SectionReader) -> QueueRules {
        let standard = builtIn.printer.queue
        let minutes = section.integer(
            "waiting_minutes", in: 1...10_080,
            default: Int(standard.longestWaitMilliseconds / 60_000))
        return QueueRules(
            mostWaiting: section.integer(
                "waiting_receipts", in: 1...1_000, default: standard.mostWaiting),
            longestWaitMilliseconds: Int64(minutes) * 60_000,
            old: section.word("old_receipts", default: standard.old),
            mostFailures: standard.mostFailures)
    }

    /// Whether a text has the form of a GSTIN: state, PAN, number of the registration, `Z`, check.
    private static func isGSTIN(_ text: String) -> Bool {
        let form = Array("00AAAAA0000A*Z*".utf8)
        let bytes = Array(text.utf8)
        guard bytes.count == form.count else { return false }
        return zip(bytes, form).allSatisfy { byte, kind in
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            return switch kind {
            case UInt8(ascii: "0"): isDigit
            case UInt8(ascii: "A"): isLetter
            case UInt8(ascii: "*"): isDigit || isLetter
            default: byte == kind
            }
        }
    }
}
