// How often this thread has asked for memory since it began.
#ifndef GALLA_ALLOCATIONS_H
#define GALLA_ALLOCATIONS_H

unsigned long galla_allocations(void);

#endif
