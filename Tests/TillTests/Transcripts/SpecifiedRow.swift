/// What the till was asked to do, row by row: the design's line mode, and the boxes of the billing
/// flow that a person at the till has to do with.
///
/// The flow's two requests and its response are the interface's for other programs, which is not
/// this module's.
enum SpecifiedRow: String, CaseIterable, Sendable {
    // Line mode, in the order of the design's table.
    case scan = "`8901234567890` · `3*8901234567890` · `0.450*2100001`"
    case find = "`find TEXT` then a number"
    case openItem = "`item NAME PRICE [gst RATE]` · `add CODE NAME PRICE …`"
    case edit = "`qty` · `price` · `discount` · `del`"
    case batch = "`batch [LINE]`"
    case customer = "`phone` · `name` · `email`"
    case pay = "`cash` · `upi` then `ok` or `back` · `card REF` · `credit` · `pay cash 300 upi 200`"
    case park = "`hold` · `held` · `resume N` · `void`"
    case goodsBack = "`return BILL-… [LINE QTY]… [refund TENDER]`"
    case people = "`login NAME` · `override`"
    case drawersDay = "`shift open/close` · `payin/payout AMOUNT WHY` · `x` · `z`"
    case rest = "`reprint [BILL-…]` · `drawer` · `total` · `status` · `help` · `quit`"
    /// Words that came with the billing: buyers, accounts, corrections, waiting receipts, the clock.
    case added = "words that are not in the table"

    // The flow, from its first box to its last.
    case addToCart = "Add products to cart"
    case phoneTyped = "Enter customer phone: debounced lookup"
    case customerFound = "Customer exists: return existing customer data"
    case customerCreated = "Customer not found: number and customer are created"
    case customerFails = "Customer lookup: error"
    case customerShown = "Display customer info; user can edit the name"
    case paymentChecked = "Process payment: cash amount ≥ total"
    case saleProcessed = "Sales processing: FIFO deduction, movements, bill with cost and profit"
    case receipt = "Display receipt"
    case nextSale = "Next sale: clear cart"
    case numbers = "Sequential customer numbers, never reused"
    case withoutPhone = "When phone is not entered"
    case linked = "Bill-customer linking"
}
