"""What is painted: every pane draws lines and sends only those that changed (see ``line_widget``)."""
