"""Tables that a study keeps: named definitions that can be built again at any time."""
