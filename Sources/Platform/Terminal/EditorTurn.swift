import CLibEdit

/// The right to use libedit, for one thread at a time: libtinfo below it has one global terminal.
///
/// Two editors at once crashed in libtinfo. Who comes second waits for the first to let go.
struct EditorTurn: ~Copyable {
    init() {
        galla_edit_take_turn()
    }

    deinit {
        galla_edit_leave_turn()
    }
}
