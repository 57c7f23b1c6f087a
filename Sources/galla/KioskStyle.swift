import Foundation
import Kiosk
import Settings
import Till

/// What the settings say of a kiosk, with the words of its languages read.
struct KioskStyle {
    private let settings: ShopSettings
    private let languages: [KioskWords]

    /// Reads the words; names without a folder are files beside the configuration file.
    init(_ settings: ShopSettings, configuration: String) throws(Failure) {
        self.settings = settings
        let folder = URL(fileURLWithPath: configuration).deletingLastPathComponent()
        languages = try settings.kiosk.languages.map { name throws(Failure) in
            try Self.words(name, beside: folder)
        }
    }

    /// What the till has to know; scanners are counted where all of them are on cables.
    func settings(countsScanners: Bool) -> KioskSettings {
        let kiosk = settings.kiosk
        return KioskSettings(
            rules: KioskRules(
                idleSeconds: kiosk.idleSeconds, countdownFrom: kiosk.countdownSeconds,
                paymentSeconds: kiosk.paymentSeconds, thanksSeconds: kiosk.thanksSeconds,
                helpSeconds: kiosk.helpSeconds, asksPhone: kiosk.asksPhone,
                takesUPI: kiosk.takesUPI, needsPrinter: kiosk.needsPrinter,
                hasPIN: kiosk.pin != nil, languages: languages.count, hours: kiosk.hours),
            screen: KioskScreen(
                languages: languages, currency: settings.shop.currency, shop: settings.shop.name,
                payee: settings.payment.upiPayee),
            pin: kiosk.pin, restricted: Set(kiosk.restricted), countsScanners: countsScanners)
    }

    private static func words(
        _ language: String, beside folder: URL
    ) throws(Failure) -> KioskWords {
        let file = try LanguageFile(
            language, in: "kiosk", of: "kiosks", key: "kiosk.languages", beside: folder)
        guard let file else { return .english }
        do throws(SettingsError) {
            return try KioskWords(toml: file.bytes, file: file.path)
        } catch {
            throw .failed(error)
        }
    }
}
