"""The lists that suggestions give for a whole question: gone through by a person."""
