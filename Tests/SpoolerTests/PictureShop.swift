import Foundation
import Receipts
import Testing
import Typesetter

/// A shop's folder with two logos in it; removed at the end.
final class PictureShop {
    let folder = NSTemporaryDirectory() + "galla-pictures-\(UUID().uuidString)"
    var log: String { folder + "/printer-pictures" }

    init() throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        for step in [3, 5] {
            var logo = Raster(width: 200, height: 60)
            for y in 0..<60 { for x in 0..<200 where (x + y) % step == 0 { logo[x, y] = true } }
            try logo.writePNG(to: self.logo(step))
        }
    }

    func logo(_ step: Int = 3) -> String { folder + "/logo\(step).png" }

    deinit {
        do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
    }
}
