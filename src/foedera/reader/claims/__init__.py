"""The claims that a sentence makes about instruments; one module for each family of claims."""
