"""Accounts, roles, sign-in, invitations, and the one place that decides who may."""
