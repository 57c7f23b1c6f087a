// What the recorder remembers, and the files it makes of it.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512 };
static const char *const NAMES[FILES] = {"galla.sqlite", "galla.sqlite-wal"};

static recorder *recorders;
static pthread_mutex_t list = PTHREAD_MUTEX_INITIALIZER;

static void *grown(void *memory, size_t size) {
    memory = realloc(memory, size);
    if (!memory) abort();
    return memory;
}

void content_truncate(content *file, int64_t size) {
    if (size > file->room) {
        file->room = size * 2 + 4096;
        file->bytes = grown(file->bytes, (size_t)file->room);
    }
    if (size > file->size) memset(file->bytes + file->size, 0, (size_t)(size - file->size));
    file->size = size;
}

void content_write(content *file, const unsigned char *bytes, int64_t offset, int64_t size) {
    if (offset + size > file->size) content_truncate(file, offset + size);
    memcpy(file->bytes + offset, bytes, (size_t)size);
}

void content_copy(content *to, const content *from) {
    to->size = 0;
    content_truncate(to, from->size);
    if (from->size) memcpy(to->bytes, from->bytes, (size_t)from->size);
}

int content_save(const content *file, const char *folder, int which) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, NAMES[which]);
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) return errno;
    int64_t done = 0;
    while (done < file->size) {
        ssize_t count = write(descriptor, file->bytes + done, (size_t)(file->size - done));
        if (count < 0) break;
        done += count;
    }
    int code = done < file->size ? errno : 0;
    close(descriptor);
    return code;
}

recorder *recorder_new(const char *folder, int honesty) {
    recorder *one = calloc(1, sizeof *one);
    if (!one || install() || strlen(folder) >= sizeof one->folder) {
        free(one);
        return 0;
    }
    strcpy(one->folder, folder);
    one->honesty = honesty;
    pthread_mutex_init(&one->lock, 0);
    pthread_mutex_lock(&list);
    one->next = recorders;
    recorders = one;
    pthread_mutex_unlock(&list);
    return one;
}

static void forget(recorder *one) {
    for (int64_t i = 0; i < one->count; i++) free(one->journal[i].bytes);
    one->count = 0;
}

void recorder_free(recorder *one) {
    pthread_mutex_lock(&list);
    for (recorder **link = &recorders; *link; link = &(*link)->next)
        if (*link == one) {
            *link = one->next;
            break;
        }
    pthread_mutex_unlock(&list);
    forget(one);
    for (int file = 0; file < FILES; file++) {
        free(one->now[file].bytes);
        free(one->durable[file].bytes);
    }
    free(one->scratch.bytes);
    free(one->journal);
    free(one);
}

recorder *recorder_of(const char *path) {
    pthread_mutex_lock(&list);
    recorder *one = recorders;
    while (one) {
        size_t length = strlen(one->folder);
        if (strncmp(path, one->folder, length) == 0 && path[length] == '/') break;
        one = one->next;
    }
    pthread_mutex_unlock(&list);
    return one;
}

void recorder_start(recorder *one) {
    pthread_mutex_lock(&one->lock);
    forget(one);
    for (int file = 0; file < FILES; file++) {
        content_copy(&one->durable[file], &one->now[file]);
        one->unsynced[file] = 0;
    }
    one->cursor = 0;
    one->is_recording = 1;
    pthread_mutex_unlock(&one->lock);
}

int64_t recorder_position(recorder *one) {
    pthread_mutex_lock(&one->lock);
    int64_t position = one->count;
    pthread_mutex_unlock(&one->lock);
    return position;
}

void record(
    recorder *one, int kind, int file, const void *bytes, int64_t offset, int64_t size) {
    if (kind == WRITE) content_write(&one->now[file], bytes, offset, size);
    if (kind == TRUNCATE) content_truncate(&one->now[file], size);
    if (!one->is_recording) return;
    if (one->count == one->room) {
        one->room = one->room * 2 + 1024;
        one->journal = grown(one->journal, (size_t)one->room * sizeof *one->journal);
    }
    operation *added = &one->journal[one->count++];
    *added = (operation){kind, file, offset, size, 0};
    if (kind != WRITE) return;
    added->bytes = grown(0, (size_t)size + 1);
    memcpy(added->bytes, bytes, (size_t)size);
}

int boundary(recorder *one) {
    one->passed++;
    if (one->countdown == 0 || --one->countdown > 0) return RECORDER_NOTHING;
    one->has_fired = 1;
    if (one->action == RECORDER_COPY)
        for (int file = 0; file < FILES; file++) content_save(&one->now[file], one->copies, file);
    return one->action;
}

void recorder_arm(recorder *one, int64_t countdown, int action, const char *folder) {
    pthread_mutex_lock(&one->lock);
    one->countdown = countdown;
    one->action = action;
    one->passed = 0;
    one->has_fired = 0;
    snprintf(one->copies, sizeof one->copies, "%s", folder);
    pthread_mutex_unlock(&one->lock);
}

int64_t recorder_passed(recorder *one) { return one->passed; }

int recorder_fired(recorder *one) { return one->has_fired; }

// Steele, Lea and Flood's SplitMix64 (2014).
static uint64_t random_number(uint64_t *state) {
    uint64_t mixed = *state += 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

static void apply(content *file, const operation *one) {
    if (one->kind == WRITE) content_write(file, one->bytes, one->offset, one->size);
    if (one->kind == TRUNCATE) content_truncate(file, one->size);
}

// Brings the durable contents up to an operation: each sync makes its file's operations lasting.
static void advance(recorder *one, int64_t position) {
    for (; one->cursor < position; one->cursor++) {
        const operation *here = &one->journal[one->cursor];
        if (here->kind != SYNC) continue;
        for (int64_t i = one->unsynced[here->file]; i < one->cursor; i++)
            if (one->journal[i].file == here->file)
                apply(&one->durable[here->file], &one->journal[i]);
        one->unsynced[here->file] = one->cursor + 1;
    }
}

// How a disk that loses its power treats what it was not asked to keep: by chances of 256.
typedef struct {
    unsigned lost, garbage;
} mood;

static void damage(content *file, const operation *one, mood how, uint64_t *state) {
    if (one->kind == TRUNCATE && random_number(state) % 256 >= how.lost) apply(file, one);
    if (one->kind != WRITE) return;
    int64_t end = one->offset + one->size;
    for (int64_t start = one->offset; start < end;) {
        int64_t stop = (start / SECTOR + 1) * SECTOR;
        if (stop > end) stop = end;
        uint64_t dice = random_number(state);
        unsigned char garbage[SECTOR];
        const unsigned char *bytes = one->bytes + (start - one->offset);
        if ((dice >> 8) % 256 < how.garbage) {
            for (int i = 0; i < SECTOR; i++) garbage[i] = (unsigned char)random_number(state);
            bytes = garbage;
        }
        if (dice % 256 >= how.lost) content_write(file, bytes, start, stop - start);
        start = stop;
    }
}

int recorder_image(recorder *one, int64_t position, uint64_t seed, const char *folder) {
    static const mood moods[] = {{0, 0}, {256, 0}, {128, 0}, {24, 0}, {128, 24}, {232, 64}};
    int code = 0;
    pthread_mutex_lock(&one->lock);
    if (position < one->cursor) code = EINVAL;
    if (!code) advance(one, position);
    mood how = moods[random_number(&seed) % (sizeof moods / sizeof *moods)];
    for (int file = 0; file < FILES && !code; file++) {
        content_copy(&one->scratch, &one->durable[file]);
        for (int64_t i = one->unsynced[file]; i < position; i++)
            if (one->journal[i].file == file) damage(&one->scratch, &one->journal[i], how, &seed);
        code = content_save(&one->scratch, folder, file);
    }
    pthread_mutex_unlock(&one->lock);
    return code;
}

int recorder_ask(const char *path, const char *query, int count, int64_t *answers) {
    sqlite3 *database = 0;
    sqlite3_stmt *statement = 0;
    int code = sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, "unix");
    if (!code) code = sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, 0);
    if (!code) code = sqlite3_prepare_v2(database, query, -1, &statement, 0);
    if (!code) code = sqlite3_step(statement);
    if (code == SQLITE_ROW) code = 0;
    for (int i = 0; i < count && !code; i++) answers[i] = sqlite3_column_int64(statement, i);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return code;
}
