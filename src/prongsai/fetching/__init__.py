"""Fetches what agencies show on their web sites: only from public addresses, within limits, politely."""
