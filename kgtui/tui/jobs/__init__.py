"""What the screen asks of a library: functions from one to plain values, and who calls them beside the screen."""
