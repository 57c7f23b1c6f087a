/// The keys that edit, each as the control character it is bound to in libedit.
///
/// Arrow keys and the like arrive here as well, so that libedit never sees an escape sequence:
/// it would wait inside one, and an unknown one would leave its rest in the line.
enum EditKey: UInt8, CaseIterable {
    case lineStart = 0x01
    case left = 0x02
    case clearLine = 0x03
    case endOrDelete = 0x04
    case lineEnd = 0x05
    case right = 0x06
    case backspace = 0x08
    case enter = 0x0A
    case killToEnd = 0x0B
    case next = 0x0E
    case previous = 0x10
    case killToStart = 0x15
    case killWord = 0x17
    case yank = 0x19
    // Codes that no key of ours sends: free for keys that have no control character.
    case delete = 0x1C
    case wordLeft = 0x1D
    case wordRight = 0x1E

    /// libedit's name of what the key does (editrc(5)).
    var command: String {
        switch self {
        case .lineStart: "ed-move-to-beg"
        case .left: "ed-prev-char"
        case .clearLine: "em-kill-line"
        case .endOrDelete: "em-delete-or-list"
        case .lineEnd: "ed-move-to-end"
        case .right: "ed-next-char"
        case .backspace: "ed-delete-prev-char"
        case .enter: "ed-newline"
        case .killToEnd: "ed-kill-line"
        case .next: "ed-next-history"
        case .previous: "ed-prev-history"
        case .killToStart: "vi-kill-line-prev"
        case .killWord: "ed-delete-prev-word"
        case .yank: "em-yank"
        case .delete: "ed-delete-next-char"
        case .wordLeft: "ed-prev-word"
        case .wordRight: "em-next-word"
        }
    }

    /// The key a typed control character stands for; nil for one that does nothing here.
    init?(control: UInt8) {
        switch control {
        case 0x0D: self = .enter
        case 0x7F: self = .backspace
        case Self.delete.rawValue, Self.wordLeft.rawValue, Self.wordRight.rawValue: return nil
        default: self.init(rawValue: control)
        }
    }
}
