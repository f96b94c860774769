"""``python -m netra``: the same as the console script."""

from netra.cli.main import main

if __name__ == "__main__":
    main()
