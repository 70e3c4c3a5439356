"""Pictures of the law as SVG made in Python: the map, the network of a day, lifelines."""
