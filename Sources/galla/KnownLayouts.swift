import Keymap
import Scanning

/// The layouts to try where what is scanned makes no sense, the commonest first.
enum KnownLayouts {
    /// Those of this machine's xkb data, read when first asked for; without, the one built in.
    static let tables: [KeyTable] = [.us] + names.compactMap(table)

    /// Layouts whose digits or signs lie elsewhere than those of us.
    private static let names = ["fr", "de", "gb", "cz", "be", "es", "it", "ch", "tr", "hu", "sk"]

    private static func table(_ name: String) -> KeyTable? {
        do throws(KeymapError) {
            return try KeyTable(layout: LayoutName(name))
        } catch {
            // A layout that this machine does not have cannot be suggested on it.
            return nil
        }
    }
}
