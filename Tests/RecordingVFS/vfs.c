// The file system itself: every call goes on to the real one, and is noted on its way.
#include "internal.h"

#include <stddef.h>
#include <string.h>

sqlite3_vfs *real;

// A file of SQLite's; the real one follows in the same memory.
typedef struct {
    sqlite3_file base;
    recorder *owner;
    int file;
} watched;

static sqlite3_file *inner(sqlite3_file *file) {
    return (sqlite3_file *)((char *)file + sizeof(watched));
}

static int close_file(sqlite3_file *file) { return inner(file)->pMethods->xClose(inner(file)); }

static int read_file(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    return inner(file)->pMethods->xRead(inner(file), bytes, count, offset);
}

// Passes a boundary and tells what to answer: 0 to go on, else an error; `*skip` where the
// operation is not done.
static int begin(watched *file, int error, int *skip) {
    int action = boundary(file->owner);
    *skip = action == RECORDER_FAIL;
    return action == RECORDER_FAIL || action == RECORDER_DO_AND_FAIL ? error : SQLITE_OK;
}

static int write_file(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    watched *file = (watched *)base;
    int skip, failure, code = SQLITE_OK;
    pthread_mutex_lock(&file->owner->lock);
    failure = begin(file, SQLITE_IOERR_WRITE, &skip);
    if (!skip) {
        code = inner(base)->pMethods->xWrite(inner(base), bytes, count, offset);
        record(file->owner, WRITE, file->file, bytes, offset, count);
    }
    pthread_mutex_unlock(&file->owner->lock);
    return failure ? failure : code;
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 size) {
    watched *file = (watched *)base;
    int skip, failure, code = SQLITE_OK;
    pthread_mutex_lock(&file->owner->lock);
    failure = begin(file, SQLITE_IOERR_TRUNCATE, &skip);
    if (!skip) {
        code = inner(base)->pMethods->xTruncate(inner(base), size);
        record(file->owner, TRUNCATE, file->file, 0, 0, size);
    }
    pthread_mutex_unlock(&file->owner->lock);
    return failure ? failure : code;
}

// The real disk is not waited for: what counts is the record.
static int sync_file(sqlite3_file *base, int flags) {
    watched *file = (watched *)base;
    int skip, failure;
    (void)flags;
    pthread_mutex_lock(&file->owner->lock);
    failure = begin(file, SQLITE_IOERR_FSYNC, &skip);
    if (!skip && file->owner->honesty != RECORDER_OFF)
        record(file->owner, SYNC, file->file, 0, 0, 0);
    pthread_mutex_unlock(&file->owner->lock);
    return failure;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return inner(file)->pMethods->xFileSize(inner(file), size);
}
static int lock_file(sqlite3_file *file, int level) {
    return inner(file)->pMethods->xLock(inner(file), level);
}
static int unlock_file(sqlite3_file *file, int level) {
    return inner(file)->pMethods->xUnlock(inner(file), level);
}
static int check_lock(sqlite3_file *file, int *answer) {
    return inner(file)->pMethods->xCheckReservedLock(inner(file), answer);
}

static int control(sqlite3_file *base, int operation, void *argument) {
    watched *file = (watched *)base;
    if (operation == SQLITE_FCNTL_PRAGMA && file->owner->honesty == RECORDER_NORMAL) {
        char **words = argument;
        if (sqlite3_stricmp(words[1], "synchronous") == 0) {
            if (!words[2]) words[0] = sqlite3_mprintf("2");
            if (!words[2] || sqlite3_stricmp(words[2], "FULL") == 0) return SQLITE_OK;
        }
    }
    return inner(base)->pMethods->xFileControl(inner(base), operation, argument);
}

static int sector_size(sqlite3_file *file) {
    return inner(file)->pMethods->xSectorSize(inner(file));
}
static int characteristics(sqlite3_file *file) {
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}
static int map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
    return inner(file)->pMethods->xShmMap(inner(file), region, size, extend, memory);
}
static int lock_map(sqlite3_file *file, int offset, int count, int flags) {
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}
static void barrier(sqlite3_file *file) { inner(file)->pMethods->xShmBarrier(inner(file)); }
static int unmap(sqlite3_file *file, int delete) {
    return inner(file)->pMethods->xShmUnmap(inner(file), delete);
}

// Version 2: with shared memory, without memory-mapped reading.
static const sqlite3_io_methods methods = {
    2, close_file, read_file, write_file, truncate_file, sync_file, file_size, lock_file,
    unlock_file, check_lock, control, sector_size, characteristics, map, lock_map, barrier,
    unmap, 0, 0,
};

// Reads what the file has already.
static void mirror(watched *file) {
    sqlite3_file *base = (sqlite3_file *)file;
    unsigned char page[4096];
    sqlite3_int64 size = 0;
    file_size(base, &size);
    content_truncate(&file->owner->now[file->file], 0);
    for (sqlite3_int64 offset = 0; offset < size; offset += sizeof page) {
        int count = size - offset < (int)sizeof page ? (int)(size - offset) : (int)sizeof page;
        if (read_file(base, page, count, offset)) break;
        content_write(&file->owner->now[file->file], page, offset, count);
    }
}

static int open_file(
    sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *given) {
    (void)vfs;
    int is_database = flags & SQLITE_OPEN_MAIN_DB, is_log = flags & SQLITE_OPEN_WAL;
    recorder *owner = is_database || is_log ? recorder_of(path) : 0;
    if (!owner) return real->xOpen(real, path, base, flags, given);
    watched *file = (watched *)base;
    memset(base, 0, sizeof(watched) + (size_t)real->szOsFile);
    file->owner = owner;
    file->file = is_log ? LOG : DATABASE;
    int code = real->xOpen(real, path, inner(base), flags, given);
    if (code) return code;
    base->pMethods = &methods;
    pthread_mutex_lock(&owner->lock);
    mirror(file);
    pthread_mutex_unlock(&owner->lock);
    return SQLITE_OK;
}

static int begin_statement(unsigned type, void *context, void *statement, void *text) {
    recorder *owner = context;
    (void)type, (void)text;
    pthread_mutex_lock(&owner->lock);
    int action = boundary(owner);
    pthread_mutex_unlock(&owner->lock);
    if (action == RECORDER_FAIL) sqlite3_interrupt(sqlite3_db_handle(statement));
    return 0;
}

// Runs for every connection of the process as it is opened.
static int watch_statements(sqlite3 *database, char **message, const void *api) {
    (void)message, (void)api;
    const char *path = sqlite3_db_filename(database, "main");
    recorder *owner = path ? recorder_of(path) : 0;
    if (owner) sqlite3_trace_v2(database, SQLITE_TRACE_STMT, begin_statement, owner);
    return SQLITE_OK;
}

int install(void) {
    static sqlite3_vfs recording;
    static pthread_mutex_t once = PTHREAD_MUTEX_INITIALIZER;
    int code = SQLITE_OK;
    pthread_mutex_lock(&once);
    if (!real) {
        real = sqlite3_vfs_find("unix");
        recording = *real;
        recording.zName = "galla-recording";
        recording.szOsFile = (int)sizeof(watched) + real->szOsFile;
        recording.xOpen = open_file;
        code = sqlite3_vfs_register(&recording, 1);
        if (!code) code = sqlite3_auto_extension((void (*)(void))watch_statements);
    }
    pthread_mutex_unlock(&once);
    return code;
}
