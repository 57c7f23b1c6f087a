// Pango and Cairo as Typesetter uses them; Swift can call all of it as it is.
#ifndef GALLA_CPANGO_SHIM_H
#define GALLA_CPANGO_SHIM_H

#include <cairo.h>
#include <pango/pangocairo.h>

#endif
