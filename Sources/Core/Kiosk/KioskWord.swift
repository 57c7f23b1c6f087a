/// The words and sentences of a kiosk's screen, by their keys in a file of words.
///
/// A part in braces, such as `{amount}`, is filled in.
package enum KioskWord: String, Hashable, Sendable, CaseIterable {
    /// The language's own name.
    case language
    /// The heading when nobody is there.
    case welcome
    /// How to begin.
    case begin
    /// The heading above the articles.
    case articles
    /// What stands before the sum.
    case total
    /// What stands before a number that is typed.
    case number
    /// What to do next while articles are scanned.
    case scanOn = "scan_on"
    /// The countdown before the bill is put aside.
    case countdown
    /// The heading above a phone number.
    case phone
    /// What the phone number is for, and that it may be left out.
    case phoneWhy = "phone_why"
    /// What stands before the customer that was found.
    case customer
    /// The heading above paying by UPI.
    case payUPI = "pay_upi"
    /// How to pay by UPI.
    case scanCode = "scan_code"
    /// That the payment is waited for.
    case waiting
    /// The heading above paying at the counter.
    case payCounter = "pay_counter"
    /// How paying at the counter goes.
    case counterHow = "counter_how"
    /// The question behind a payment that has not come.
    case didYouPay = "did_you_pay"
    /// What happens then.
    case didYouPayHow = "did_you_pay_how"
    /// The heading when it is over.
    case thanks
    /// That the bill is paid.
    case paid
    /// What stands before the number of the bill.
    case bill
    /// That the receipt comes.
    case takeReceipt = "take_receipt"
    /// That there is no paper, and what to do.
    case noReceipt = "no_receipt"
    /// That the slip comes, and where to take it.
    case takeSlip = "take_slip"
    /// What to tell the counter where no slip comes.
    case tellCounter = "tell_counter"
    /// The heading of a call for help.
    case help
    /// That somebody comes.
    case helpComes = "help_comes"
    /// What stands before the staff's number.
    case pin
    /// An article that no catalogue has.
    case unknown
    /// An article that has to be weighed.
    case loose
    /// An article that only a person may sell.
    case restricted
    /// An article that cannot be sold.
    case notForSale = "not_for_sale"
    /// A bill that is paid and not closed.
    case notClosed = "not_closed"
    /// Money that came late.
    case lateMoney = "late_money"
    /// A clock that may be wrong.
    case clock
    /// Paying that could not begin.
    case paymentRefused = "payment_refused"
    /// A bill that could not be put aside.
    case notParked = "not_parked"
    /// The heading of a kiosk that sells nothing.
    case closed
    /// That another till sells.
    case nextTill = "next_till"
    /// Closed by somebody of the shop.
    case closedByStaff = "closed_by_staff"
    /// Closed at this hour.
    case closedHours = "closed_hours"
    /// Closed without paper.
    case closedPaper = "closed_paper"
    /// Closed because of the printer.
    case closedPrinter = "closed_printer"
    /// Closed without a scanner.
    case closedScanner = "closed_scanner"
    /// Scan again.
    case noticeScan = "notice_scan"
    /// No article.
    case noticeArticle = "notice_article"
    /// For staff.
    case noticeStaff = "notice_staff"
    /// Not so many.
    case noticeTooMany = "notice_too_many"
    /// A number first.
    case noticeNumber = "notice_number"
    /// Neither a code nor a quantity.
    case noticeUnclear = "notice_unclear"
    /// No phone number.
    case noticePhone = "notice_phone"
    /// Pay first.
    case noticePay = "notice_pay"
    /// Somebody comes.
    case noticeComes = "notice_comes"
    /// The number of the staff was wrong.
    case noticePIN = "notice_pin"
    /// It was wrong too often.
    case noticeLocked = "notice_locked"
    /// The bill was put aside.
    case noticeParked = "notice_parked"
    /// Not saved.
    case noticeNotSaved = "notice_not_saved"
    /// Refused.
    case noticeRefused = "notice_refused"
    /// What is printed on the key that goes on.
    case keyEnter = "key_enter"
    /// What is printed on the key that takes out.
    case keyRemove = "key_remove"
    /// What is printed on the key for a quantity.
    case keyQuantity = "key_quantity"
    /// What is printed on the key that goes back.
    case keyBack = "key_back"
    /// What is printed on the key that calls somebody.
    case keyHelp = "key_help"
    /// What is printed on the key for another language.
    case keyLanguage = "key_language"
    /// To pay.
    case doPay = "do_pay"
    /// To take an article out.
    case doRemove = "do_remove"
    /// To say how many.
    case doQuantity = "do_quantity"
    /// To call somebody.
    case doHelp = "do_help"
    /// To go back to the articles.
    case doBack = "do_back"
    /// To go on.
    case doGoOn = "do_go_on"
    /// To go on without a phone number.
    case doSkip = "do_skip"
    /// To take a digit back.
    case doCorrect = "do_correct"
    /// To pay at the counter instead.
    case doCounter = "do_counter"
    /// To put the bill aside for the counter.
    case doSlip = "do_slip"
    /// Yes, I paid.
    case doYes = "do_yes"
    /// No, I did not.
    case doNo = "do_no"
    /// The heading of the staff's menu.
    case staff
    /// The staff's choice: back to the shopper.
    case staffGoOn = "staff_go_on"
    /// The staff's choice: sell this article.
    case staffAllow = "staff_allow"
    /// The staff's choice: the payment has come.
    case staffPaid = "staff_paid"
    /// The staff's choice: put the bill aside.
    case staffPark = "staff_park"
    /// The staff's choice: throw the bill away.
    case staffDiscard = "staff_discard"
    /// The staff's choice: print the last receipt again.
    case staffReprint = "staff_reprint"
    /// The staff's choice: close or open the kiosk.
    case staffShut = "staff_shut"
    /// The staff's choice: the money that came late pays this bill.
    case staffTakeLate = "staff_take_late"
    /// The staff's choice: the money that came late was given back.
    case staffRefundLate = "staff_refund_late"
}

/// The words of one language.
package struct KioskWords: Hashable, Sendable {
    private let texts: [KioskWord: String]

    /// Takes the words of a language; those that it lacks are English.
    package init(_ texts: [KioskWord: String]) {
        self.texts = Self.englishTexts.merging(texts) { $1 }
    }

    /// English.
    package static let english = KioskWords([:])

    /// A word, its parts in braces as they stand in the file.
    package subscript(_ word: KioskWord) -> String {
        // A test holds that each word is there in English.
        texts[word] ?? word.rawValue
    }

    /// A sentence with its one part filled in, whatever that part is called.
    func filled(_ word: KioskWord, _ value: String) -> String {
        let text = self[word]
        guard let open = text.firstIndex(of: "{"),
            let close = text[open...].firstIndex(of: "}")
        else { return text }
        return text[..<open] + value + text[text.index(after: close)...]
    }

    /// The parts in braces that a text has, in their order.
    package static func parts(of text: String) -> [Substring] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
            $0.prefix { $0 != "}" }
        }
    }
}
