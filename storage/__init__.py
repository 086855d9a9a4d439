"""Remember: tables, queries and the append-only history. Functions take a session and never commit."""
