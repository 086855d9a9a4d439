"""One assembler for every layout: a grid of cells in, actions out, each with its places, and the checks on them."""
