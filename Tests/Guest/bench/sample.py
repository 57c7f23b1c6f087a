"""The two products of the first sale: A in two batches with different costs, B in one."""

from .shop import import_csv

A = "8901234567890"
B = "8901234567906"
C = "8901234567913"
UNKNOWN = "8900000000012"
WRONG_DIGIT = "8901234567891"

PRODUCTS = f"""barcode,name,unit,hsn,gst_rate,category
{A},Product A,pc,,5,
{B},Product B,pc,,5,
"""
BATCHES = f"""barcode,batch,received_at,expires_on,quantity,cost,price,mrp
{A},A1,2026-11-01,,1,80,100,100
{A},A2,2026-11-02,,10,85,100,100
{B},B1,2026-11-01,,10,75,100,100
"""


def stock_up():
    """Imports both products with their batches."""
    import_csv("products", PRODUCTS)
    import_csv("batches", BATCHES)


def more_of_b(pieces):
    """Imports another batch of product B."""
    header = BATCHES.splitlines()[0]
    import_csv("batches", f"{header}\n{B},B2,2026-11-02,,{pieces},75,100,100\n")


def stock_up_third():
    """Imports a product C, sold by weight, for bills that need three lines."""
    header, batches = PRODUCTS.splitlines()[0], BATCHES.splitlines()[0]
    import_csv("products", f"{header}\n{C},தேங்காய்,kg,,5,\n")
    import_csv("batches", f"{batches}\n{C},C1,2026-11-01,,5,50,60,60\n")
