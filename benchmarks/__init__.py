"""What brief costs and how well it finds; `python -m benchmarks` prints the table of its speed."""
