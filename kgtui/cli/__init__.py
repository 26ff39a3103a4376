"""The command line: one file a command, thin; each takes arguments and a session and gives an exit code.

Takes settings and arguments, gives data on stdout and talk on stderr. Must not know widgets: no command imports
Textual. What is heavy (index, dictionary) is imported inside the command that needs it.
"""
