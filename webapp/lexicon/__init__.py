"""The dictionary: CC-CEDICT parsed, compiled, looked up; senses ranked; HSK levels."""
