import LineMode
import Scanning

extension Till {
    mutating func take(_ event: ScannerEvent, at desk: Desk) throws -> [TillEffect] {
        switch event {
        case .scanned(let scan):
            return try self.scan(payload: scan.payload, at: desk)
        case .connected(let scanner):
            return [.show([wording.scannerReady(name: scanner.label, port: scanner.port)])]
        case .disconnected(let scanner):
            return [.show([wording.scannerGone(name: scanner.label, port: scanner.port)])]
        case .discarded(let scanner, let discard):
            let reason = Self.reason(of: discard)
            return [.show([wording.scanLost(name: scanner.label, reason: reason)])]
        case .refused(let scanner, let reason):
            return [.show([wording.scannerRefused(name: scanner.label, reason: reason)])]
        }
    }

    private static func reason(of discard: ScannerEvent.Discard) -> String {
        switch discard {
        case .eventsLost: "the system was too busy to read all of it"
        case .unplugged: "the cable came out in the middle of it"
        case .timedOut: "its end never came"
        case .malformed: "the scanner sent a part of it that makes no sense"
        case .tooLong: "it is longer than any barcode"
        case .unknownKey(let code): "it has a key (\(code)) that the layout does not know"
        case .unknownNumber(let number): "it has a number (\(number)) that is no character"
        }
    }
}
