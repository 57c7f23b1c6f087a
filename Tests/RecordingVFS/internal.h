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

// One operation on record.
typedef struct {
    int kind, file;
    int64_t offset, size;
    unsigned char *bytes;
} operation;

struct recorder {
    recorder *next;
    char folder[400];
    int honesty, is_recording, action, has_fired;
    int64_t countdown, passed;
    char copies[400];
    content now[FILES], durable[FILES], scratch;
    operation *journal;
    int64_t count, room;
    // The durable contents are those before this operation; what came since a file's last sync.
    int64_t cursor, unsynced[FILES];
    pthread_mutex_t lock;
};

void content_write(content *, const unsigned char *bytes, int64_t offset, int64_t size);
void content_truncate(content *, int64_t size);
void content_copy(content *to, const content *from);
int content_save(const content *, const char *folder, int file);

// Notes an operation; the caller holds the lock.
void record(recorder *, int kind, int file, const void *bytes, int64_t offset, int64_t size);

// Passes a boundary; the caller holds the lock. Answers what the operation has to do.
int boundary(recorder *);

// The default file system of SQLite, which does the work.
extern sqlite3_vfs *real;

// The recorder of a path, if a folder of one holds it.
recorder *recorder_of(const char *path);

// Makes the recording file system the default one, once.
int install(void);

#endif
