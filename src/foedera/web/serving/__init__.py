"""How the site is served: limits, headers, finished responses, turns, logs, the server itself."""
