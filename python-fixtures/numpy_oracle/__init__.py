"""The parts of the oracle: the transport, the value form `nv1`, and one module for each format."""
