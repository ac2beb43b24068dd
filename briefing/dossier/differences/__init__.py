"""Where several articles differ: numbers, dates, places, names, quotations, and who blames whom."""
