"""What the two roads were compared on in this run."""

COMPARED = {
    "rulesets": 0,
    "worlds": 0,
    "questions": 0,
    "explanations": 0,
    "steps": 0,
    "changes": 0,
    "comparisons": 0,
    "cells": 0,
    "witnesses": 0,
    "useless": 0,
}
