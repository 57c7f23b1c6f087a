// Questions to the books of a recorder, over a connection that is kept for the next ones.
#include "internal.h"

#include <stdlib.h>
#include <string.h>

struct checker {
    recorder *owner;
    sqlite3 *database;
    int queries;
    char **texts;
    sqlite3_stmt **statements;
};

checker *checker_new(recorder *owner) {
    checker *one = calloc(1, sizeof *one);
    if (one) one->owner = owner;
    return one;
}

void checker_close(checker *one) {
    one->owner->is_apart = 1;
    for (int i = 0; i < one->queries; i++) {
        sqlite3_finalize(one->statements[i]);
        one->statements[i] = 0;
    }
    sqlite3_close(one->database);
    one->database = 0;
    one->owner->is_apart = 0;
}

void checker_free(checker *one) {
    checker_close(one);
    for (int i = 0; i < one->queries; i++) free(one->texts[i]);
    free(one->texts);
    free(one->statements);
    free(one);
}

int checker_add(checker *one, const char *query) {
    int number = one->queries++;
    size_t count = (size_t)one->queries;
    one->texts = grown(one->texts, count * sizeof *one->texts);
    one->statements = grown(one->statements, count * sizeof *one->statements);
    one->texts[number] = strdup(query);
    one->statements[number] = 0;
    return number;
}

static int open_again(checker *one) {
    char path[512];
    if (one->database) return SQLITE_OK;
    sqlite3_snprintf(sizeof path, path, "%s/galla.sqlite", one->owner->folder);
    int code = sqlite3_open_v2(path, &one->database, SQLITE_OPEN_READWRITE, 0);
    if (!code) code = sqlite3_db_config(one->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, 0);
    // Without it a statement with values is prepared anew whenever they are bound.
    if (!code) code = sqlite3_db_config(one->database, SQLITE_DBCONFIG_ENABLE_QPSG, 1, 0);
    return code;
}

static int answer(sqlite3_stmt *statement, int columns, int64_t *rows, int most, int *count) {
    int code;
    *count = 0;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (*count < most)
            for (int i = 0; i < columns; i++)
                rows[*count * columns + i] = sqlite3_column_int64(statement, i);
        ++*count;
    }
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

int checker_ask(
    checker *one, int query, const int64_t *values, int value_count, int columns, int64_t *rows,
    int most, int *count) {
    one->owner->is_apart = 1;
    int code = open_again(one);
    sqlite3_stmt **statement = &one->statements[query];
    if (!code && !*statement)
        code = sqlite3_prepare_v3(
            one->database, one->texts[query], -1, SQLITE_PREPARE_PERSISTENT, statement, 0);
    for (int i = 0; i < value_count && !code; i++)
        code = sqlite3_bind_int64(*statement, i + 1, values[i]);
    if (!code) code = answer(*statement, columns, rows, most, count);
    one->owner->is_apart = 0;
    // What could not be read leaves nothing behind that the next books would be read with.
    if (code) checker_close(one);
    return code;
}

int recorder_ask_file(const char *path, const char *query, int count, int64_t *answers) {
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
