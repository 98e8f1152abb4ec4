"""What stands behind sign-in: which agencies I work for, and an agency's desk."""
