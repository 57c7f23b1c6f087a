/// A product's number in the database; an opaque string for other programs.
package struct ProductID: Hashable, Sendable {
    /// The row's number.
    package let raw: Int64
    /// Wraps a row's number.
    package init(_ raw: Int64) { self.raw = raw }
}

/// A batch's number in the database.
package struct BatchID: Hashable, Sendable {
    /// The row's number.
    package let raw: Int64
    /// Wraps a row's number.
    package init(_ raw: Int64) { self.raw = raw }
}

/// A customer's number in the database, not the `CUST…` number that people see.
package struct CustomerID: Hashable, Sendable {
    /// The row's number.
    package let raw: Int64
    /// Wraps a row's number.
    package init(_ raw: Int64) { self.raw = raw }
}

/// The identity of one sale from its first scan to its bill, made outside Core.
package struct SaleReference: Hashable, Sendable {
    /// The text that identifies it.
    package let raw: String
    /// Wraps a text made by the caller, who sees to it that it is unique.
    package init(_ raw: String) { self.raw = raw }
}
