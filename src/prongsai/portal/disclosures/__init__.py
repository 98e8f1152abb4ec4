"""Disclosure (OIT): an agency's answers by address, the evidence kept of them, two blind assessors, objections."""
