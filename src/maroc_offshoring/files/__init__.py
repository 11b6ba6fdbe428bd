"""Reading and writing record files: TOML and JSON, strictly, with every fault named by file, record and field."""
