// A file system for SQLite that remembers what was written and what was synced, so that a test can
// make the files that a power cut, a kill or a failing disk would have left.
//
// The database and the log of a folder that is watched are in memory; the folder itself is there
// for whatever else its owner puts into it. One thread at a time uses what belongs to a recorder.
#ifndef GALLA_RECORDINGVFS_H
#define GALLA_RECORDINGVFS_H

#include <stdint.h>

typedef struct recorder recorder;
typedef struct checker checker;

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

// Watches the database `galla.sqlite` that is opened in a folder from now on, and its log, which
// are empty; 0 when out of memory.
recorder *recorder_new(const char *folder, int honesty);

// Stops watching; every connection to the folder has been closed.
void recorder_free(recorder *);

// Other syncs from the next connection on.
void recorder_set_honesty(recorder *, int honesty);

// Makes the database these bytes and the log empty, whoever has them open: connections find that
// out when they begin to read. None may be in a transaction.
void recorder_load(recorder *, const unsigned char *bytes, int64_t size);

// The size of the database without its log, and its bytes.
int64_t recorder_size(recorder *);
void recorder_read(recorder *, unsigned char *bytes);

// Turns over the bits of a mask in one byte of the database.
void recorder_flip(recorder *, int64_t place, unsigned char mask);

// Takes what the files hold as being on the disk, and begins the record there.
void recorder_start(recorder *);

// Ends the record and forgets it.
void recorder_stop(recorder *);

// How many writes, truncations and syncs are on record.
int64_t recorder_position(recorder *);

// Makes the files of another recorder what a power cut after `position` operations could leave: of
// what was not synced, each sector of 512 bytes is new, old or garbage, as the seed says. Positions
// must not fall from call to call. Answers 0, or EINVAL.
int recorder_image(recorder *, int64_t position, uint64_t seed, recorder *into);

// Does `action` at the boundary of this number from now, from 1.
void recorder_arm(recorder *, int64_t boundary, int action);

// How many boundaries were passed since the recorder was armed.
int64_t recorder_passed(recorder *);

// Whether the armed action has happened.
int recorder_fired(recorder *);

// Makes the files those that the armed action copied, without the log if asked. The connections of
// the process that was killed have been closed.
void recorder_revive(recorder *, int without_log);

// Writes the files into a folder of the real file system. Answers 0, or an errno.
int recorder_save(recorder *, const char *folder);

// Questions to a recorder's books, which pass no boundary; 0 when out of memory.
checker *checker_new(recorder *);

// Ends; before its recorder does.
void checker_free(checker *);

// Lets the database go until the next question.
void checker_close(checker *);

// Keeps a query; answers its number.
int checker_add(checker *, const char *query);

// Asks a query with integers as its values. Writes down the first `most` rows of as many columns,
// and how many rows there were. Answers 0, or SQLite's error code.
int checker_ask(
    checker *, int query, const int64_t *values, int value_count, int columns, int64_t *rows,
    int most, int *count);

// Opens a database with the file system that SQLite comes with, runs a query of one row, and writes
// down its columns. Answers 0, or SQLite's error code.
int recorder_ask_file(const char *path, const char *query, int count, int64_t *answers);

#endif
