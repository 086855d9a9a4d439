"""Wires: the command line, the settings (the only reader of the environment) and what is built from them."""
