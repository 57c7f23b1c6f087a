"""Product codes made to order, and what the shop needs to sell them."""

from .sample import BATCHES, PRODUCTS
from .shop import import_csv


def ean13(number):
    """The EAN-13 whose first twelve digits are 890 and the number."""
    digits = f"890{number:09}"
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-weighed % 10}"


def stock_up(names, pieces):
    """Imports a product for each name, at one rupee, numbered in their order; gives their codes."""
    codes = [ean13(number) for number in range(len(names))]
    import_csv("products", PRODUCTS.splitlines()[0] + "\n" + "".join(
        f"{code},{name},pc,,5,\n" for code, name in zip(codes, names)))
    import_csv("batches", BATCHES.splitlines()[0] + "\n" + "".join(
        f"{code},1,2026-11-01,,{pieces},0.50,1,1\n" for code in codes))
    return codes
