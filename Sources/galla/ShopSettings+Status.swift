import Devices
import ESCPOS
import Settings

extension ShopSettings {
    /// What the printer that says this of itself can tell, as far as the shop lets it be asked.
    var statusFeatures: @Sendable (PrinterIdentity?) -> StatusFeatures {
        let confirm = printer.confirm
        return { _ in
            var features = StatusFeatures.cautious
            if confirm == .none {
                features.answersInOrder = false
                features.confirmsJobs = false
            }
            return features
        }
    }
}
