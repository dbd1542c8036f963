// Everything here is optional: each page works without it.
