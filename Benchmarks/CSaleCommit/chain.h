// The chain of bills, as the ledger keeps it.
#ifndef GALLA_CSALECOMMIT_CHAIN_H
#define GALLA_CSALECOMMIT_CHAIN_H

#include <sqlite3.h>
#include <stdint.h>

// Prepares the chain's statements; answers 0, or SQLite's error code.
int chain_open(sqlite3 *database);

// Hashes a bill over the one before and writes its entry; answers 0, or SQLite's error code.
int chain_add(int64_t bill);

void chain_close(void);

#endif
