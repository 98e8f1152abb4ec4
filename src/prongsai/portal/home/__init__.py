"""What each kind of person sees first."""
