// umockdev for tests, the kernel's USB requests by number, and GObject's macros as functions.
#ifndef GALLA_CUMOCKDEV_SHIM_H
#define GALLA_CUMOCKDEV_SHIM_H

#include <errno.h>
#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>
#include <umockdev.h>

// The requests are macros that compute a size, which Swift cannot read.
static const unsigned long galla_usbfs_control = USBDEVFS_CONTROL;
static const unsigned long galla_usbfs_set_interface = USBDEVFS_SETINTERFACE;
static const unsigned long galla_usbfs_get_driver = USBDEVFS_GETDRIVER;
static const unsigned long galla_usbfs_submit = USBDEVFS_SUBMITURB;
static const unsigned long galla_usbfs_discard = USBDEVFS_DISCARDURB;
static const unsigned long galla_usbfs_reap = USBDEVFS_REAPURB;
static const unsigned long galla_usbfs_reap_now = USBDEVFS_REAPURBNDELAY;
static const unsigned long galla_usbfs_claim = USBDEVFS_CLAIMINTERFACE;
static const unsigned long galla_usbfs_release = USBDEVFS_RELEASEINTERFACE;
static const unsigned long galla_usbfs_connect_info = USBDEVFS_CONNECTINFO;
static const unsigned long galla_usbfs_driver_request = USBDEVFS_IOCTL;
static const unsigned long galla_usbfs_clear_halt = USBDEVFS_CLEAR_HALT;
static const unsigned long galla_usbfs_disconnect = USBDEVFS_DISCONNECT;
static const unsigned long galla_usbfs_connect = USBDEVFS_CONNECT;
static const unsigned long galla_usbfs_capabilities = USBDEVFS_GET_CAPABILITIES;
static const unsigned long galla_usbfs_speed = USBDEVFS_GET_SPEED;
static const unsigned int galla_usbfs_all_capabilities =
    USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_BULK_CONTINUATION | USBDEVFS_CAP_NO_PACKET_SIZE_LIM |
    USBDEVFS_CAP_BULK_SCATTER_GATHER | USBDEVFS_CAP_REAP_AFTER_DISCONNECT;

// A signal's callback has a type of its own that every other one is cast to.
typedef gboolean (*galla_mock_ioctl)(UMockdevIoctlBase *, UMockdevIoctlClient *, gpointer);
typedef void (*galla_mock_forget)(gpointer, GClosure *);
static inline void galla_mock_serve(
    UMockdevIoctlBase *base, galla_mock_ioctl serve, void *user, galla_mock_forget forget) {
    g_signal_connect_data(
        base, "handle-ioctl", G_CALLBACK(serve), user, forget, (GConnectFlags)0);
}

static inline void galla_mock_release(void *object) { g_object_unref(object); }

// Adds a device from umockdev's text form; the reason for a refusal goes to standard error.
static inline int galla_mock_add(UMockdevTestbed *testbed, const char *text) {
    GError *error = NULL;
    if (umockdev_testbed_add_from_string(testbed, text, &error)) return 1;
    g_printerr("umockdev: %s\n", error->message);
    g_error_free(error);
    return 0;
}

static inline int galla_mock_attach(
    UMockdevTestbed *testbed, const char *node, UMockdevIoctlBase *base) {
    return umockdev_testbed_attach_ioctl(testbed, node, base, NULL);
}

static inline void galla_mock_detach(UMockdevTestbed *testbed, const char *node) {
    umockdev_testbed_detach_ioctl(testbed, node, NULL);
}

// What the request points at, copied; it is written back when the request is completed.
static inline UMockdevIoctlData *galla_mock_resolve(
    UMockdevIoctlData *data, size_t offset, size_t length) {
    return umockdev_ioctl_data_resolve(data, offset, length, NULL);
}

static inline void galla_mock_point(UMockdevIoctlData *slot, UMockdevIoctlData *at) {
    umockdev_ioctl_data_set_ptr(slot, 0, at);
}

static inline size_t galla_urb_buffer_offset(void) {
    return G_STRUCT_OFFSET(struct usbdevfs_urb, buffer);
}

#endif
