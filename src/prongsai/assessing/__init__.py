"""A whole round: answers, verdicts and agencies become results with ranks that anybody can compute again."""
