"""`python -m vaarta`: the command line, where no script is installed."""

from vaarta.cli import main

if __name__ == "__main__":
    main()
