"""What `make check` looks for. Each kind of finding has a file of its own; publish/check_pages.py runs them all."""
