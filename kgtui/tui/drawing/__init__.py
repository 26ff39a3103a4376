"""From words to lines of cells: colours, signs, columns."""
