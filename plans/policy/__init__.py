"""The reminder policy (DESIGN section 4): who hears of what on a day, and why everything else stays silent.

Pure: values in, values out. The clock, the database and the wording are elsewhere."""
