// What System needs of Linux and Swift cannot call: variadic and macro-typed interfaces.
#ifndef GALLA_CLINUX_SHIM_H
#define GALLA_CLINUX_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

// Glibc's overlay leaves sys/eventfd.h out.
static inline int galla_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
static inline int galla_eventfd_raise(int descriptor) { return eventfd_write(descriptor, 1); }
static inline int galla_eventfd_lower(int descriptor) {
    eventfd_t count;
    return eventfd_read(descriptor, &count);
}

// renameat2 with RENAME_NOREPLACE (1, <linux/fs.h>), which the headers show to GNU sources only; -100 is
// AT_FDCWD: paths as in rename.
static inline int galla_rename_to_free(const char *from, const char *to) {
    return (int)syscall(SYS_renameat2, -100, from, -100, to, 1);
}

// prctl is variadic; the kernel shows at most 15 bytes.
static inline int galla_name_thread(const char *name) { return prctl(PR_SET_NAME, name, 0, 0, 0); }

// Macros typed as enumerators, which Swift sees in a different shape in each libc version.
static inline int galla_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

// epoll_event.data is a union that Swift imports without the member names' types we want.
static inline int galla_epoll_add(int epoll, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN | EPOLLRDHUP, .data = {.fd = descriptor}};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

static inline int galla_epoll_add_output(int epoll, int descriptor) {
    struct epoll_event event = {.events = EPOLLOUT, .data = {.fd = descriptor}};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

static inline int galla_epoll_remove(int epoll, int descriptor) {
    return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, 0);
}

// SO_ERROR and the keep-alive options are integers behind an untyped pointer.
static inline int galla_socket_error(int descriptor) {
    int error = 0;
    socklen_t size = sizeof error;
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : -1;
}
// A printer that lost its power says nothing: after ten seconds of silence it is asked for a sign
// of life, and half a minute without one, or of unanswered data, ends the connection.
static inline void galla_socket_keep_alive(int descriptor) {
    int on = 1, idle = 10, interval = 5, count = 4, milliseconds = 30000;
    setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
    setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
    setsockopt(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, sizeof milliseconds);
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

// sd_notify(3): one datagram to the address in NOTIFY_SOCKET, which is abstract behind an @. Answers
// -1 with errno on failure; never waits.
static inline int galla_notify(const char *address, const char *text) {
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    size_t length = strlen(address);
    if (length < 2 || length >= sizeof to.sun_path) {
        errno = EINVAL;
        return -1;
    }
    memcpy(to.sun_path, address, length);
    if (to.sun_path[0] == '@') to.sun_path[0] = 0;
    int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -1;
    ssize_t sent = sendto(
        descriptor, text, strlen(text), MSG_NOSIGNAL | MSG_DONTWAIT, (struct sockaddr *)&to,
        (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length));
    int reason = errno;
    close(descriptor);
    errno = reason;
    return sent < 0 ? -1 : 0;
}

#endif
