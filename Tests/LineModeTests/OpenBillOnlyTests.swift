import LineMode
import Testing

/// Which typed lines may be answered before the disk has them.
@Suite("lines that change the open bill only")
struct OpenBillOnlyTests {
    @Test(
        "scans and edits of lines may be synced after the answer",
        arguments: [
            "8901000000019", "3*8901", "qty 2", "price 1 95", "del", "total", "help", "", "qty x",
        ])
    func openBill(line: String) {
        #expect(Command.touchesOpenBillOnly(line))
    }

    @Test(
        "money, customers and the end of a bill are synced before the answer",
        arguments: ["cash 500", "CASH 500", "phone 9876543210", "name John", "void", "quit"])
    func others(line: String) {
        #expect(!Command.touchesOpenBillOnly(line))
    }
}
