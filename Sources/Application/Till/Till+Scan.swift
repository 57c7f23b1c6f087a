import Billing
import Kiosk
import Ledger
import LineMode
import Scanning

extension Till {
    mutating func scan(typed code: String, _ quantity: Quantity, at desk: Desk) throws
        -> [TillEffect]
    {
        try scan(Array(code.utf8), quantity, at: desk)
    }

    mutating func scan(payload: [UInt8], at desk: Desk) throws -> [TillEffect] {
        guard state.staff.attendance != .nobody else { return [.show([wording.nobodyIsHere])] }
        return try scan(payload, .one, at: desk)
    }

    /// Does what a code is for: Galla's own codes first, then what the catalogue has word for word,
    /// then the shop's own codes with a weight or price, then what GS1 makes of it.
    private mutating func scan(
        _ payload: [UInt8], _ quantity: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        if let taken = try takeCart(payload, at: desk) { return taken }
        let shown = EscapedBytes.text(of: payload)
        let own: GallaCode?
        do throws(ControlCodeError) {
            own = try GallaCode(payload: payload)
        } catch {
            return [.show([wording.unreadableControl(shown, reason: error.description)])]
        }
        if let own { return try obey(own, at: desk) }
        let today = desk.moment.civil.date
        if let key = plainKey(payload), let offer = try desk.books.offer(code: key, on: today) {
            if state.kiosk != nil, !offer.product.unit.isCounted {
                return refuse(.loose(offer.product.name), wording.weightMissing(offer.product))
            }
            return try sell(offer, quantity, at: desk)
        }
        let read: ReadCode
        do throws(ScannedCodeError) {
            read = try ReadCode(payload, thisYear: today.year, rules: settings.codeRules)
        } catch {
            return [.show([wording.unreadableBarcode(shown, reason: error.description)])]
        }
        return try sell(read, quantity, at: desk)
    }

    /// The key of a payload that is a barcode; nil where it may be something else.
    func plainKey(_ payload: [UInt8]) -> String? {
        do throws(BarcodeError) {
            return try Barcode(
                payload: payload, prefersUPCE: settings.codeRules.prefersUPCE
            ).key
        } catch {
            // It may mean something all the same; what reads it next says what is wrong with it.
            return nil
        }
    }
}
