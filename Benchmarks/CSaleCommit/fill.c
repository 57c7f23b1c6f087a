// Bills by the hundred thousand, for measures of large files. Their chain is of random hashes: what
// is measured needs a head, not a proof.
#include "CSaleCommit.h"

#include <sqlite3.h>
#include <stdio.h>

enum { STEP = 50000 };

static const char *const FILL[] = {
    "INSERT INTO bill (id, number, invoice_number, reference, sold_at, created_at, cashier,"
    " subtotal, total, total_cost, profit, change_given, payment_method, customer_number,"
    " customer_name, customer_phone)"
    " SELECT i, printf('BILL-0509%%07d', i), printf('BILL-0509%%07d', i), 'filled-' || i,"
    " datetime(1420070400 + i * 60, 'unixepoch'), (1420070400 + i * 60) * 1000, 'Asha', 50000,"
    " 50000 + i %% 997, 40000, 10000 + i %% 997, 0, 'Cash',"
    " CASE WHEN i %% 3 = 0 THEN printf('CUST%%04d', i %% 20000) END,"
    " CASE WHEN i %% 3 = 0 THEN 'Customer' END,"
    " CASE WHEN i %% 3 = 0 THEN printf('98%%08d', i %% 20000) END FROM n",
    "INSERT INTO bill_line (bill_id, position, product_id, barcode, name, unit, quantity, amount,"
    " cost) SELECT i, p, 1 + (i * 5 + p) %% %d, '8901000000019', 'Product of the measure', 'pc',"
    " 1000, 10000, 8000 FROM n, five",
    "INSERT INTO bill_line_batch (bill_id, position, part, batch_id, label, quantity, cost, price)"
    " SELECT i, p, 0, 1 + (i * 5 + p) %% %d, 'A1', 1000, 8000, 10000 FROM n, five",
    "INSERT INTO stock_movement (type, product_id, batch_id, quantity, bill_id, created_at)"
    " SELECT 'sale', 1 + (i * 5 + p) %% %d, 1 + (i * 5 + p) %% %d, -1000, i, 1 FROM n, five",
    "INSERT INTO payment (bill_id, position, tender, amount) SELECT i, 0, 'cash', 50000 FROM n",
    "INSERT INTO print_job (bill_id, state, attempts, changed_at, created_at)"
    " SELECT i, 'sent', 1, 1, 1 FROM n",
    "INSERT INTO bill_chain (id, kind, document_id, hash)"
    " SELECT i, 'bill', i, randomblob(32) FROM n",
};

int galla_c_fill(const char *path, int first, int last, int products) {
    sqlite3 *database = 0;
    int code = sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, 0);
    if (!code) code = sqlite3_exec(database, "PRAGMA synchronous = OFF", 0, 0, 0);
    for (int start = first; start <= last && !code; start += STEP) {
        int end = start + STEP - 1 < last ? start + STEP - 1 : last;
        code = sqlite3_exec(database, "BEGIN", 0, 0, 0);
        for (size_t i = 0; i < sizeof FILL / sizeof *FILL && !code; i++) {
            char body[1200], sql[1600];
            snprintf(body, sizeof body, FILL[i], products, products);
            snprintf(
                sql, sizeof sql,
                "WITH RECURSIVE n (i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < %d),"
                " five (p) AS (VALUES (0), (1), (2), (3), (4)) %s",
                start, end, body);
            code = sqlite3_exec(database, sql, 0, 0, 0);
        }
        if (!code) code = sqlite3_exec(database, "COMMIT", 0, 0, 0);
    }
    sqlite3_close(database);
    return code;
}
