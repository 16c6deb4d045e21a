"""The codebook screen: the tree of codes, the one that is looked at, and what is done to them."""
