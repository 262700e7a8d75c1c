"""Writers: each lays a paper out in one form, and decides nothing."""
