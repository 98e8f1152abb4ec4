"""Prongsai: the whole cycle of Thailand's Integrity and Transparency Assessment."""
