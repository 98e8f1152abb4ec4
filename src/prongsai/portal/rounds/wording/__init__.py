"""The official wording of a round's questions: the office types it or brings it as a file, until collecting begins."""
