// What Framebuffer needs of the kernel's framebuffer and console: requests that are macros over a
// variadic function.
#ifndef GALLA_CLINUXSCREEN_SHIM_H
#define GALLA_CLINUXSCREEN_SHIM_H

#include <linux/fb.h>
#include <linux/kd.h>
#include <linux/vt.h>
#include <sys/ioctl.h>

// All answer -1 with errno on failure, as ioctl does.
static inline int galla_screen_describe(
    int descriptor, struct fb_fix_screeninfo *fixed, struct fb_var_screeninfo *variable) {
    if (ioctl(descriptor, FBIOGET_FSCREENINFO, fixed) != 0) return -1;
    return ioctl(descriptor, FBIOGET_VSCREENINFO, variable);
}

// Unblanks a screen that was switched off while nobody touched a key.
static inline int galla_screen_wake(int descriptor) {
    return ioctl(descriptor, FBIOBLANK, FB_BLANK_UNBLANK);
}

static inline int galla_console_mode(int descriptor, int *keyboard, int *drawing) {
    if (ioctl(descriptor, KDGKBMODE, keyboard) != 0) return -1;
    return ioctl(descriptor, KDGETMODE, drawing);
}

static inline int galla_console_set_drawing(int descriptor, int mode) {
    return ioctl(descriptor, KDSETMODE, mode);
}

static inline int galla_console_set_keyboard(int descriptor, int mode) {
    return ioctl(descriptor, KDSKBMODE, mode);
}

// The kernel asks the process before it switches to another console; a process that never answers
// keeps its own. The signals it asks with are left alone.
static inline int galla_console_hold(int descriptor, int signal) {
    struct vt_mode mode = {.mode = VT_PROCESS, .relsig = (short)signal, .acqsig = (short)signal};
    return ioctl(descriptor, VT_SETMODE, &mode);
}

static inline int galla_console_free(int descriptor) {
    struct vt_mode mode = {.mode = VT_AUTO};
    return ioctl(descriptor, VT_SETMODE, &mode);
}

enum {
    galla_drawing_graphics = KD_GRAPHICS,
    galla_keyboard_off = K_OFF,
};

#endif
