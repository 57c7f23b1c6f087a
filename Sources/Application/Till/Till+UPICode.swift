import Billing
import LineMode
import Printing

// The code of a UPI payment on paper, for customers who cannot see the screen.
extension Till {
    /// Prints the code of the payment that is waited for.
    mutating func printCode(at desk: Desk) throws -> [TillEffect] {
        guard settings.printerName != nil else { return [.show([wording.noPrinter])] }
        guard settings.payment.upiPayee != nil else { return [.show([wording.noCodeToPrint])] }
        guard let attempt = state.sale.openBill?.attempt else {
            return [.show([wording.refusal(.payment(.noAttempt))])]
        }
        return [.show([wording.printingCode(attempt)])] + (try printCode(of: attempt, at: desk))
    }

    /// Puts an attempt's code on paper; nothing where the shop has a sticker.
    mutating func printCode(
        of attempt: PaymentAttempt, at desk: Desk
    ) throws -> [TillEffect] {
        guard let payee = settings.payment.upiPayee else { return [] }
        let request = UPIRequest(attempt, to: payee, at: desk.moment.civil)
        return try printSlip(.upiCode(request), at: desk)
    }

    /// A code that waits for the printer is not printed once its payment has come or was given up:
    /// somebody could pay it again.
    mutating func dropCode(of attempt: PaymentAttempt, at desk: Desk) throws -> [TillEffect] {
        let waiting = state.queue.unfinished.filter {
            $0.kind == .upiCode && $0.subject == attempt.id
        }
        return try waiting.flatMap { try advance(.dropped($0.id), at: desk) }
    }
}
