import CXKBCommon

/// libxkbcommon's context: where it looks for layouts, and that it keeps its complaints to itself.
@safe
struct KeymapContext: ~Copyable {
    let pointer: OpaquePointer

    init() throws(KeymapError) {
        // Names from the environment would be a desktop's, not the scanner's.
        guard let pointer = unsafe xkb_context_new(XKB_CONTEXT_NO_ENVIRONMENT_NAMES) else {
            throw .noMemory
        }
        unsafe self.pointer = pointer
        // What is wrong with a name is said once, by our own error.
        unsafe xkb_context_set_log_level(pointer, XKB_LOG_LEVEL_CRITICAL)
    }

    deinit {
        unsafe xkb_context_unref(pointer)
    }

    /// The layout, compiled, with a state of its own.
    func keyboard(_ name: LayoutName) throws(KeymapError) -> KeyboardState {
        let keymap = unsafe name.layout.withCString { layout in
            unsafe name.variant.withCString { variant in
                unsafe "evdev".withCString { rules in
                    unsafe "pc105".withCString { model in
                        unsafe "".withCString { options in
                            var names = unsafe xkb_rule_names(
                                rules: rules, model: model, layout: layout, variant: variant,
                                options: options)
                            return unsafe xkb_keymap_new_from_names(
                                pointer, &names, XKB_KEYMAP_COMPILE_NO_FLAGS)
                        }
                    }
                }
            }
        }
        guard let keymap = unsafe keymap else { throw .unknown(name.description) }
        return try unsafe KeyboardState(keymap: keymap)
    }

    /// The table of what dead keys make; nil when it is not installed.
    func composer() -> Composer? {
        // The table of this locale has all scripts in it; Debian has it without the locale.
        let table = unsafe xkb_compose_table_new_from_locale(
            pointer, "en_US.UTF-8", XKB_COMPOSE_COMPILE_NO_FLAGS)
        guard let table = unsafe table else { return nil }
        return unsafe Composer(table: table)
    }
}
