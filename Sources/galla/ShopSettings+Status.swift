import Devices
import ESCPOS
import Settings
import Spooler

extension ShopSettings {
    /// What a printer can tell of itself: its profile's word, as far as the shop lets it be asked.
    func statusFeatures(
        of choice: ProfileChoice
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
