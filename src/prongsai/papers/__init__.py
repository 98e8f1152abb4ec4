"""Official documents: one content model, written as DOCX and PDF, with the project's own charts."""
