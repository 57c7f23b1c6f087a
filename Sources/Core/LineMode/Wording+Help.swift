extension Wording {
    /// The words a cashier can type, as a table.
    package var help: [Row] {
        let words = [
            ("8901234567890", "one more of that product, scanned or typed"),
            ("3*8901234567890", "three of it; 0.450*21 is weighed goods"),
            ("qty [LINE] 2", "another quantity for a line (the last one)"),
            ("price [LINE] 95", "another price, never below cost"),
            ("discount [LINE] 5%", "off a line, or 20; discount bill 50 off the bill"),
            ("batch [LINE]", "the batches behind a line, to pick another MRP"),
            ("item Tea glass 12", "something without a code; gst 5 behind it is its tax"),
            ("add CODE NAME 95", "an unknown code becomes a product, if allowed"),
            ("del [LINE]", "take a line out"),
            ("phone 98765 43210", "the customer, old or new; phone alone takes them off"),
            ("name John Doe", "the customer's name"),
            ("email asha@example.com", "the customer's address; address 12 Bazaar Road"),
            ("gstin 27ABCDE1234F1Z0", "a buyer's tax number; also buyer NAME, address …"),
            ("find rice", "search by name or code, then type a row's number"),
            ("total", "the bill so far"),
            ("hold", "park it (hold print: a slip); held lists, resume 1"),
            ("cash 500", "pay: the change is shown; cash alone suggests notes"),
            ("upi", "pay by UPI; then ok [UTR], or back; upi print"),
            ("card 1234", "pay by card, with its slip's number; or credit"),
            ("pay cash 300 upi 200", "pay in several ways, or a part"),
            ("repay 500", "pay credit off; statement shows the account"),
            ("late", "UPI that came too late; late pay 3 or late refund 3"),
            ("payin 500 WHY", "cash into the drawer; payout 120 milk takes some out"),
            ("login Asha", "who sells; override Asha lets a line pass"),
            ("shift open 2000", "the drawer's day; shift close 6430, x, z show it"),
            ("drawer [WHY]", "open the drawer; the audit keeps who and why"),
            ("return BILL-… 1 2", "goods come back; refund cash, or scan others"),
            ("correct BILL-… cash upi", "it was paid by UPI, not in cash"),
            ("reprint", "the last receipt again, marked DUPLICATE"),
            ("status", "how the printer is; queue shows what waits for it"),
            ("bills CUST0001", "bills of a customer, phone, day, amount or number"),
            ("clock ok", "the clock is right, when the till doubts it"),
            ("void [WHY]", "throw the bill away"),
            ("quit", "end; an open bill is kept for next time"),
        ]
        let width = words.map(\.0.count).max() ?? 0
        return [Row(.heading, "Type one of these, then Enter:")]
            + words.map { word, meaning in
                let gap = String(repeating: " ", count: width - word.count + 3)
                return Row(.plain, "  " + word + gap + meaning)
            }
    }
}
