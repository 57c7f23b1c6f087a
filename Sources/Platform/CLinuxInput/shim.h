// What Evdev needs of the kernel's input interface: its requests are macros over ioctl, which is
// variadic, so Swift can call neither.
#ifndef GALLA_CLINUXINPUT_SHIM_H
#define GALLA_CLINUXINPUT_SHIM_H

#include <linux/input.h>
#include <sys/ioctl.h>

// All answer -1 with errno on failure, as ioctl does; those that copy answer the bytes copied.
static inline int galla_input_name(int descriptor, void *buffer, unsigned long size) {
    return ioctl(descriptor, EVIOCGNAME(size), buffer);
}

static inline int galla_input_ids(int descriptor, struct input_id *ids) {
    return ioctl(descriptor, EVIOCGID, ids);
}

// Kind 0 asks which kinds of event there are, another kind which codes of it.
static inline int galla_input_bits(
    int descriptor, unsigned int kind, void *buffer, unsigned long size) {
    return ioctl(descriptor, EVIOCGBIT(kind, size), buffer);
}

static inline int galla_input_keys_down(int descriptor, void *buffer, unsigned long size) {
    return ioctl(descriptor, EVIOCGKEY(size), buffer);
}

static inline int galla_input_lamps(int descriptor, void *buffer, unsigned long size) {
    return ioctl(descriptor, EVIOCGLED(size), buffer);
}

static inline int galla_input_grab(int descriptor, int on) {
    return ioctl(descriptor, EVIOCGRAB, on ? (void *)1 : (void *)0);
}

// Only codes whose bit is set in `codes` are delivered from then on.
static inline int galla_input_mask(
    int descriptor, unsigned int kind, const unsigned char *codes, unsigned int size) {
    struct input_mask mask = {
        .type = kind, .codes_size = size, .codes_ptr = (unsigned long)codes};
    return ioctl(descriptor, EVIOCSMASK, &mask);
}

static inline int galla_input_clock(int descriptor, int clock) {
    return ioctl(descriptor, EVIOCSCLOCKID, &clock);
}

#endif
