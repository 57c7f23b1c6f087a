import ArgumentParser
import Devices
import Scanning
import Settings

/// Which scanners a command is about, and how they are set.
struct ScannerOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    /// The configuration file that is asked for or usual.
    var configPath: String { config ?? ShopOptions.usualConfig }

    /// The shop's settings.
    func settings() throws(Failure) -> ShopSettings {
        do throws(SettingsError) {
            return try ShopSettings.read(file: configPath, mustExist: config != nil)
        } catch {
            throw .failed(error)
        }
    }

    /// The scanners at these addresses, or at those of the settings.
    func setup(_ addresses: [String], _ settings: ShopSettings) throws(Failure) -> ScannerSetup {
        do throws(DeviceError) {
            let texts = addresses.isEmpty ? settings.scanner.uris : addresses
            var matches: [ScannerMatch] = []
            for text in texts {
                switch try ScannerAddress(text) {
                case .hardware(let match): matches.append(match)
                case .standardInput where addresses.isEmpty: break
                case .replay where addresses.isEmpty: break
                case .standardInput, .replay:
                    throw DeviceError(
                        "\(text) is no scanner on a cable. Name one, like auto or evdev:port=1-1.3; "
                            + "recordings are shown by `galla scanner replay FILE`.")
                }
            }
            guard !matches.isEmpty else {
                throw DeviceError(
                    "The settings name no scanner on a cable. Name one, like auto or "
                        + "evdev:port=1-1.3; `galla devices` shows what is there.")
            }
            return try ScannerSetup(matches: matches, settings.scanner)
        } catch {
            throw Failure(.validationFailure, error.description)
        }
    }
}
