"""The designed page: laid out on one sheet of paper, with a budget that is measured."""
