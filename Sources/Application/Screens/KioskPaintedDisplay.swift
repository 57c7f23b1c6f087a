package import Kiosk
import Linux
import Synchronization
package import SystemPackage
import Typesetter

/// A kiosk's pages drawn by a thread of their own, so that the till never waits for a picture.
///
/// Of pages that come faster than they can be drawn the newest is; of each only what is new.
package final class KioskPaintedDisplay: KioskDisplay {
    private struct State {
        var page: KioskPage?
        var isClosed = false
    }

    private let state = Mutex(State())
    private let flag: EventFlag
    private let worker = Mutex<Worker?>(nil)

    /// Starts to draw; `fail` is told once, on the drawing thread, when that is not possible any more.
    package init(
        on canvas: any KioskCanvas, fail: @escaping @Sendable (any Error) -> Void
    ) throws(Errno) {
        flag = try EventFlag()
        let worker = try Worker(name: "galla-screen") { [weak self] in
            do {
                try self?.draw(on: canvas)
            } catch {
                fail(error)
            }
        }
        self.worker.withLock { $0 = worker }
    }

    /// Has a page drawn, unless a newer one comes before.
    package func show(_ page: KioskPage) {
        state.withLock { $0.page = page }
        flag.raise()
    }

    /// Waits for the page that is being drawn; the screen is given back then.
    package func close() {
        state.withLock { $0.isClosed = true }
        flag.raise()
        worker.withLock { $0 }?.join()
    }

    private func draw(on canvas: any KioskCanvas) throws {
        var canvas = canvas
        let painter = try PagePainter(width: canvas.width, height: canvas.height)
        while true {
            flag.wait(milliseconds: -1)
            flag.lower()
            let (page, isClosed) = state.withLock { state in
                defer { state.page = nil }
                return (state.page, state.isClosed)
            }
            if let page { try canvas.show(try painter.paint(page)) }
            if isClosed { return }
        }
    }
}
