"""Casus foederis over recorded wars: whether the case for which a promise was made arose, for whom, and when."""
