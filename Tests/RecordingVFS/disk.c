// Files that are in memory only, with the locks and the shared memory that SQLite wants of them.
#include "internal.h"

#include <stdlib.h>
#include <string.h>

void *grown(void *memory, size_t size) {
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
    if (from->size > to->room) {
        to->size = 0;
        content_truncate(to, from->size);
    }
    to->size = from->size;
    if (from->size) memcpy(to->bytes, from->bytes, (size_t)from->size);
}

void disk_forget_index(disk *one) {
    for (int i = 0; i < REGIONS && one->regions[i]; i++)
        memset(one->regions[i], 0, (size_t)one->region_size);
}

void disk_free(disk *one) {
    for (int i = 0; i < REGIONS; i++) free(one->regions[i]);
    for (int file = 0; file < FILES; file++) free(one->files[file].bytes);
}

int disk_lock(disk *one, int *held, int wanted) {
    if (*held >= wanted) return SQLITE_OK;
    if (wanted == SQLITE_LOCK_SHARED) {
        if (one->exclusive || one->pending) return SQLITE_BUSY;
        one->shared++;
    } else if (wanted == SQLITE_LOCK_RESERVED) {
        if (one->reserved) return SQLITE_BUSY;
        one->reserved = 1;
    } else {
        if (*held < SQLITE_LOCK_RESERVED && one->reserved) return SQLITE_BUSY;
        if (*held < SQLITE_LOCK_PENDING && one->pending) return SQLITE_BUSY;
        one->reserved = one->pending = 1;
        *held = SQLITE_LOCK_PENDING;
        if (one->shared > 1) return SQLITE_BUSY;
        one->exclusive = 1;
    }
    *held = wanted;
    return SQLITE_OK;
}

void disk_unlock(disk *one, int *held, int wanted) {
    if (*held <= wanted) return;
    if (*held >= SQLITE_LOCK_RESERVED) one->reserved = 0;
    if (*held >= SQLITE_LOCK_PENDING) one->pending = 0;
    if (*held == SQLITE_LOCK_EXCLUSIVE) one->exclusive = 0;
    if (wanted == SQLITE_LOCK_NONE) one->shared--;
    *held = wanted;
}

int disk_lock_slots(
    disk *one, unsigned *shared, unsigned *exclusive, int offset, int count, int flags) {
    int is_shared = flags & SQLITE_SHM_SHARED;
    for (int slot = offset; slot < offset + count && flags & SQLITE_SHM_LOCK; slot++) {
        int is_own = (is_shared ? *exclusive | *shared : *exclusive) >> slot & 1;
        int others = one->slots[slot] - (one->slots[slot] > 0 ? (int)(*shared >> slot & 1) : 0);
        if (!is_own && (is_shared ? others < 0 : others != 0)) return SQLITE_BUSY;
    }
    for (int slot = offset; slot < offset + count; slot++) {
        unsigned bit = 1u << slot, *mine = is_shared ? shared : exclusive;
        if (flags & SQLITE_SHM_LOCK) {
            if (*mine & bit) continue;
            one->slots[slot] = is_shared ? one->slots[slot] + 1 : -1;
            *mine |= bit;
        } else if (*mine & bit) {
            one->slots[slot] = is_shared ? one->slots[slot] - 1 : 0;
            *mine &= ~bit;
        }
    }
    return SQLITE_OK;
}
