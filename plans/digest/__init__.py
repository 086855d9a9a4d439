"""What leaders are told each week: pure rules over an action's facts. No database, no clock, no wording."""
