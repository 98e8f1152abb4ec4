"""An officer brings her agency's result: by a form, a scores file, an old document, or by carrying over."""
