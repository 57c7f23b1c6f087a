import Testing

/// A libusb printer whose far end is a made-up device: every byte is counted on both sides.
///
/// One test at a time: there is one made-up `/sys` in a process.
@Suite(
    "A printer on a USB cable", .serialized,
    .enabled(if: Testbed.isPossible, "runs under umockdev-wrapper"),
    .timeLimit(.minutes(1)))
enum USBPrinterTests {}
