// What the recorder remembers, and what it makes of it.
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
    disk_free(&one->now);
    for (int file = 0; file < FILES; file++) {
        free(one->killed[file].bytes);
        free(one->durable[file].bytes);
    }
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

void recorder_set_honesty(recorder *one, int honesty) { one->honesty = honesty; }

void recorder_start(recorder *one) {
    pthread_mutex_lock(&one->lock);
    forget(one);
    for (int file = 0; file < FILES; file++) {
        content_copy(&one->durable[file], &one->now.files[file]);
        one->unsynced[file] = 0;
    }
    one->cursor = 0;
    one->is_recording = 1;
    pthread_mutex_unlock(&one->lock);
}

void recorder_stop(recorder *one) {
    pthread_mutex_lock(&one->lock);
    forget(one);
    one->is_recording = 0;
    pthread_mutex_unlock(&one->lock);
}

int64_t recorder_position(recorder *one) {
    pthread_mutex_lock(&one->lock);
    int64_t position = one->count;
    pthread_mutex_unlock(&one->lock);
    return position;
}

// A file of the folder has another content from one moment to the next.
static void put(recorder *one, int file, const content *from) {
    content_copy(&one->now.files[file], from);
    disk_forget_index(&one->now);
}

void recorder_load(recorder *one, const unsigned char *bytes, int64_t size) {
    content database = {(unsigned char *)bytes, size, size}, none = {0};
    pthread_mutex_lock(&one->lock);
    put(one, DATABASE, &database);
    put(one, LOG, &none);
    pthread_mutex_unlock(&one->lock);
}

int64_t recorder_size(recorder *one) { return one->now.files[DATABASE].size; }

void recorder_read(recorder *one, unsigned char *bytes) {
    memcpy(bytes, one->now.files[DATABASE].bytes, (size_t)one->now.files[DATABASE].size);
}

void recorder_flip(recorder *one, int64_t place, unsigned char mask) {
    pthread_mutex_lock(&one->lock);
    one->now.files[DATABASE].bytes[place] ^= mask;
    disk_forget_index(&one->now);
    pthread_mutex_unlock(&one->lock);
}

void recorder_revive(recorder *one, int without_log) {
    content none = {0};
    pthread_mutex_lock(&one->lock);
    put(one, DATABASE, &one->killed[DATABASE]);
    put(one, LOG, without_log ? &none : &one->killed[LOG]);
    pthread_mutex_unlock(&one->lock);
}

int recorder_save(recorder *one, const char *folder) {
    int code = 0;
    for (int file = 0; file < FILES && !code; file++) {
        const content *from = &one->now.files[file];
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, NAMES[file]);
        int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (descriptor < 0) return errno;
        int64_t done = 0;
        while (done < from->size) {
            ssize_t count = write(descriptor, from->bytes + done, (size_t)(from->size - done));
            if (count < 0) break;
            done += count;
        }
        code = done < from->size ? errno : 0;
        close(descriptor);
    }
    return code;
}

void record(
    recorder *one, int kind, int file, const void *bytes, int64_t offset, int64_t size) {
    if (kind == WRITE) content_write(&one->now.files[file], bytes, offset, size);
    if (kind == TRUNCATE) content_truncate(&one->now.files[file], size);
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
    if (one->is_apart) return RECORDER_NOTHING;
    one->passed++;
    if (one->countdown == 0 || --one->countdown > 0) return RECORDER_NOTHING;
    one->has_fired = 1;
    if (one->action == RECORDER_COPY)
        for (int file = 0; file < FILES; file++)
            content_copy(&one->killed[file], &one->now.files[file]);
    return one->action;
}

void recorder_arm(recorder *one, int64_t countdown, int action) {
    pthread_mutex_lock(&one->lock);
    one->countdown = countdown;
    one->action = action;
    one->passed = 0;
    one->has_fired = 0;
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

int recorder_image(recorder *one, int64_t position, uint64_t seed, recorder *into) {
    static const mood moods[] = {{0, 0}, {256, 0}, {128, 0}, {24, 0}, {128, 24}, {232, 64}};
    if (position < one->cursor || position > one->count) return EINVAL;
    advance(one, position);
    mood how = moods[random_number(&seed) % (sizeof moods / sizeof *moods)];
    pthread_mutex_lock(&into->lock);
    for (int file = 0; file < FILES; file++) {
        content *image = &into->now.files[file];
        content_copy(image, &one->durable[file]);
        for (int64_t i = one->unsynced[file]; i < position; i++)
            if (one->journal[i].file == file) damage(image, &one->journal[i], how, &seed);
    }
    disk_forget_index(&into->now);
    pthread_mutex_unlock(&into->lock);
    return 0;
}
