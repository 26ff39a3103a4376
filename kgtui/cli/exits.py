"""The exit codes that scripts rely on."""

DONE = 0
NOTHING_FOUND = 1
USAGE = 2
LIBRARY_UNUSABLE = 3
INTERRUPTED = 130
