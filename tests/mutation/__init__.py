"""Code mutation: `model/` and `engine/` changed in one place at a time, and whether the tests notice."""
