"""What the corpus says of a claim: one rule for each kind."""
