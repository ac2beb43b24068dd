"""What the `brief` command does for each way to call it."""
