"""Why, why not, and what would change it: derivations of answers, in sentences that can be read out."""
