"""The office runs a round: opens it, dates its phases, moves it on, invites agencies."""
