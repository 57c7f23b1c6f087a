// A file system for SQLite that remembers what was written and what was synced, so that a test can
// make the files that a power cut, a kill or a failing disk would have left.
#ifndef GALLA_RECORDINGVFS_H
#define GALLA_RECORDINGVFS_H

#include <stdint.h>

typedef struct recorder recorder;

// What a recorder does to the syncs of its files.
enum recorder_honesty {
    RECORDER_HONEST = 0,
    // `PRAGMA synchronous = FULL` is swallowed and answered with 2, so that SQLite works with
    // whatever was set before, which is NORMAL where GRDB opened the connection.
    RECORDER_NORMAL = 1,
    // As `synchronous = OFF`: no sync reaches the disk.
    RECORDER_OFF = 2,
};

// What happens at a boundary: the beginning of a statement, a write, a truncation, a sync.
enum recorder_action {
    RECORDER_NOTHING = 0,
    // The files are copied as the operating system has them: what a kill leaves.
    RECORDER_COPY = 1,
    // The statement is interrupted, or the disk refuses the operation.
    RECORDER_FAIL = 2,
    // The disk does it and reports an error all the same.
    RECORDER_DO_AND_FAIL = 3,
};

// Watches the SQLite databases that are opened in a folder from now on; 0 when out of memory.
recorder *recorder_new(const char *folder, int honesty);

// Stops watching; every connection to the folder has been closed.
void recorder_free(recorder *);

// Takes what the files hold as being on the disk, and begins the record there.
void recorder_start(recorder *);

// How many writes, truncations and syncs are on record.
int64_t recorder_position(recorder *);

// Writes into a folder what a power cut after `position` operations could leave: of what was not
// synced, each sector of 512 bytes is new, old or garbage, as the seed says. Positions must not fall
// from call to call. Answers 0, or an errno.
int recorder_image(recorder *, int64_t position, uint64_t seed, const char *folder);

// Does `action` at the boundary of this number from now, from 1; copies go to `folder`.
void recorder_arm(recorder *, int64_t boundary, int action, const char *folder);

// How many boundaries were passed since the recorder was armed.
int64_t recorder_passed(recorder *);

// Whether the armed action has happened.
int recorder_fired(recorder *);

// Opens a database without the recorder, runs a query of one row, and writes down its columns.
// Answers 0, or SQLite's error code.
int recorder_ask(const char *path, const char *query, int count, int64_t *answers);

#endif
