import Testing

/// Parent of all tests here: one at a time, because the made-up /sys is the whole process's.
@Suite(.serialized, .enabled(if: Testbed.isAvailable, "runs under umockdev-wrapper"))
enum ScannerDeviceTests {}
