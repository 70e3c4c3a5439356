"""What a document says about treaties, checked against the corpus."""
