// The door to libudev: everything in it is callable from Swift as it is.
#ifndef GALLA_CLIBUDEV_SHIM_H
#define GALLA_CLIBUDEV_SHIM_H

#include <libudev.h>

#endif
