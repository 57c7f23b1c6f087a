// The door to libedit: its settings are variadic, which Swift cannot call.
#ifndef GALLA_CLIBEDIT_SHIM_H
#define GALLA_CLIBEDIT_SHIM_H

#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>

// Variadic settings, one function each.
static inline int galla_edit_use_emacs_keys(EditLine *editor) {
    return el_wset(editor, EL_EDITOR, L"emacs");
}
static inline int galla_edit_set_reader(EditLine *editor, el_rfunc_t reader) {
    return el_wset(editor, EL_GETCFN, reader);
}
static inline int galla_edit_set_client(EditLine *editor, void *client) {
    return el_wset(editor, EL_CLIENTDATA, client);
}
static inline void *galla_edit_client(EditLine *editor) {
    void *client = NULL;
    return el_wget(editor, EL_CLIENTDATA, &client) == 0 ? client : NULL;
}
static inline int galla_edit_bind(EditLine *editor, const char *key, const char *command) {
    return el_set(editor, EL_BIND, key, command, NULL);
}
static inline int galla_edit_use_history(EditLine *editor, HistoryW *history) {
    return el_wset(editor, EL_HIST, history_w, history);
}

// The keys that a terminal turns into signals or a halt are keys like any other here; and between
// two lines ("-x") the terminal stays as it is within a line ("-d"), so that what is pasted across
// the border is neither echoed by the kernel nor changed by it.
static inline int galla_edit_keep_raw(EditLine *editor) {
    if (el_set(editor, EL_SETTY, "-d", "-isig", "-ixon", NULL) != 0) return -1;
    return el_set(editor, EL_SETTY, "-x", "-isig", "-ixon", "-icanon", "-echo", NULL);
}

static inline int galla_history_limit(HistoryW *history, int lines) {
    HistEventW event;
    if (history_w(history, &event, H_SETSIZE, lines) < 0) return -1;
    return history_w(history, &event, H_SETUNIQUE, 1);
}
static inline int galla_history_enter(HistoryW *history, const wchar_t *line) {
    HistEventW event;
    return history_w(history, &event, H_ENTER, line);
}

// libedit asks libtinfo, which keeps one terminal for the whole process. Called from one source
// file only, so that the lock exists once; inside a function like the table below.
static inline pthread_mutex_t *galla_edit_turn(void) {
    static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
    return &turn;
}
static inline void galla_edit_take_turn(void) { (void)pthread_mutex_lock(galla_edit_turn()); }
static inline void galla_edit_leave_turn(void) { (void)pthread_mutex_unlock(galla_edit_turn()); }

// Macros with casts and shifts, which Swift leaves out.
static inline locale_t galla_utf8_locale(void) {
    return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}
static inline locale_t galla_use_locale(locale_t locale) { return uselocale(locale); }

// glibc declares it only for _XOPEN_SOURCE, which a header inside a module cannot ask for.
extern int wcwidth(wchar_t character);

// ioctl is variadic. Answers 0 where the terminal does not tell.
static inline int galla_terminal_columns(int terminal) {
    struct winsize size;
    return ioctl(terminal, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// A signal handler may call almost nothing, so it is written in C: it raises the eventfd of every
// place. A place's eventfd is made once and never closed, because a handler that is just running
// on another thread must not write into whatever got the number next. Called from one source file
// only, so that the table exists once; inside a function, because Swift leaves out a header's
// variables.
enum { GALLA_RESIZE_PLACES = 8 };
struct galla_resize_place {
    volatile int flag;  // descriptor + 1; 0: not made yet
    int taken;
};
static inline struct galla_resize_place *galla_resize_table(void) {
    static struct galla_resize_place table[GALLA_RESIZE_PLACES];
    return table;
}

static void galla_resize_handler(int signal) {
    (void)signal;
    int saved = errno;
    for (int place = 0; place < GALLA_RESIZE_PLACES; place++) {
        int flag = galla_resize_table()[place].flag;
        if (flag != 0) (void)eventfd_write(flag - 1, 1);
    }
    errno = saved;
}

// Answers the place taken, or -1 when there is none.
static inline int galla_resize_watch(void) {
    for (int place = 0; place < GALLA_RESIZE_PLACES; place++) {
        if (!__sync_bool_compare_and_swap(&galla_resize_table()[place].taken, 0, 1)) continue;
        if (galla_resize_table()[place].flag == 0) {
            galla_resize_table()[place].flag = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK) + 1;
        }
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = galla_resize_handler;
        action.sa_flags = SA_RESTART;
        sigemptyset(&action.sa_mask);
        (void)sigaction(SIGWINCH, &action, NULL);
        return place;
    }
    return -1;
}
static inline int galla_resize_descriptor(int place) {
    return place < 0 ? -1 : galla_resize_table()[place].flag - 1;
}
static inline int galla_resize_lower(int place) {
    eventfd_t count;
    return place < 0 ? -1 : eventfd_read(galla_resize_descriptor(place), &count);
}
static inline void galla_resize_release(int place) {
    if (place >= 0) __sync_lock_release(&galla_resize_table()[place].taken);
}

#endif
