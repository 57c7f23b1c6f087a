/// What a shop says about itself on each receipt.
package struct ShopHeader: Hashable, Sendable {
    /// The shop's name.
    package let name: String
    /// The address, a line each.
    package let address: [String]
    /// The shop's phone, as it is to be read.
    package let phone: String?
    /// The shop's tax number, where it has one.
    package let gstin: String?
    /// Further lines under the head, such as licences: a line each.
    package let header: [String]
    /// The text at the foot of the receipt, a line each.
    package let footer: [String]
    /// The sign in front of amounts.
    package let currencySymbol: String

    /// Gathers what the configuration says.
    package init(
        name: String, address: [String] = [], phone: String? = nil, gstin: String? = nil,
        header: [String] = [], footer: [String] = [], currencySymbol: String = "₹"
    ) {
        self.name = name
        self.address = address
        self.phone = phone
        self.gstin = gstin
        self.header = header
        self.footer = footer
        self.currencySymbol = currencySymbol
    }
}
