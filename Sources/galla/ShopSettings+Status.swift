import Devices
import ESCPOS
import Settings
import Spooler

extension ShopSettings {
    /// What the printer that says this of itself can tell: its profile's, as far as the shop lets it
    /// be asked.
    func statusFeatures(
        _ choice: ProfileChoice
    ) -> @Sendable (PrinterIdentity?) -> StatusFeatures {
        let confirm = printer.confirm
        return { identity in
            var features = choice.profile(for: identity.map { PrinterClues($0) }).status
            if confirm == .none {
                features.answersInOrder = false
                features.confirmsJobs = false
            }
            return features
        }
    }
}
