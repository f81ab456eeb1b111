"""What programs that talk to ours look like in Python: recipes to copy."""
