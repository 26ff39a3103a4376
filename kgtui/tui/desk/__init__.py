"""The desk, subject by subject: what each action does. Every subject stands on the one before it, the desk on all."""
