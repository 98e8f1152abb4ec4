"""How sure a measured score is: intervals, and whether a difference is more than noise. Pure; knows no instruments."""
