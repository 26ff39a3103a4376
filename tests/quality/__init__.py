"""How well kgtui reads and extracts: own texts with gold, a scorer, a report and floors that must hold."""
