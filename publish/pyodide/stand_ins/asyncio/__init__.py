"""In place of the whole package: Pyodide imports it at every start, and a core that only answers never waits."""
