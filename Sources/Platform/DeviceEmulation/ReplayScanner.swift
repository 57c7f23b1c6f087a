package import Devices
package import Linux
package import Scanning

/// A scanner that does again what a recording says (`replay:FILE`), decoded as live ones are.
///
/// It plays once and then stays as the recording left it, connected or not, until it is stopped.
package struct ReplayScanner: ScannerDriver {
    private let scanner: ScannerIdentity
    private let port: ScannerPort
    private let isPluggedByRecording: Bool
    private let player: RecordingPlayer
    private let speed: ReplaySpeed

    /// Prepares to play; nothing happens before it runs.
    ///
    /// Refuses a recording that no decoder can be made for.
    package init(
        _ recording: Recording, settings: ScanSettings, speed: ReplaySpeed = .recorded
    ) throws(DeviceError) {
        do throws(HIDPOSDescriptorError) {
            player = try RecordingPlayer(recording, settings: settings)
        } catch {
            throw DeviceError("The recording's descriptor cannot be used: \(error)")
        }
        port = recording.port
        scanner = recording.port.scanner
        isPluggedByRecording = recording.events.first?.what == .plugged
        self.speed = speed
    }

    /// Plays, then waits until `stop` is raised; never fails.
    package func run(
        until stop: EventFlag, deliver: @escaping @Sendable (ScannerEvent) -> Void
    ) throws(DeviceError) {
        play(until: stop, tap: nil, deliver: deliver)
        stop.wait()
    }

    /// Plays once and returns; `tap` is shown what is not decoded yet, with the recording's times.
    package func play(
        until stop: EventFlag, tap: ((ScannerTrace) -> Void)?, deliver: (ScannerEvent) -> Void
    ) {
        var player = player
        let start = Clocks.monotonicNanoseconds()
        if !isPluggedByRecording {
            tap?(.opened(port, at: 0))
            deliver(.connected(scanner))
        }
        while let step = player.next() {
            guard wait(for: step.microseconds, since: start, until: stop) else { return }
            if let tap, let trace = trace(of: step) { tap(trace) }
            for event in events(of: step, at: Clocks.monotonicNanoseconds()) { deliver(event) }
        }
    }

    private func trace(of step: RecordingPlayer.Step) -> ScannerTrace? {
        let time = step.microseconds * 1000
        return switch step.what {
        case nil: nil
        case .plugged: .opened(port, at: time)
        case .unplugged: .closed(port, at: time)
        case .input(let type, let code, let value):
            .key(scanner, InputEvent(type: type, code: code, value: value, time: time))
        case .held(let codes): .held(scanner, codes, at: time)
        case .report(let bytes): .report(scanner, bytes, at: time)
        case .bytes(let bytes): .bytes(scanner, bytes, at: time)
        }
    }

    /// Waits for a moment of the recording; false when the stop was first.
    private func wait(for microseconds: UInt64, since start: UInt64, until stop: EventFlag) -> Bool
    {
        guard let delay = speed.due(at: microseconds) else { return !stop.isRaised }
        while true {
            let passed = Clocks.monotonicNanoseconds() - start
            guard passed < delay else { return !stop.isRaised }
            // Less than a millisecond is not waited for: the next event makes up for it.
            let milliseconds = (delay - passed) / 1_000_000
            guard milliseconds > 0 else { return !stop.isRaised }
            if stop.wait(milliseconds: Int32(clamping: milliseconds)) { return false }
        }
    }

    private func events(of step: RecordingPlayer.Step, at now: UInt64) -> [ScannerEvent] {
        var events: [ScannerEvent] = step.found.map { finding in
            switch finding.decoded {
            case .payload(let bytes):
                .scanned(
                    Scan(
                        payload: bytes, scanner: scanner, finishedAt: now, traits: finding.traits))
            case .discarded(let reason): .discarded(scanner, reason)
            }
        }
        // As from a live driver: what was lost is said before the scanner is gone.
        if step.what == .plugged { events.append(.connected(scanner)) }
        if step.what == .unplugged { events.append(.disconnected(scanner)) }
        return events
    }
}
