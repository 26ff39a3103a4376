"""The desk with its panes, and what comes over it: help and palette."""
