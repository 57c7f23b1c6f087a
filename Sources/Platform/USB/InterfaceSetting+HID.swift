/// What tells an interface of the HID class (HID 1.11 §4.1, §4.4).
extension InterfaceSetting {
    /// Whether it is a HID interface that is no boot keyboard or mouse: those say so.
    package var isPlainHID: Bool {
        kind.interfaceClass == 3 && kind.subclass == 0 && kind.protocolNumber == 0
    }

    /// The endpoint on which its reports come.
    package var interruptIn: USBEndpoint? {
        endpoints.first { $0.isInterrupt && $0.isInput }
    }
}
