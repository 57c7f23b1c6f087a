// What Serial needs of the kernel's terminal interface: requests that are macros over a variadic
// function, and flags that are macros Swift reads with another type.
#ifndef GALLA_CLINUXTTY_SHIM_H
#define GALLA_CLINUXTTY_SHIM_H

#include <errno.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>

// Nobody but root can open the line after this, and nobody who locks it the usual way can use it.
static inline int galla_tty_claim(int descriptor) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) return -1;
    return ioctl(descriptor, TIOCEXCL);
}

static inline int galla_tty_release(int descriptor) { return ioctl(descriptor, TIOCNXCL); }

// Answers -1 with EINVAL for a speed that Linux has no name for.
static inline int galla_tty_set_speed(struct termios *mode, long speed) {
    static const struct { long speed; speed_t name; } names[] = {
        {1200, B1200},       {2400, B2400},       {4800, B4800},       {9600, B9600},
        {19200, B19200},     {38400, B38400},     {57600, B57600},     {115200, B115200},
        {230400, B230400},   {460800, B460800},   {921600, B921600},   {1000000, B1000000},
        {2000000, B2000000}, {4000000, B4000000},
    };
    for (unsigned int index = 0; index < sizeof names / sizeof names[0]; index++) {
        if (names[index].speed == speed) return cfsetspeed(mode, names[index].name);
    }
    errno = EINVAL;
    return -1;
}

// Every byte as it comes, at once, none of them a command; no handshake, no modem lines. Bytes that
// arrive damaged are marked by 0xFF 0x00 in front of them, and a real 0xFF is doubled.
static inline void galla_tty_make_raw(
    struct termios *mode, int is_seven_bits, int has_parity, int is_odd, int has_two_stops) {
    cfmakeraw(mode);
    mode->c_iflag |= PARMRK | (has_parity ? INPCK : 0);
    mode->c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | IGNPAR | IXOFF | IXANY);
    mode->c_cflag &= ~(tcflag_t)(CSIZE | PARENB | PARODD | CSTOPB | CRTSCTS);
    mode->c_cflag |= CLOCAL | CREAD | (is_seven_bits ? CS7 : CS8) | (has_parity ? PARENB : 0) |
                     (is_odd ? PARODD : 0) | (has_two_stops ? CSTOPB : 0);
    mode->c_cc[VMIN] = 1;
    mode->c_cc[VTIME] = 0;
}

// Whether the line is in the mode that was asked for: a driver may take a part of it in silence.
static inline int galla_tty_is_mode(const struct termios *now, const struct termios *wanted) {
    const tcflag_t checked = CSIZE | PARENB | PARODD | CSTOPB;
    return (now->c_cflag & checked) == (wanted->c_cflag & checked) &&
           (now->c_lflag & (ICANON | ECHO | ISIG)) == 0 &&
           cfgetispeed(now) == cfgetispeed(wanted);
}

#endif
