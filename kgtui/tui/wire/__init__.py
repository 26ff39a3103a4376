"""What goes to the terminal and what is asked of it: the driver, its writing thread, fewer bytes for the same picture.

Takes what Textual has painted, gives bytes. Must not know what the screen shows.
"""
