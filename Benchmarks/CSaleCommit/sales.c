// The statements of Books+Sales.swift, Books+Payments.swift, Books+Chain.swift, Books+PrintJobs.swift
// and Books+Catalogue.swift, one for one.
#include "CSaleCommit.h"

#include "chain.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { LINES = 5 };

static const char *const SQL[] = {
    "SELECT b.id, b.label, b.quantity, b.cost, b.price, b.mrp FROM batch b"
    " WHERE b.product_id = ?1 AND b.quantity > 0 AND b.is_blocked = 0"
    " AND (b.expires_on IS NULL OR b.expires_on >= ?2) ORDER BY b.received_at, b.id",
    "INSERT INTO counter (name, value) VALUES (?, 1)"
    " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
    "INSERT INTO bill (number, invoice_number, reference, sold_at, created_at, cashier, subtotal,"
    " total, total_cost, profit, change_given, payment_method, customer_id, customer_number,"
    " customer_name, customer_phone, customer_email, line_discounts, bill_discount, round_off,"
    " tax_regime, profit_excl_tax, buyer_gstin, buyer_name, buyer_address, warning,"
    " credit_note_of)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO bill_line (bill_id, position, product_id, barcode, name, unit, quantity, amount,"
    " cost, discount, bill_discount, hsn, gst_rate, taxable, cgst, sgst, is_taxed_on_mrp,"
    " returned_line)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO bill_line_batch (bill_id, position, part, batch_id, label, quantity, cost, price,"
    " mrp, is_below_zero, returned_part) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "UPDATE batch SET quantity = quantity - ?1"
    " WHERE id = ?2 AND (quantity >= ?1 OR is_below_zero = 1)",
    "INSERT INTO stock_movement"
    " (type, product_id, batch_id, quantity, bill_id, created_at, is_below_zero)"
    " VALUES ('sale', ?, ?, ?, ?, ?, ?)",
    "INSERT INTO payment (bill_id, position, tender, amount, reference, attempt)"
    " VALUES (?, ?, ?, ?, ?, ?)",
    "INSERT INTO print_job (bill_id, state, attempts, changed_at, created_at)"
    " SELECT id, ?1, 0, ?2, ?2 FROM bill WHERE number = ?3",
    "SELECT p.id, ?1, p.name, p.unit, p.hsn, p.gst_rate, p.is_taxed_on_mrp, EXISTS ("
    " SELECT 1 FROM rate_change r WHERE r.starts_on <= ?2"
    " AND r.starts_on > coalesce(p.rate_since, '')) FROM product p WHERE p.id = ?3",
    "BEGIN DEFERRED TRANSACTION",
    "COMMIT TRANSACTION",
    "SELECT p.id, c.shown, p.name, p.unit, p.hsn, p.gst_rate, p.is_taxed_on_mrp, EXISTS ("
    " SELECT 1 FROM rate_change r WHERE r.starts_on <= ?2"
    " AND r.starts_on > coalesce(p.rate_since, '')), c.pieces,"
    " b.id, b.label, b.quantity, b.cost, b.price, b.mrp"
    " FROM product_code c JOIN product p ON p.id = c.product_id"
    " LEFT JOIN batch b ON b.product_id = p.id AND b.quantity > 0 AND b.is_blocked = 0"
    " AND (b.expires_on IS NULL OR b.expires_on >= ?2)"
    " WHERE c.code = ?1 ORDER BY b.received_at, b.id",
};
enum {
    FIND, COUNT, BILL, LINE, PART, TAKE, MOVE, PAY, JOB, PRODUCT, BEGIN, COMMIT, CODE, STATEMENTS
};

static sqlite3 *database;
static sqlite3_stmt *statements[STATEMENTS];

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static void number(int statement, int column, int64_t value) {
    sqlite3_bind_int64(statements[statement], column, value);
}

static void text(int statement, int column, const char *value) {
    sqlite3_bind_text(statements[statement], column, value, -1, SQLITE_TRANSIENT);
}

static int run(int statement) {
    int code;
    while ((code = sqlite3_step(statements[statement])) == SQLITE_ROW) {}
    sqlite3_reset(statements[statement]);
    return code == SQLITE_DONE ? 0 : code;
}

static int sell_line(int64_t bill, int position, int64_t milliseconds) {
    int64_t product = position + 1;
    int code = 0;
    number(LINE, 1, bill), number(LINE, 2, position), number(LINE, 3, product);
    text(LINE, 4, "8901000000019"), text(LINE, 5, "Product of the measure"), text(LINE, 6, "pc");
    number(LINE, 7, 1000), number(LINE, 8, 10000), number(LINE, 9, 8000);
    if ((code = run(LINE))) return code;
    number(PART, 1, bill), number(PART, 2, position), number(PART, 3, 0), number(PART, 4, product);
    text(PART, 5, "A1"), number(PART, 6, 1000), number(PART, 7, 8000), number(PART, 8, 10000);
    if ((code = run(PART))) return code;
    number(TAKE, 1, 1000), number(TAKE, 2, product);
    if ((code = run(TAKE))) return code;
    number(MOVE, 1, product), number(MOVE, 2, product), number(MOVE, 3, -1000);
    number(MOVE, 4, bill), number(MOVE, 5, milliseconds);
    return run(MOVE);
}

static int sell(int sale) {
    char name[32], reference[32];
    int code = 0;
    if ((code = run(BEGIN))) return code;
    for (int product = 1; product <= LINES; product++) {
        text(PRODUCT, 1, "8901000000019"), text(PRODUCT, 2, "2026-11-15");
        number(PRODUCT, 3, product);
        if ((code = run(PRODUCT))) return code;
        number(FIND, 1, product), text(FIND, 2, "2026-11-15");
        if ((code = run(FIND))) return code;
    }
    text(COUNT, 1, "bill-2-26");
    if ((code = run(COUNT))) return code;
    snprintf(name, sizeof name, "BILL-2602%06d", sale);
    snprintf(reference, sizeof reference, "c-sale-%d", sale);
    text(BILL, 1, name), text(BILL, 2, name), text(BILL, 3, reference);
    text(BILL, 4, "2026-11-15 10:30:00"), number(BILL, 5, 1), text(BILL, 6, "Asha");
    number(BILL, 7, 50000), number(BILL, 8, 50000), number(BILL, 9, 40000);
    number(BILL, 10, 10000), number(BILL, 11, 0), text(BILL, 12, "Cash");
    number(BILL, 22, 10000);
    if ((code = run(BILL))) return code;
    int64_t bill = sqlite3_last_insert_rowid(database);
    for (int position = 0; position < LINES; position++)
        if ((code = sell_line(bill, position, 1))) return code;
    number(PAY, 1, bill), number(PAY, 2, 0), text(PAY, 3, "cash"), number(PAY, 4, 50000);
    if ((code = run(PAY))) return code;
    if ((code = chain_add(bill))) return code;
    text(JOB, 1, "queued"), number(JOB, 2, 1), text(JOB, 3, name);
    if ((code = run(JOB))) return code;
    return run(COMMIT);
}

int galla_c_open(const char *path) {
    int code = sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, 0);
    if (code) return code;
    sqlite3_exec(
        database, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;"
        "PRAGMA cache_size = -8192",
        0, 0, 0);
    for (int i = 0; i < STATEMENTS && !code; i++)
        code = sqlite3_prepare_v3(
            database, SQL[i], -1, SQLITE_PREPARE_PERSISTENT, &statements[i], 0);
    return code ? code : chain_open(database);
}

int galla_c_sales(int first, int count, uint64_t *nanoseconds) {
    int code = 0;
    for (int sale = 1; sale <= count && !code; sale++) {
        uint64_t start = now();
        code = sell(first + sale);
        nanoseconds[sale - 1] = now() - start;
    }
    return code;
}

// Reads all columns of a row, as somebody does who needs them.
static int64_t read_row(int statement) {
    int64_t sum = 0;
    for (int i = 0; i < sqlite3_column_count(statements[statement]); i++)
        sum += sqlite3_column_type(statements[statement], i) == SQLITE_TEXT
                   ? sqlite3_column_text(statements[statement], i)[0]
                   : sqlite3_column_int64(statements[statement], i);
    return sum;
}

uint64_t galla_c_look_up(const char *code, const char *day) {
    // Within a transaction, as a till's step is; its own time is not counted.
    if (run(BEGIN)) return 0;
    uint64_t start = now();
    text(CODE, 1, code), text(CODE, 2, day);
    int64_t sum = 0;
    while (sqlite3_step(statements[CODE]) == SQLITE_ROW) sum += read_row(CODE);
    sqlite3_reset(statements[CODE]);
    uint64_t time = now() - start;
    return run(COMMIT) || !sum ? 0 : time;
}

void galla_c_close(void) {
    chain_close();
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(statements[i]);
    sqlite3_close(database);
}
