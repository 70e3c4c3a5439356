"""Panels: obligations between states as tables of dyads, states or treaties over days or years."""
