import Scanning
import Testing

@Suite("Serial lines as people write them")
struct SerialLineTests {
    @Test(
        "speed and framing are understood",
        arguments: [
            ("9600", "9600 8N1"), ("115200 7e1", "115200 7E1"), ("19200,8O2", "19200 8O2"),
            (" 1200  7N2 ", "1200 7N2"),
        ])
    func accepted(_ text: String, _ line: String) {
        #expect(SerialLine(text)?.description == line)
    }

    @Test(
        "what is no line is refused",
        arguments: [
            "", "8N1", "9601", "-9600", "9600 8N", "9600 8N11", "9600 6N1", "9600 8M1",
            "9600 8N1 x",
        ])
    func refused(_ text: String) {
        #expect(SerialLine(text) == nil)
    }
}
