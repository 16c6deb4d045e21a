"""All benchmarks, a line each: median of some runs, spread, ratio to the baseline, goal."""

import argparse
import tempfile
from pathlib import Path

from benchmarks import (
    asking,
    codebooks,
    coding,
    disclosure,
    finding,
    importing,
    listing,
    outputs,
    privacy,
    quoting,
    replay,
    saved_tables,
    screens,
    similar,
    starting,
    tallying,
)
from benchmarks.timing import Line

_ALL = {
    "starting": starting.run,
    "importing": importing.run,
    "coding": coding.run,
    "tallying": tallying.run,
    "quoting": quoting.run,
    "privacy": privacy.run,
    "listing": listing.run,
    "finding": finding.run,
    "outputs": outputs.run,
    "replay": replay.run,
    "similar": similar.run,
    "asking": asking.run,
    "codebooks": codebooks.run,
    "disclosure": disclosure.run,
    "saved_tables": saved_tables.run,
    "screens": screens.run,
}


def main() -> None:
    """Run the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *_ALL], default=[])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print(Line.head())
    for name in options.names or _ALL:
        with tempfile.TemporaryDirectory() as folder:
            for line in _ALL[name](Path(folder), options.runs):
                print(line, flush=True)


if __name__ == "__main__":
    main()
