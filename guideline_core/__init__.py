"""A guideline that runs: one set of facts behind the pages, the calculators, the checks and the exports."""
