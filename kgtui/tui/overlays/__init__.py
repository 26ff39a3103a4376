"""What comes over the desk and is closed with one key: choosers, questions, help."""
