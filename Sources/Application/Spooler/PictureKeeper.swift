import Digest
import ESCPOS
import Linux
import Receipts
import SystemPackage

/// The shop's picture and the memory of the printer that was met: whether receipts may name it there.
///
/// Two must agree: the printer's own list, asked anew whenever it was opened (another one may hang on
/// the cable), and the till's notes (`PictureLog`), because another program may have used the same
/// letters. Whenever one of them is missing the picture is sent with each receipt.
package struct PictureKeeper {
    /// The picture as it is on receipts, and what it takes to store it.
    private struct Picture {
        let raster: Raster
        let key: StoredPictures.Key
        let digest: String
        let storing: [UInt8]
    }

    private let path: String
    /// The till's notes; nil where they cannot be read, and nothing is stored then.
    private var log: PictureLog?
    private var encoder: ReceiptEncoder?
    private var picture: Picture?
    private var isInMemory = false
    /// Whether a printer has taken a picture and did not have it then: no other is tried.
    private var hasFailed = false
    /// Whether it is decided, for the printer that was met, from where the picture is printed.
    private(set) var isSettled = true
    /// How often in a row a printer has gone away before that was decided.
    private var losses = 0

    /// After so many losses no printer is asked any more: it may be the asking that it cannot bear.
    private static let mostLosses = 2
    /// The largest file of notes, in bytes.
    private static let largestLog = 1 << 14

    /// Keeps its notes in a file; `report` gets a sentence where they cannot be used.
    package init(log path: String, report: (String) -> Void) {
        self.path = path
        do throws(Errno) {
            log = try Self.read(path)
        } catch {
            log = nil
        }
        if log == nil {
            report(
                "The notes on pictures in printers, \(path), cannot be used: the logo is sent with "
                    + "each receipt. Remove the file.")
        }
    }

    /// What the encoder of receipts may take for granted.
    var stored: StoredPictures {
        guard isInMemory, let picture else { return .none }
        return StoredPictures([picture.raster: picture.key])
    }

    /// A printer was met: the picture for its paper (nil for none), and what writes its commands.
    mutating func meet(_ raster: Raster?, _ encoder: ReceiptEncoder) {
        self.encoder = encoder
        isInMemory = false
        picture = raster.flatMap { Self.picture($0, encoder) }
        isSettled = picture == nil || log == nil
    }

    /// What comes before anything else to a printer that may still wait for the rest of a picture.
    ///
    /// Zeros: they end the picture (which is written anew then), and nothing else obeys them.
    func endInterrupted() -> [UInt8] {
        [UInt8](repeating: 0, count: log?.openBytes ?? 0)
    }

    /// The zeros were taken.
    mutating func closeInterrupted() {
        log?.close()
        save()
    }

    /// Whether printers are asked what they keep.
    var asks: Bool { losses < Self.mostLosses }

    /// It is decided, whatever came of it.
    mutating func settle() {
        isSettled = true
        if asks { losses = 0 }
    }

    /// The printer went away before it was decided.
    mutating func lose() {
        losses += 1
    }

    /// Decides by the printer's list; what is to be sent to store the picture, nil where nothing is.
    ///
    /// Older pictures of this till make room. `day` counts from 1970.
    mutating func plan(
        holding held: Set<StoredPictures.Key>, on day: Int64
    ) -> [UInt8]? {
        guard let picture, let encoder, var log else { return nil }
        if held.contains(picture.key), log.has(picture.key, picture.digest) {
            isInMemory = true
            return nil
        }
        let outdated = log.others(than: picture.digest)
            .filter { held.contains($0) && $0 != picture.key }
        let removal = outdated.compactMap { encoder.forgetting($0) }
        let bytes = removal.joined() + picture.storing
        guard !hasFailed,
            log.begin(
                picture.key, picture.digest, writings: 1 + removal.count, bytes: bytes.count,
                on: day)
        else { return nil }
        self.log = log
        return save() ? bytes : nil
    }

    /// The printer's list after the picture was sent; nil where it did not come.
    mutating func confirm(holding held: Set<StoredPictures.Key>?) {
        guard let picture, let held else { return }
        guard held.contains(picture.key) else {
            // Full, or not as its profile says.
            hasFailed = true
            return
        }
        log?.confirm(picture.digest)
        isInMemory = save()
    }

    /// Without notes on the disk nothing may be written.
    @discardableResult
    private mutating func save() -> Bool {
        guard let log else { return false }
        do throws(Errno) {
            try ReplacedFile.write(Array(log.text.utf8), to: path)
            return true
        } catch {
            self.log = nil
            return false
        }
    }

    private static func read(_ path: String) throws(Errno) -> PictureLog? {
        do throws(Errno) {
            let bytes = try OpenDescriptor(path: path, .readOnly).read(atMost: largestLog)
            return PictureLog(String(decoding: bytes, as: UTF8.self))
        } catch {
            guard error == .noSuchFileOrDirectory else { throw error }
            return PictureLog()
        }
    }

    private static func picture(_ raster: Raster, _ encoder: ReceiptEncoder) -> Picture? {
        let sizes = [raster.width, raster.height].flatMap {
            [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)]
        }
        let digest = SHA256(of: sizes + raster.bytes)
        let key = StoredPictures.Key(digest: digest.bytes)
        guard let storing = encoder.storing(raster, as: key) else { return nil }
        return Picture(raster: raster, key: key, digest: digest.hex, storing: storing)
    }
}
