import Billing
import ExactJSON
package import LineMode
package import Till

extension EventFeed {
    /// Tells what the till has just shown: rows with their tones, and the prompt after them.
    package func publish(_ rows: [Row], prompt: String) {
        publish("shown", .news) {
            [
                "rows": .array(
                    rows.map { ["tone": .string("\($0.tone)"), "text": .string($0.text)] }),
                "prompt": .string(prompt),
            ]
        }
    }

    /// Tells what stands on the counter: the open bill and the printer, each if it has changed.
    package func publish(_ view: TillView, after earlier: TillView?) {
        if earlier == nil || view.bill != earlier?.bill {
            publish("bill", .state) { Answers.openBill(view.bill) }
        }
        if view.printer != earlier?.printer || view.waitingReceipts != earlier?.waitingReceipts {
            publish("printer", .state) { Answers.printer(view) }
        }
    }
}
