/// What an import did.
package struct ImportReport: Hashable, Sendable {}
