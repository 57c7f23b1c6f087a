/// The arguments of a prepared statement, in the order of its parameters; nil is NULL.
package struct Arguments: ExpressibleByArrayLiteral {
    let values: [(any Bindable)?]

    /// Takes the values of a literal.
    package init(arrayLiteral values: (any Bindable)?...) {
        self.values = values
    }

    /// Takes values that were gathered one by one.
    package init(_ values: [(any Bindable)?]) {
        self.values = values
    }
}
