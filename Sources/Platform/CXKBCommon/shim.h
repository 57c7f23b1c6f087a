// The door to libxkbcommon: everything in it is callable from Swift as it is.
#ifndef GALLA_CXKBCOMMON_SHIM_H
#define GALLA_CXKBCOMMON_SHIM_H

#include <xkbcommon/xkbcommon-compose.h>
#include <xkbcommon/xkbcommon-keysyms.h>
#include <xkbcommon/xkbcommon.h>

#endif
