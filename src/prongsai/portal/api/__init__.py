"""What is published, as JSON for programs: read-only, without sign-in, described by the types that it is made from."""
