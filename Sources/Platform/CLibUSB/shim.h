// libusb, and what of it and of the kernel's own printer driver Swift cannot call.
#ifndef GALLA_CLIBUSB_SHIM_H
#define GALLA_CLIBUSB_SHIM_H

#include <libusb.h>
#include <linux/lp.h>
#include <sys/ioctl.h>

// libusb_set_option is variadic. It holds for the contexts made after it; an older libusb that
// does not know the option scans as before, which costs time and nothing else.
static inline int galla_usb_skip_discovery(void) {
    return libusb_set_option(NULL, LIBUSB_OPTION_NO_DEVICE_DISCOVERY);
}

// The transfer's callback type carries a calling convention macro; the callback itself is one
// store, so it lives here: it raises the flag that user_data points at.
static void galla_usb_raise(struct libusb_transfer *transfer) {
    *(int *)transfer->user_data = 1;
}

// Fills a bulk or control transfer without a time limit of libusb's own.
static inline void galla_usb_fill(
    struct libusb_transfer *transfer, libusb_device_handle *handle, unsigned char type,
    unsigned char endpoint, unsigned char *buffer, int length, int *done) {
    transfer->dev_handle = handle;
    transfer->flags = 0;
    transfer->endpoint = endpoint;
    transfer->type = type;
    transfer->timeout = 0;
    transfer->length = length;
    transfer->actual_length = 0;
    transfer->callback = galla_usb_raise;
    transfer->user_data = done;
    transfer->buffer = buffer;
    transfer->num_iso_packets = 0;
}

// ioctl is variadic, and the kernel's usblp takes the room for an answer in the request's number:
// IOCNR_GET_DEVICE_ID is 1 of type 'P' (drivers/usb/class/usblp.c).
static inline int galla_lp_status(int descriptor, int *status) {
    return ioctl(descriptor, LPGETSTATUS, status);
}
static inline int galla_lp_device_id(int descriptor, unsigned char *answer, unsigned int room) {
    return ioctl(descriptor, _IOC(_IOC_READ, 'P', 1, room), answer);
}

#endif
