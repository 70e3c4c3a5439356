"""The corpus: from text to the model, with every problem at its line and column."""
