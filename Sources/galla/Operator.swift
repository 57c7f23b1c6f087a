import Foundation

/// Who runs a command, as the audit names them.
enum Operator {
    static var name: String { NSUserName() }
}
