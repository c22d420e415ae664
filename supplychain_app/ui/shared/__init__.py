"""What every screen uses: session, jobs, commands, tables, charts, theme and formats."""
