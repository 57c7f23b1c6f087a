// The measure for the ledger: the statements of one sale through SQLite's C interface.
#ifndef GALLA_CSALECOMMIT_H
#define GALLA_CSALECOMMIT_H

#include <stdint.h>

// Opens the database at `path`, whose schema is there and whose products and batches have the
// numbers 1 to 5, as the ledger does: WAL, FULL, kept open. Answers 0, or SQLite's error code.
int galla_c_open(const char *path);

// Sells `count` bills of five lines, numbered from `first` + 1, one transaction each. Writes each
// transaction's time in nanoseconds. Answers 0, or SQLite's error code.
int galla_c_sales(int first, int count, uint64_t *nanoseconds);

// Looks a code up as a scan does: its product and the batches that are for sale on a day. Answers
// the nanoseconds it took, 0 when there is no such code.
uint64_t galla_c_look_up(const char *code, const char *day);

// Puts the bills `first` to `last`, of five lines each, into the books at `path`, which sell
// `products` products with a batch each. The chain they get is not one that verifies. Answers 0, or
// SQLite's error code.
int galla_c_fill(const char *path, int first, int last, int products);

// Closes what galla_c_open opened.
void galla_c_close(void);

#endif
