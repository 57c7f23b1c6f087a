// The door to libmd, the message digests of the BSDs: callable from Swift as it is.
#ifndef GALLA_CLIBMD_SHIM_H
#define GALLA_CLIBMD_SHIM_H

#include <sha2.h>

#endif
