"""Research data -> the same model: readers, downloads, the user's store."""
