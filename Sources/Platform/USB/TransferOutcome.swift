/// How a transfer ended and how much of it had gone through by then.
package struct TransferOutcome: Hashable, Sendable {
    /// Bytes that the device took or gave, exactly, whatever the end.
    package let transferred: Int
    /// Why it ended.
    package let end: End

    /// Why a transfer ended.
    package enum End: Hashable, Sendable {
        /// Everything went through.
        case completed
        /// The stop flag was raised.
        case stopped
        /// `stillWaiting` answered false, or the time was over.
        case givenUp
        /// The device or the kernel ended it.
        case failed(USBError)
    }
}
