// The file system itself: a recorder's database and its log are in memory, every operation on them
// passes a boundary and is noted; all other files are the real file system's.
#include "internal.h"

#include <string.h>

sqlite3_vfs *real;

// A file of SQLite's.
typedef struct {
    sqlite3_file base;
    recorder *owner;
    int file, level, keeps_log, has_index;
    unsigned shared, exclusive;
} watched;

static content *bytes_of(watched *file) { return &file->owner->now.files[file->file]; }

static void drop_index(watched *file) {
    disk *disk = &file->owner->now;
    if (!file->has_index) return;
    file->has_index = 0;
    if (--disk->sharers == 0) disk_forget_index(disk);
}

static int close_file(sqlite3_file *base) {
    watched *file = (watched *)base;
    pthread_mutex_lock(&file->owner->lock);
    disk_unlock(&file->owner->now, &file->level, SQLITE_LOCK_NONE);
    drop_index(file);
    pthread_mutex_unlock(&file->owner->lock);
    return SQLITE_OK;
}

static int read_file(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    watched *file = (watched *)base;
    pthread_mutex_lock(&file->owner->lock);
    const content *from = bytes_of(file);
    int64_t there = from->size > offset ? from->size - offset : 0;
    int64_t taken = there < count ? there : count;
    if (taken) memcpy(bytes, from->bytes + offset, (size_t)taken);
    pthread_mutex_unlock(&file->owner->lock);
    if (taken == count) return SQLITE_OK;
    memset((char *)bytes + taken, 0, (size_t)(count - taken));
    return SQLITE_IOERR_SHORT_READ;
}

// Passes a boundary and does the operation unless it fails there; answers 0, or `error`.
static int change(
    sqlite3_file *base, int kind, int error, const void *bytes, int64_t offset, int64_t size) {
    watched *file = (watched *)base;
    pthread_mutex_lock(&file->owner->lock);
    int action = boundary(file->owner);
    int is_kept = kind != SYNC || file->owner->honesty != RECORDER_OFF;
    if (action != RECORDER_FAIL && is_kept)
        record(file->owner, kind, file->file, bytes, offset, size);
    pthread_mutex_unlock(&file->owner->lock);
    return action == RECORDER_FAIL || action == RECORDER_DO_AND_FAIL ? error : SQLITE_OK;
}

static int write_file(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    return change(file, WRITE, SQLITE_IOERR_WRITE, bytes, offset, count);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    return change(file, TRUNCATE, SQLITE_IOERR_TRUNCATE, 0, 0, size);
}

static int sync_file(sqlite3_file *file, int flags) {
    (void)flags;
    return change(file, SYNC, SQLITE_IOERR_FSYNC, 0, 0, 0);
}

static int file_size(sqlite3_file *base, sqlite3_int64 *size) {
    *size = bytes_of((watched *)base)->size;
    return SQLITE_OK;
}

static int lock_file(sqlite3_file *base, int level) {
    watched *file = (watched *)base;
    pthread_mutex_lock(&file->owner->lock);
    int code = disk_lock(&file->owner->now, &file->level, level);
    pthread_mutex_unlock(&file->owner->lock);
    return code;
}

static int unlock_file(sqlite3_file *base, int level) {
    watched *file = (watched *)base;
    pthread_mutex_lock(&file->owner->lock);
    disk_unlock(&file->owner->now, &file->level, level);
    pthread_mutex_unlock(&file->owner->lock);
    return SQLITE_OK;
}

static int check_lock(sqlite3_file *base, int *answer) {
    *answer = ((watched *)base)->owner->now.reserved;
    return SQLITE_OK;
}

static int control(sqlite3_file *base, int operation, void *argument) {
    watched *file = (watched *)base;
    if (operation == SQLITE_FCNTL_PERSIST_WAL) {
        int *answer = argument;
        if (*answer >= 0) file->keeps_log = *answer > 0;
        *answer = file->keeps_log;
        return SQLITE_OK;
    }
    if (operation == SQLITE_FCNTL_PRAGMA && file->owner->honesty == RECORDER_NORMAL) {
        char **words = argument;
        if (sqlite3_stricmp(words[1], "synchronous") == 0) {
            if (!words[2]) words[0] = sqlite3_mprintf("2");
            if (!words[2] || sqlite3_stricmp(words[2], "FULL") == 0) return SQLITE_OK;
        }
    }
    return SQLITE_NOTFOUND;
}

// As SQLite's file system for Unix answers.
static int sector_size(sqlite3_file *file) {
    (void)file;
    return 4096;
}
static int characteristics(sqlite3_file *file) {
    (void)file;
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int map(sqlite3_file *base, int region, int size, int extend, void volatile **memory) {
    watched *file = (watched *)base;
    disk *disk = &file->owner->now;
    int code = SQLITE_OK;
    pthread_mutex_lock(&file->owner->lock);
    if (!file->has_index) disk->sharers++;
    file->has_index = 1;
    disk->region_size = size;
    if (region >= REGIONS) code = SQLITE_IOERR_SHMSIZE;
    if (!code && extend && !disk->regions[region]) {
        disk->regions[region] = grown(0, (size_t)size);
        memset(disk->regions[region], 0, (size_t)size);
    }
    *memory = code ? 0 : disk->regions[region];
    pthread_mutex_unlock(&file->owner->lock);
    return code;
}

static int lock_map(sqlite3_file *base, int offset, int count, int flags) {
    watched *file = (watched *)base;
    pthread_mutex_lock(&file->owner->lock);
    int code = disk_lock_slots(
        &file->owner->now, &file->shared, &file->exclusive, offset, count, flags);
    pthread_mutex_unlock(&file->owner->lock);
    return code;
}

static void barrier(sqlite3_file *file) {
    (void)file;
    __sync_synchronize();
}

static int unmap(sqlite3_file *base, int delete) {
    watched *file = (watched *)base;
    (void)delete;
    pthread_mutex_lock(&file->owner->lock);
    drop_index(file);
    pthread_mutex_unlock(&file->owner->lock);
    return SQLITE_OK;
}

// Version 2: with shared memory, without memory-mapped reading.
static const sqlite3_io_methods methods = {
    2, close_file, read_file, write_file, truncate_file, sync_file, file_size, lock_file,
    unlock_file, check_lock, control, sector_size, characteristics, map, lock_map, barrier,
    unmap, 0, 0,
};

static int open_file(
    sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *given) {
    (void)vfs;
    int is_database = flags & SQLITE_OPEN_MAIN_DB, is_log = flags & SQLITE_OPEN_WAL;
    recorder *owner = is_database || is_log ? recorder_of(path) : 0;
    if (!owner) return real->xOpen(real, path, base, flags, given);
    watched *file = (watched *)base;
    memset(file, 0, sizeof *file);
    file->owner = owner;
    file->file = is_log ? LOG : DATABASE;
    base->pMethods = &methods;
    if (given) *given = flags;
    return SQLITE_OK;
}

// The log of a recorder's database, if the path is that.
static content *log_of(const char *path) {
    size_t length = strlen(path);
    if (length < 4 || strcmp(path + length - 4, "-wal") != 0) return 0;
    recorder *owner = recorder_of(path);
    return owner ? &owner->now.files[LOG] : 0;
}

static int access_file(sqlite3_vfs *vfs, const char *path, int flags, int *answer) {
    content *log = log_of(path);
    (void)vfs;
    if (!log) return real->xAccess(real, path, flags, answer);
    *answer = log->size > 0;
    return SQLITE_OK;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int is_synced) {
    content *log = log_of(path);
    (void)vfs;
    if (!log) return real->xDelete(real, path, is_synced);
    content_truncate(log, 0);
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
    if (owner && !owner->is_apart)
        sqlite3_trace_v2(database, SQLITE_TRACE_STMT, begin_statement, owner);
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
        if (recording.szOsFile < (int)sizeof(watched)) recording.szOsFile = (int)sizeof(watched);
        recording.xOpen = open_file;
        recording.xAccess = access_file;
        recording.xDelete = delete_file;
        code = sqlite3_vfs_register(&recording, 1);
        if (!code) code = sqlite3_auto_extension((void (*)(void))watch_statements);
    }
    pthread_mutex_unlock(&once);
    return code;
}
