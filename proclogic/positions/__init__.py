"""Positions: what somebody asks of a text, ask by ask, and what a ruleset comes to when it is held to that.

`reading` reads a .position file, `finding` finds one by its name, `asking` puts a target to a ruleset in words that it
has, `judging` says what the answers come to.
"""
