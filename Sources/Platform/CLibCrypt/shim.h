// The door to libcrypt, the password hashes of Debian (libxcrypt).
#ifndef GALLA_CLIBCRYPT_SHIM_H
#define GALLA_CLIBCRYPT_SHIM_H

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

// crypt_data has 32 kB, too much for a struct that Swift copies. Answers 0 and fills `output`, which holds
// CRYPT_OUTPUT_SIZE bytes, or -1.
static inline int galla_crypt(const char *phrase, const char *setting, char *output) {
    struct crypt_data *data = calloc(1, sizeof *data);
    if (!data) return -1;
    const char *hash = crypt_rn(phrase, setting, data, sizeof *data);
    if (hash) strcpy(output, hash);
    // What was hashed must not stay in memory that others get.
    explicit_bzero(data, sizeof *data);
    free(data);
    return hash ? 0 : -1;
}

#endif
