"""The packages below have common names: are they ours, or another program's?"""

from importlib.util import find_spec
from pathlib import Path

_BELOW = ("coder", "codebooks", "corpus")


def intruder() -> str:
    """One sentence that names a package of another program in our packages' place, or ""."""
    home = Path(__file__).resolve().parent.parent
    for name in _BELOW:
        spec = find_spec(name)
        found = Path(spec.origin).resolve().parent if spec and spec.origin else None
        if found != home / name:
            where = f"is found in {found}" if found else "is missing"
            return (
                f"fullkoding cannot start: its part '{name}' {where} instead of {home / name}. "
                "Install fullkoding in an environment of its own."
            )
    return ""
