package import Linux

/// The questions of the USB printer class.
extension ClaimedInterface {
    /// Asks the printer for its status lines; answers even while it takes no data.
    ///
    /// Throws `stalled` where the printer does not know the question.
    package borrowing func portStatus(until stop: EventFlag) throws(USBError) -> PortStatus {
        let request = ControlRequest(
            type: 0xA1, request: 1, value: 0, index: UInt16(setting.number), length: 1)
        guard let byte = try ask(request, until: stop).first else { throw .inputOutput }
        return PortStatus(rawValue: byte)
    }

    /// Asks the printer who it is (IEEE 1284 device ID); throws `stalled` where it has none.
    package borrowing func deviceID(until stop: EventFlag) throws(USBError) -> PrinterDeviceID {
        let request = ControlRequest(
            type: 0xA1, request: 0, value: UInt16(setting.configurationIndex),
            index: UInt16(setting.number) << 8 | UInt16(setting.alternate), length: 1024)
        guard let answer = PrinterDeviceID(reply: try ask(request, until: stop)) else {
            throw .inputOutput
        }
        return answer
    }
}
