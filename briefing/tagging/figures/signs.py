"""Signs and codes of currencies that stand before an amount."""

CURRENCIES = {
    "US$": "USD", "$US": "USD", "US $": "USD", "$": "USD", "A$": "AUD", "AU$": "AUD",
    "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "£": "GBP", "€": "EUR", "¥": "JPY",
    "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₫": "VND",
    "₱": "PHP", "₴": "UAH", "฿": "THB", "₵": "GHS", "Tk": "BDT", "KSh": "KES", "Ksh": "KES",
    "Rs": "INR", "RM": "MYR", "Rs.": "INR",
}  # fmt: skip
"""Signs that stand before an amount, and the ISO 4217 codes that they mean."""
CODES = tuple(sorted({*CURRENCIES.values(), "CHF", "SEK", "NOK", "DKK", "CNY"}))
SIGNS_BEFORE = tuple(sign for sign in (*CURRENCIES, *CODES) if sign[-1].isalpha())
"""Those that end in a letter, and yet may stand right before digits."""
