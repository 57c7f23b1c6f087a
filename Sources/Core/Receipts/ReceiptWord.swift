/// A word of a receipt that is the same on each one; its raw value is its key in a file of labels.
package enum ReceiptWord: String, Hashable, Sendable, CaseIterable {
    /// In front of the number of a bill.
    case billNumber = "bill_number"
    /// In front of the legal number, where the bill has another one.
    case invoiceNumber = "invoice_number"
    /// In front of the customer's number and name.
    case customer
    /// In front of the customer's phone.
    case phone
    /// In front of day and time.
    case date
    /// In front of who sold.
    case cashier
    /// In front of the shop's phone.
    case shopPhone = "shop_phone"
    /// In front of a tax number.
    case gstin
    /// On top of every further copy.
    case duplicate
    /// What a bill with tax is called.
    case taxInvoice = "tax_invoice"
    /// What a bill without tax is called, of a shop that is registered.
    case billOfSupply = "bill_of_supply"
    /// What the law wants on each bill of a shop in the composition scheme.
    case compositionNotice = "composition_notice"
    /// What a bill of goods that came back is called.
    case creditNote = "credit_note"
    /// In front of the number of a credit note.
    case creditNoteNumber = "credit_note_number"
    /// In front of the bill whose goods came back.
    case against
    /// In front of who a tax invoice is made out to.
    case buyer
    /// In front of a product's code in the harmonised system.
    case hsn
    /// In front of the price that is printed on the pack.
    case mrp
    /// What is taken off one line.
    case discount
    /// The sum of the lines.
    case subtotal
    /// What is taken off all lines.
    case lineDiscounts = "line_discounts"
    /// What is taken off the whole bill.
    case billDiscount = "bill_discount"
    /// What rounding adds.
    case roundOff = "round_off"
    /// What the customer owes.
    case total
    /// In front of the means of payment.
    case payment
    /// In front of the means by which money was given back.
    case refund
    /// Notes and coins.
    case cash
    /// A payment by phone.
    case upi
    /// A payment by card.
    case card
    /// On the customer's account.
    case credit
    /// Goods taken back in the same settlement.
    case exchange
    /// What was handed over.
    case cashGiven = "cash_given"
    /// What was given back.
    case change
    /// The head of the column of rates.
    case rate
    /// The head of the column of what is taxed.
    case taxable
    /// The half of the union.
    case cgst
    /// The half of the state.
    case sgst
    /// In front of a rate.
    case gst
    /// The row of what is not taxed.
    case exempt
    /// In front of what was saved against the printed prices.
    case saved
    /// In front of what is to be paid.
    case amountDue = "amount_due"
    /// What the slip of a bill that was put aside is called.
    case heldBill = "held_bill"
    /// In front of the number under which it was put aside.
    case heldNumber = "held_number"
    /// That the slip is no bill yet.
    case heldNotice = "held_notice"
    /// What the statement of a customer's account is called.
    case statement
    /// The row of what was owed before.
    case broughtForward = "brought_forward"
    /// The row of a repayment.
    case repaid
    /// The row of a correction.
    case correction
    /// In front of what is owed.
    case owed
    /// In front of how much may be owed.
    case limit
    /// What the receipt for a repayment is called.
    case repayment
    /// In front of what a customer repaid.
    case received
    /// In front of the means of a repayment.
    case by
    /// In front of what is owed after a repayment.
    case stillOwed = "still_owed"
    /// Above a code that a phone pays by.
    case payByUPI = "pay_by_upi"
    /// In front of who is paid.
    case payTo = "pay_to"
    /// In front of what a payment is known by.
    case reference
    /// That a paper proves no payment.
    case noReceipt = "no_receipt"
    /// What the report of a shift is called that closes nothing.
    case xReport = "x_report"
    /// What the report is called that closes a shift, in front of its number.
    case zReport = "z_report"
    /// In front of when a shift began, and who began it.
    case shiftOpened = "shift_opened"
    /// What bills come to, in a report.
    case sales
    /// What goods that came back come to, in a report.
    case returns
    /// The cash that the drawer began with.
    case float
    /// Cash that was put into the drawer beside bills.
    case paidIn = "paid_in"
    /// Cash that was taken out of it beside bills.
    case paidOut = "paid_out"
    /// Cash that open bills have paid in part.
    case onOpenBills = "on_open_bills"
    /// The cash that must be in the drawer.
    case expected
    /// The cash that was counted.
    case counted
    /// By how much more was counted than must be there.
    case difference
    /// What was sold while no shift was open.
    case outsideShift = "outside_shift"
    /// In front of the number of documents in the chain of bills, and the hash over them.
    case chainHead = "chain_head"
}
