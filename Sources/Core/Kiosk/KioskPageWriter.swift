import Billing

/// Writes the page of one state in one language.
struct KioskPageWriter {
    let screen: KioskScreen
    let words: KioskWords
    let kiosk: Kiosk
    let sale: Sale

    var page: KioskPage {
        switch kiosk.state {
        case .welcome: welcome
        case .scanning: scanning
        case .phone(let digits, _): phone(digits)
        case .counter:
            page(
                .payCounter, [sum, plain(.counterHow)] + countdown,
                keys: [(.keyEnter, .doSlip), (.keyBack, .doBack), (.keyHelp, .doHelp)])
        case .waiting: waiting
        case .asked:
            page(
                .didYouPay, [sum, plain(.didYouPayHow)],
                keys: [(.keyEnter, .doYes), (.keyBack, .doNo), (.keyHelp, .doHelp)], code: code)
        case .thanks(let thanks): page(thanks)
        case .help(let help): page(help)
        case .staff(let help): staff(help)
        case .closed(let closure): page(closure)
        }
    }

    private var welcome: KioskPage {
        let names = screen.languages.map { $0[.language] }
        let others =
            names.count > 1 ? [(KioskWord.keyLanguage, names.joined(separator: " / "))] : []
        let typed = kiosk.entry.isEmpty ? [] : [row(.field, .number, kiosk.entry)]
        return KioskPage(
            title: words.filled(.welcome, screen.shop),
            rows: [KioskPage.Row(.large, words[.begin])] + typed, notice: notice,
            keys: hints([(.keyHelp, words[.doHelp])] + others))
    }

    private var scanning: KioskPage {
        let typed = kiosk.entry.isEmpty ? plain(.scanOn) : row(.field, .number, kiosk.entry)
        return page(
            .articles, (sale.openBill == nil ? [] : [sum]) + [typed] + countdown,
            keys: [
                (.keyEnter, .doPay), (.keyRemove, .doRemove), (.keyQuantity, .doQuantity),
                (.keyHelp, .doHelp),
            ], lines: lines)
    }

    private func phone(_ digits: String) -> KioskPage {
        let customer = sale.openBill?.customer.map {
            [row(.plain, .customer, "\($0.number) - \($0.name)")]
        }
        return page(
            .phone,
            [row(.field, .number, Self.spaced(digits)), plain(.phoneWhy)] + (customer ?? [])
                + countdown,
            keys: [
                (.keyEnter, digits.isEmpty ? .doSkip : .doGoOn), (.keyRemove, .doCorrect),
                (.keyBack, .doBack), (.keyHelp, .doHelp),
            ])
    }

    private var waiting: KioskPage {
        KioskPage(
            title: words[.payUPI], rows: [sum, plain(.scanCode), plain(.waiting)], code: code,
            notice: notice,
            keys: hints([
                (.keyBack, words[.doBack]), (.keyHelp, words[.doHelp]),
            ]) + [KioskPage.Hint(key: "1", text: words[.doCounter])])
    }

    private func page(_ thanks: KioskThanks) -> KioskPage {
        switch thanks {
        case .paid(let number, let total, let isOnPaper):
            let receipt: [KioskPage.Row] =
                isOnPaper
                ? [plain(.takeReceipt)] : [row(.large, .bill, number), plain(.noReceipt)]
            return page(
                .thanks, [row(.large, .paid, screen.amount(total))] + receipt,
                keys: [(.keyEnter, .doGoOn)], code: isOnPaper ? nil : number)
        case .counter(let number, let code, let isOnPaper):
            return page(
                .payCounter,
                [
                    row(.large, .number, "\(number)"),
                    plain(isOnPaper ? .takeSlip : .tellCounter),
                ], keys: [(.keyEnter, .doGoOn)], code: isOnPaper ? nil : code)
        }
    }

    private func page(_ help: KioskHelp) -> KioskPage {
        let typed = String(repeating: "•", count: help.pin.count)
        let field = help.pin.isEmpty ? [] : [row(.field, .pin, typed)]
        return page(
            .help, [KioskPage.Row(.large, sentence(help.reason)), plain(.helpComes)] + field,
            keys: [(.keyBack, .doBack)])
    }

    private func sentence(_ reason: KioskHelp.Reason) -> String {
        switch reason {
        case .called: words[.help]
        case .unknownArticle: words[.unknown]
        case .loose(let name): words.filled(.loose, name)
        case .restricted(let name, _): words.filled(.restricted, name)
        case .notForSale: words[.notForSale]
        case .paymentLate: words[.didYouPayHow]
        case .paidNotClosed: words[.notClosed]
        case .lateMoney(let amount): words.filled(.lateMoney, screen.amount(amount))
        case .clock: words[.clock]
        case .paymentRefused: words[.paymentRefused]
        case .notParked: words[.notParked]
        }
    }

    private func staff(_ help: KioskHelp) -> KioskPage {
        let keys = kiosk.choices(help, sale).map {
            KioskPage.Hint(key: "\($0.rawValue)", text: words[Self.word(of: $0)])
        }
        return KioskPage(
            title: words[.staff], lines: lines,
            rows: (sale.openBill == nil ? [] : [sum])
                + [KioskPage.Row(.plain, sentence(help.reason))],
            notice: notice, keys: keys)
    }

    private static func word(of choice: Kiosk.StaffChoice) -> KioskWord {
        switch choice {
        case .goOn: .staffGoOn
        case .allow: .staffAllow
        case .paid: .staffPaid
        case .park: .staffPark
        case .discard: .staffDiscard
        case .reprint: .staffReprint
        case .shut: .staffShut
        case .takeLate: .staffTakeLate
        case .refundLate: .staffRefundLate
        }
    }

    private func page(_ closure: KioskClosure) -> KioskPage {
        let why =
            switch closure {
            case .byStaff: words[.closedByStaff]
            case .outsideHours: words.filled(.closedHours, kiosk.rules.hours.opening)
            case .paper(.out): words[.closedPaper]
            case .paper(.coverOpen), .paper(.unplugged), .paper(.stuck), .paper(.ready),
                .paper(.none):
                words[.closedPrinter]
            case .noScanner: words[.closedScanner]
            }
        return page(
            .closed, [KioskPage.Row(.large, why), plain(.nextTill)], keys: [(.keyHelp, .doHelp)])
    }

    // MARK: Parts of a page

    private func page(
        _ title: KioskWord, _ rows: [KioskPage.Row], keys: [(KioskWord, KioskWord)],
        code: String? = nil, lines: [KioskPage.Line] = []
    ) -> KioskPage {
        KioskPage(
            title: words[title], lines: lines, rows: rows, code: code, notice: notice,
            keys: hints(keys.map { ($0.0, words[$0.1]) }))
    }

    private func hints(_ keys: [(KioskWord, String)]) -> [KioskPage.Hint] {
        keys.map { KioskPage.Hint(key: words[$0.0], text: $0.1) }
    }

    private func plain(_ word: KioskWord) -> KioskPage.Row { KioskPage.Row(.plain, words[word]) }

    private func row(
        _ style: KioskPage.Style, _ word: KioskWord, _ value: String
    ) -> KioskPage.Row {
        KioskPage.Row(style, words[word], value)
    }

    private var sum: KioskPage.Row {
        row(.large, .total, screen.amount(sale.openBill?.due ?? .zero))
    }

    private var countdown: [KioskPage.Row] {
        kiosk.secondsLeft.map {
            [KioskPage.Row(.plain, words.filled(.countdown, "\($0)"))]
        } ?? []
    }

    private var lines: [KioskPage.Line] {
        (sale.openBill?.lines ?? []).map { line in
            let unit = line.product.unit
            let suffix = unit.isSilent ? "" : " " + unit.symbol
            let prices = line.rows.map {
                "\($0.quantity.digits)\(suffix) × \(screen.amount($0.price))"
            }
            return KioskPage.Line(
                count: prices.joined(separator: " + "), name: line.product.name,
                amount: screen.amount(line.amount - line.discountAmount))
        }
    }

    private var code: String? {
        guard let payee = screen.payee, let attempt = sale.openBill?.attempt else { return nil }
        return UPILink(payee: payee, attempt: attempt).uri
    }

    private var notice: String? {
        switch kiosk.notice {
        case nil: nil
        case .scanAgain: words[.noticeScan]
        case .notAnArticle: words[.noticeArticle]
        case .forStaff: words[.noticeStaff]
        case .tooMany: words[.noticeTooMany]
        case .numberFirst: words[.noticeNumber]
        case .numberUnclear: words[.noticeUnclear]
        case .badPhone: words[.noticePhone]
        case .payFirst: words[.noticePay]
        case .staffComes: words[.noticeComes]
        case .wrongPIN: words[.noticePIN]
        case .locked: words[.noticeLocked]
        case .parked(let number): words.filled(.noticeParked, "\(number)")
        case .notSaved: words[.noticeNotSaved]
        case .refused: words[.noticeRefused]
        }
    }

    /// A phone number as people read it: groups of five.
    private static func spaced(_ digits: String) -> String {
        digits.count > 5 ? digits.prefix(5) + " " + digits.dropFirst(5) : digits
    }
}
