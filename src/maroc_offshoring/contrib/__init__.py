"""Adapters for libraries that an application may use; each is imported by its own name."""
