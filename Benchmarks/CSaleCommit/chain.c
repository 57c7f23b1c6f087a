// Books+Chain.swift and StoredRow+Encoding.swift, step by step.
#include "chain.h"

#include <sha2.h>
#include <stdio.h>
#include <string.h>

enum { TABLES = 4, HEAD = TABLES, ADD, STATEMENTS };
static const char *const NAMES[TABLES] = {"bill", "bill_line", "bill_line_batch", "payment"};
static const char *const KEYS[TABLES] = {"id", "bill_id", "bill_id", "bill_id"};

static sqlite3_stmt *statements[STATEMENTS];
static unsigned char message[65536];
static size_t length;

static void append(const void *bytes, size_t count) {
    if (length + count > sizeof message) return;
    memcpy(message + length, bytes, count);
    length += count;
}

static void append_number(uint64_t value) {
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (unsigned char)(value >> (56 - 8 * i));
    append(bytes, 8);
}

static void append_row(sqlite3_stmt *row) {
    for (int column = 0; column < sqlite3_column_count(row); column++) {
        int type = sqlite3_column_type(row, column);
        if (type == SQLITE_NULL) continue;
        const char *name = sqlite3_column_name(row, column);
        append(name, strlen(name) + 1);
        if (type == SQLITE_INTEGER) {
            append("I", 1);
            append_number((uint64_t)sqlite3_column_int64(row, column));
        } else {
            const void *content = sqlite3_column_blob(row, column);
            int count = sqlite3_column_bytes(row, column);
            append(type == SQLITE_TEXT ? "T" : "B", 1);
            append_number((uint64_t)count);
            append(content, (size_t)count);
        }
    }
}

// Names of columns in their order, or those of the key, with commas between.
static int column_names(sqlite3 *database, const char *table, int is_key, char *names) {
    sqlite3_stmt *query = 0;
    int code = sqlite3_prepare_v2(
        database,
        is_key ? "SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(?)"
                 " WHERE pk > 0 ORDER BY pk)"
               : "SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(?)"
                 " ORDER BY name)",
        -1, &query, 0);
    if (code) return code;
    sqlite3_bind_text(query, 1, table, -1, SQLITE_STATIC);
    if (sqlite3_step(query) == SQLITE_ROW)
        snprintf(names, 1024, "%s", (const char *)sqlite3_column_text(query, 0));
    return sqlite3_finalize(query);
}

int chain_open(sqlite3 *database) {
    char columns[1024], keys[1024], sql[3072];
    int code = 0;
    for (int i = 0; i < TABLES && !code; i++) {
        code = column_names(database, NAMES[i], 0, columns);
        if (!code) code = column_names(database, NAMES[i], 1, keys);
        snprintf(
            sql, sizeof sql, "SELECT %s FROM %s WHERE %s = ? ORDER BY %s", columns, NAMES[i],
            KEYS[i], keys);
        if (!code)
            code = sqlite3_prepare_v3(
                database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statements[i], 0);
    }
    if (!code)
        code = sqlite3_prepare_v3(
            database, "SELECT id, hash FROM bill_chain ORDER BY id DESC LIMIT 1", -1,
            SQLITE_PREPARE_PERSISTENT, &statements[HEAD], 0);
    if (!code)
        code = sqlite3_prepare_v3(
            database,
            "INSERT INTO bill_chain (id, kind, document_id, hash) VALUES (?, ?, ?, ?)", -1,
            SQLITE_PREPARE_PERSISTENT, &statements[ADD], 0);
    return code;
}

int chain_add(int64_t bill) {
    unsigned char hash[SHA256_DIGEST_LENGTH] = {0};
    int64_t position = 0;
    int code;
    if (sqlite3_step(statements[HEAD]) == SQLITE_ROW) {
        position = sqlite3_column_int64(statements[HEAD], 0);
        memcpy(hash, sqlite3_column_blob(statements[HEAD], 1), sizeof hash);
    }
    sqlite3_reset(statements[HEAD]);
    length = 0;
    append(hash, sizeof hash);
    append("bill", 5);
    for (int i = 0; i < TABLES; i++) {
        append("T", 1);
        append(NAMES[i], strlen(NAMES[i]) + 1);
        sqlite3_bind_int64(statements[i], 1, bill);
        while ((code = sqlite3_step(statements[i])) == SQLITE_ROW) {
            append("#", 1);
            append_row(statements[i]);
        }
        sqlite3_reset(statements[i]);
        if (code != SQLITE_DONE) return code;
    }
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, message, length);
    SHA256Final(hash, &context);
    sqlite3_bind_int64(statements[ADD], 1, position + 1);
    sqlite3_bind_text(statements[ADD], 2, "bill", -1, SQLITE_STATIC);
    sqlite3_bind_int64(statements[ADD], 3, bill);
    sqlite3_bind_blob(statements[ADD], 4, hash, sizeof hash, SQLITE_TRANSIENT);
    code = sqlite3_step(statements[ADD]);
    sqlite3_reset(statements[ADD]);
    return code == SQLITE_DONE ? 0 : code;
}

void chain_close(void) {
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(statements[i]);
}
