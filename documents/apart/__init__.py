"""What stands between a file from anywhere and the readers: its kind, its limits, a process of its own."""
