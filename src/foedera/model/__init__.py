"""The model: what treaties, states, places, events and answers are. Frozen types, no input or output."""
