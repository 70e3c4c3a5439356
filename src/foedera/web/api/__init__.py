"""The API: the same functions as the command line, as JSON over HTTP."""
