"""Further languages of the respondent's form: a file each, checked as a whole before it is offered."""
