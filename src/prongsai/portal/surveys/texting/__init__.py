"""Optional confirmation of a citizen's answer by a code that is sent to her telephone (EIT part 1)."""
