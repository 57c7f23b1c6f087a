import Testing

@testable import Serial

@Suite("Marks among the bytes of a serial line")
struct MarkedBytesTests {
    @Test(
        "bytes, doubled FF and damaged bytes are told apart, wherever the reads cut them",
        arguments: [
            ([0x41, 0x0D], [0x41, 0x0D]),
            ([0xFF, 0xFF], [0xFF]),
            ([0x41, 0xFF, 0x00, 0x42, 0x43], [0x41, nil, 0x43]),
            ([0xFF, 0x00, 0x00], [nil]),
            ([0xFF, 0xFF, 0xFF, 0x00, 0x31, 0x32], [0xFF, nil, 0x32]),
            ([0xFF, 0x41], [0xFF, 0x41]),
        ] as [([UInt8], [UInt8?])])
    func marks(_ bytes: [UInt8], _ expected: [UInt8?]) {
        var whole = MarkedBytes()
        #expect(whole.take(bytes) == expected)
        var byByte = MarkedBytes()
        #expect(bytes.flatMap { byByte.take([$0]) } == expected)
    }
}
