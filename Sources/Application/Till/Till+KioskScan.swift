import Billing
import Kiosk
import Ledger
import LineMode
import Scanning

/// What a step refused, as far as a kiosk has to tell it apart.
enum KioskRefused: Hashable {
    /// The article, before the sale heard of it.
    case article(KioskRefusal)
    /// The sale's own refusal.
    case rejection(Rejection)
}

// What is scanned at a kiosk.
extension Till {
    /// Asks the kiosk what becomes of a scan: an article, or one of Galla's own codes.
    mutating func scanAtKiosk(_ payload: [UInt8], at desk: Desk) throws -> [TillEffect] {
        let own: GallaCode?
        do throws(ControlCodeError) {
            own = try GallaCode(payload: payload)
        } catch {
            return try send(.scanLost, at: desk)
        }
        return try send(.scanned(payload, own), at: desk)
    }

    /// Sells what was scanned by the rules of every till, and answers the kiosk.
    mutating func sellAtKiosk(
        _ payload: [UInt8], isApproved: Bool, at desk: Desk
    ) throws -> [TillEffect] {
        let before = state.sale
        state.refusedToKiosk = nil
        state.isApproved = isApproved
        let effects = try scan(payload: payload, at: desk)
        state.isApproved = false
        guard state.sale == before else {
            return effects + (try send(.answered(.done), at: desk))
        }
        return effects + (try send(.answered(.refused(refusal(of: payload))), at: desk))
    }

    private func refusal(of payload: [UInt8]) -> KioskRefusal {
        switch state.refusedToKiosk {
        case nil: .unreadable
        case .article(.restricted(let name, _)): .restricted(name, code: payload)
        case .article(let refusal): refusal
        case .rejection(.quantityTooLarge), .rejection(.billTooLarge): .tooMany
        case .rejection: .notForSale
        }
    }

    /// Notes for a kiosk why an article is not sold, and shows it.
    mutating func refuse(_ refusal: KioskRefusal, _ row: Row) -> [TillEffect] {
        state.refusedToKiosk = .article(refusal)
        return [.show([row])]
    }

    /// Whether only a person may sell a product at this till.
    func isRestricted(_ product: Product, at desk: Desk) throws -> Bool {
        guard let kiosk = settings.kiosk, !kiosk.restricted.isEmpty, !state.isApproved else {
            return false
        }
        return try desk.books.category(of: product.id).map(kiosk.restricted.contains) ?? false
    }
}
