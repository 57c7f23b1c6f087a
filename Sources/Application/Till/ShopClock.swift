package import Billing
package import Linux

/// The machine's clock in the shop's time zone, and references made from the system's randomness.
package struct ShopClock: TillClock {
    private let zone: TimeZoneOffset

    /// Tells the time of a zone.
    package init(zone: TimeZoneOffset) {
        self.zone = zone
    }

    /// The machine's time, in the shop's zone.
    package func now() -> TillMoment {
        moment(atMilliseconds: Clocks.wallMilliseconds())
    }

    /// The shop's time at a moment of the machine's, in milliseconds since 1970.
    package func moment(atMilliseconds milliseconds: Int64) -> TillMoment {
        let seconds = milliseconds / 1_000
        let local = seconds + zone.secondsEastOfUTC(atSeconds: seconds)
        guard let civil = CivilTime(localSeconds: local) else {
            preconditionFailure("the machine's clock is beyond the year 9999")
        }
        return TillMoment(civil: civil, milliseconds: milliseconds)
    }

    /// Two random numbers of 64 bits in base 36.
    package func newReference() -> SaleReference {
        let high = UInt64.random(in: .min ... .max)
        let low = UInt64.random(in: .min ... .max)
        return SaleReference(String(high, radix: 36) + "-" + String(low, radix: 36))
    }
}
