"""Figures that the issues name, measured side by side in one run. Nothing here passes or fails."""
