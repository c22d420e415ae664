"""Suppliers: one page a supplier."""
