"""What comes in: files, addresses and standard input, each made one ``Article``."""
