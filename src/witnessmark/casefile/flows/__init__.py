"""Flows: what takes several rooms, such as capturing an item or sealing a release."""
