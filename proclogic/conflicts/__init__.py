"""Where texts fight themselves, leave a hole, or cannot work."""
