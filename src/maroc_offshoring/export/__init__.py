"""The record for other software: tables, spreadsheets, databases, linked data."""
