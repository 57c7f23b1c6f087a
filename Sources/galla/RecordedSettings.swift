import Scanning
import Settings

/// The settings under which a recording is decoded.
enum RecordedSettings {
    /// Those that the recording names, or the shop's where it names none at all.
    static func scanSettings(
        of recording: Recording, file: String, shop: ShopSettings
    ) throws(Failure) -> ScanSettings {
        guard !recording.settings.isEmpty else { return shop.scanner.scans }
        let lines = recording.settings.map { "\($0.key) = \($0.value)\n" }
        do throws(SettingsError) {
            let text = "[scanner]\n" + lines.joined()
            return try ShopSettings(toml: Array(text.utf8), file: file + " (set)").scanner.scans
        } catch {
            throw .failed(error)
        }
    }
}
