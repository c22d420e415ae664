"""Files in and out: tables, their columns and dates, known layouts, writers."""
