"""NumPy behind the adapter protocol `np/1`, on standard input and output: the oracle that codecs are compared with."""

from numpy_oracle.serve import main

if __name__ == "__main__":
    main()
