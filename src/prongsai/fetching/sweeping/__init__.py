"""Fetches many URLs: a lane for each host name, the state kept by a store, so that it goes on where it was stopped."""
