import CLibUSB

/// An answer of libusb other than success; unknown codes survive.
package struct USBError: Error, RawRepresentable, Hashable, Sendable {
    /// libusb's negative number.
    package let rawValue: Int32

    /// Takes libusb's number as it is.
    package init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// Bytes were disturbed on the cable, or the device stopped answering (`LIBUSB_ERROR_IO`).
    package static let inputOutput = USBError(LIBUSB_ERROR_IO)
    /// The device does not know the request, or this libusb does not (`LIBUSB_ERROR_INVALID_PARAM`).
    package static let invalid = USBError(LIBUSB_ERROR_INVALID_PARAM)
    /// This program may not open the device (`LIBUSB_ERROR_ACCESS`).
    package static let noPermission = USBError(LIBUSB_ERROR_ACCESS)
    /// The device is gone (`LIBUSB_ERROR_NO_DEVICE`).
    package static let gone = USBError(LIBUSB_ERROR_NO_DEVICE)
    /// There is no such interface, setting or endpoint (`LIBUSB_ERROR_NOT_FOUND`).
    package static let notFound = USBError(LIBUSB_ERROR_NOT_FOUND)
    /// Another program holds the interface (`LIBUSB_ERROR_BUSY`).
    package static let busy = USBError(LIBUSB_ERROR_BUSY)
    /// The device did not answer in time (`LIBUSB_ERROR_TIMEOUT`).
    package static let timedOut = USBError(LIBUSB_ERROR_TIMEOUT)
    /// The device sent more than was asked for (`LIBUSB_ERROR_OVERFLOW`).
    package static let overflow = USBError(LIBUSB_ERROR_OVERFLOW)
    /// The device refused with a stall (`LIBUSB_ERROR_PIPE`).
    package static let stalled = USBError(LIBUSB_ERROR_PIPE)
    /// A signal came in between (`LIBUSB_ERROR_INTERRUPTED`).
    package static let interrupted = USBError(LIBUSB_ERROR_INTERRUPTED)
    /// The kernel had no memory for the transfer (`LIBUSB_ERROR_NO_MEM`).
    package static let noMemory = USBError(LIBUSB_ERROR_NO_MEM)

    private init(_ code: libusb_error) {
        rawValue = code.rawValue
    }

    /// Throws unless libusb's answer is a success; gives the answer back.
    @discardableResult
    static func check(_ code: Int32) throws(USBError) -> Int32 {
        guard code >= 0 else { throw USBError(rawValue: code) }
        return code
    }
}

extension USBError: CustomStringConvertible {
    /// What happened, as the middle of a sentence.
    package var description: String {
        switch self {
        case .inputOutput: "the USB connection was disturbed"
        case .invalid: "the device does not know the request"
        case .noPermission: "this program may not open it"
        case .gone: "it was unplugged or switched off"
        case .notFound: "it has no such interface"
        case .busy: "another program holds it"
        case .timedOut: "it did not answer in time"
        case .overflow: "it sent more than was asked for"
        case .stalled: "it refused the data (stall)"
        case .interrupted: "a signal interrupted the transfer"
        case .noMemory: "the kernel has no memory for the transfer"
        default: "libusb error \(rawValue)"
        }
    }
}
