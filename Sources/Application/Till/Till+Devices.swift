import Kiosk
import LineMode
import Scanning

extension Till {
    mutating func take(_ event: ScannerEvent, at desk: Desk) throws -> [TillEffect] {
        switch event {
        case .scanned(let scan):
            guard state.kiosk == nil else { return try scanAtKiosk(scan.payload, at: desk) }
            return try self.scan(payload: scan.payload, at: desk)
        case .connected(let scanner):
            state.scanners += 1
            return [.show([wording.scannerReady(name: scanner.label, port: scanner.port)])]
        case .disconnected(let scanner):
            state.scanners = max(0, state.scanners - 1)
            return [.show([wording.scannerGone(name: scanner.label, port: scanner.port)])]
        case .discarded(let scanner, let discard):
            let reason = Self.reason(of: discard)
            return [.show([wording.scanLost(name: scanner.label, reason: reason)])]
                + (try send(.scanLost, at: desk))
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
