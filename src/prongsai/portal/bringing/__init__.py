"""An officer brings her agency's result: by a form, by a scores file, or by carrying over what is published."""
