#ifndef GALLA_RECORDINGVFS_INTERNAL_H
#define GALLA_RECORDINGVFS_INTERNAL_H

#include "RecordingVFS.h"

#include <pthread.h>
#include <sqlite3.h>

// The contents of a file.
typedef struct {
    unsigned char *bytes;
    int64_t size, room;
} content;

enum { DATABASE, LOG, FILES };
enum { WRITE, TRUNCATE, SYNC };
enum { REGIONS = 16, SLOTS = 8 };

// What SQLite has of a folder's two files: their contents, the memory that connections share, locks.
typedef struct {
    content files[FILES];
    // SQLite's index of the log; it is gone when nobody has it, as the real one is.
    unsigned char *regions[REGIONS];
    int region_size, sharers;
    // Locks of the index, by slot: how many share it, or -1.
    int slots[SLOTS];
    // Locks of the database: how many have SHARED, and whether one has more.
    int shared, reserved, pending, exclusive;
} disk;

// One operation on record.
typedef struct {
    int kind, file;
    int64_t offset, size;
    unsigned char *bytes;
} operation;

struct recorder {
    recorder *next;
    char folder[400];
    // `is_apart` while a checker asks: nothing that it does is counted or refused.
    int honesty, is_recording, is_apart, action, has_fired;
    int64_t countdown, passed;
    disk now;
    content killed[FILES], durable[FILES];
    operation *journal;
    int64_t count, room;
    // The durable contents are those before this operation; what came since a file's last sync.
    int64_t cursor, unsynced[FILES];
    // Held by whoever uses the files of the folder, for one call.
    pthread_mutex_t lock;
};

// Memory that grows; ends the process where there is none.
void *grown(void *memory, size_t size);

void content_write(content *, const unsigned char *bytes, int64_t offset, int64_t size);
void content_truncate(content *, int64_t size);
void content_copy(content *to, const content *from);

// Forgets the index of the log, as when the machine starts; connections find it empty.
void disk_forget_index(disk *);
void disk_free(disk *);

// Locks of the database file: `held` is the caller's level and becomes `wanted`, or SQLITE_BUSY.
int disk_lock(disk *, int *held, int wanted);
void disk_unlock(disk *, int *held, int wanted);

// Locks of the index, for a connection that has the slots of `shared` and `exclusive`.
int disk_lock_slots(disk *, unsigned *shared, unsigned *exclusive, int offset, int count, int flags);

// Notes an operation; the caller holds the lock.
void record(recorder *, int kind, int file, const void *bytes, int64_t offset, int64_t size);

// Passes a boundary; the caller holds the lock. Answers what the operation has to do.
int boundary(recorder *);

// The default file system of SQLite, which has all other files.
extern sqlite3_vfs *real;

// The recorder of a path, if a folder of one holds it.
recorder *recorder_of(const char *path);

// Makes the recording file system the default one, once.
int install(void);

#endif
