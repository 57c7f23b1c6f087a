extension Schema {
    /// What discounts, taxes, picked batches, cartons and goods outside the books need.
    ///
    /// The new columns of closed bills are null where there is nothing to say.
    static let cart = [catalogueOfTaxes, stockBelowZero, billsWithTaxes, openBillsWithDiscounts]

    // Product 0 and batch 0 stand for what is in no catalogue and has no stock.
    private static let catalogueOfTaxes = """
        ALTER TABLE product ADD COLUMN is_taxed_on_mrp INTEGER NOT NULL DEFAULT 0
            CHECK (is_taxed_on_mrp IN (0, 1));
        ALTER TABLE product ADD COLUMN rate_since TEXT;
        ALTER TABLE product_code ADD COLUMN pieces INTEGER CHECK (pieces > 1);
        INSERT INTO product (id, name, unit, gst_rate) VALUES (0, '(open item)', 'pc', 0);
        CREATE TABLE rate_change (
            id INTEGER PRIMARY KEY,
            starts_on TEXT NOT NULL,
            hsn TEXT CHECK (length(hsn) > 0),
            old_rate INTEGER CHECK (old_rate BETWEEN 0 AND 10000),
            new_rate INTEGER NOT NULL CHECK (new_rate BETWEEN 0 AND 10000),
            CHECK (hsn IS NOT NULL OR old_rate IS NOT NULL)
        ) STRICT;
        CREATE UNIQUE INDEX rate_change_once
            ON rate_change (starts_on, coalesce(hsn, ''), coalesce(old_rate, -1));
        """

    // SQLite changes a CHECK by a new table only. GRDB migrates without foreign keys and checks
    // them before the commit. What is sold below zero stands in a batch of its own, which a
    // receipt of stock brings back to nothing: 'deficit' is that transfer between two batches.
    private static let stockBelowZero = """
        CREATE TABLE batch_new (
            id INTEGER PRIMARY KEY,
            product_id INTEGER NOT NULL REFERENCES product (id),
            label TEXT NOT NULL CHECK (length(label) > 0),
            received_at TEXT NOT NULL,
            expires_on TEXT,
            quantity INTEGER NOT NULL,
            cost INTEGER NOT NULL CHECK (cost >= 0),
            price INTEGER NOT NULL CHECK (price >= 0),
            mrp INTEGER CHECK (mrp >= price),
            is_blocked INTEGER NOT NULL DEFAULT 0 CHECK (is_blocked IN (0, 1)),
            is_below_zero INTEGER NOT NULL DEFAULT 0 CHECK (is_below_zero IN (0, 1)),
            UNIQUE (product_id, label),
            CHECK (CASE is_below_zero WHEN 1 THEN quantity <= 0 ELSE quantity >= 0 END)
        ) STRICT;
        INSERT INTO batch_new (id, product_id, label, received_at, expires_on, quantity, cost,
                price, mrp, is_blocked)
            SELECT id, product_id, label, received_at, expires_on, quantity, cost, price, mrp,
                is_blocked FROM batch;
        DROP TABLE batch;
        ALTER TABLE batch_new RENAME TO batch;
        CREATE INDEX batch_first_in ON batch (product_id, received_at, id) WHERE quantity > 0;
        CREATE INDEX batch_below_zero ON batch (product_id, id) WHERE is_below_zero = 1;
        INSERT INTO batch (id, product_id, label, received_at, quantity, cost, price)
            VALUES (0, 0, 'open', '2000-01-01', 0, 0, 0);
        CREATE TABLE stock_movement_new (
            id INTEGER PRIMARY KEY,
            type TEXT NOT NULL CHECK (type IN ('receipt', 'sale', 'return', 'deficit')),
            product_id INTEGER NOT NULL REFERENCES product (id),
            batch_id INTEGER NOT NULL REFERENCES batch (id),
            quantity INTEGER NOT NULL CHECK (quantity <> 0),
            bill_id INTEGER REFERENCES bill (id),
            created_at INTEGER NOT NULL,
            is_below_zero INTEGER CHECK (is_below_zero = 1),
            CHECK ((type IN ('sale', 'return')) = (bill_id IS NOT NULL)),
            CHECK (type <> 'sale' OR quantity < 0),
            CHECK (type NOT IN ('receipt', 'return') OR quantity > 0),
            CHECK (is_below_zero IS NULL OR type = 'sale')
        ) STRICT;
        INSERT INTO stock_movement_new
                (id, type, product_id, batch_id, quantity, bill_id, created_at)
            SELECT id, type, product_id, batch_id, quantity, bill_id, created_at
            FROM stock_movement;
        DROP TABLE stock_movement;
        ALTER TABLE stock_movement_new RENAME TO stock_movement;
        """

    private static let billsWithTaxes = """
        ALTER TABLE bill ADD COLUMN line_discounts INTEGER CHECK (line_discounts > 0);
        ALTER TABLE bill ADD COLUMN bill_discount INTEGER CHECK (bill_discount > 0);
        ALTER TABLE bill ADD COLUMN round_off INTEGER CHECK (round_off BETWEEN -50 AND 50);
        ALTER TABLE bill ADD COLUMN tax_regime TEXT CHECK (
            tax_regime IN ('composition', 'regular'));
        ALTER TABLE bill ADD COLUMN profit_excl_tax INTEGER;
        ALTER TABLE bill ADD COLUMN buyer_gstin TEXT;
        ALTER TABLE bill ADD COLUMN buyer_name TEXT;
        ALTER TABLE bill ADD COLUMN buyer_address TEXT;
        ALTER TABLE bill_line ADD COLUMN discount INTEGER CHECK (discount > 0);
        ALTER TABLE bill_line ADD COLUMN bill_discount INTEGER CHECK (bill_discount > 0);
        ALTER TABLE bill_line ADD COLUMN hsn TEXT;
        ALTER TABLE bill_line ADD COLUMN gst_rate INTEGER;
        ALTER TABLE bill_line ADD COLUMN taxable INTEGER;
        ALTER TABLE bill_line ADD COLUMN cgst INTEGER;
        ALTER TABLE bill_line ADD COLUMN sgst INTEGER CHECK (
            (gst_rate IS NULL) = (taxable IS NULL) AND (gst_rate IS NULL) = (cgst IS NULL)
            AND (gst_rate IS NULL) = (sgst IS NULL));
        ALTER TABLE bill_line ADD COLUMN is_taxed_on_mrp INTEGER CHECK (is_taxed_on_mrp = 1);
        ALTER TABLE bill_line_batch ADD COLUMN is_below_zero INTEGER CHECK (is_below_zero = 1);
        """

    // A discount is an amount or a share, or there is none.
    private static let openBillsWithDiscounts = """
        ALTER TABLE open_bill ADD COLUMN discount_amount INTEGER;
        ALTER TABLE open_bill ADD COLUMN discount_percent INTEGER CHECK (
            discount_amount IS NULL OR discount_percent IS NULL);
        ALTER TABLE open_bill ADD COLUMN buyer_gstin TEXT;
        ALTER TABLE open_bill ADD COLUMN buyer_name TEXT;
        ALTER TABLE open_bill ADD COLUMN buyer_address TEXT;
        ALTER TABLE open_bill_line ADD COLUMN discount_amount INTEGER;
        ALTER TABLE open_bill_line ADD COLUMN discount_percent INTEGER CHECK (
            discount_amount IS NULL OR discount_percent IS NULL);
        ALTER TABLE open_bill_line ADD COLUMN item_name TEXT;
        ALTER TABLE open_bill_line ADD COLUMN gst_rate INTEGER;
        """
}
