"""Services: the only way to read and write records, reading and writing apart. No service calls a flow."""
