"""What no input, no key, no signal and no terminal may do to the program."""
