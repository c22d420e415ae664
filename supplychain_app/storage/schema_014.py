"""Step 14: columns that figures read are kept as arrays, block by block of row ids."""

_TABLE = """
create table packed_column (  -- derived: may be emptied at any time
  source text not null,  -- the table
  block integer not null,  -- of 25,000 row ids
  expression text not null,  -- what the column says of a row, and of which rows
  number_type text not null,
  low integer not null,
  labels text,
  data blob not null,
  primary key (source, block, expression)
) strict;
"""


def _forget(table: str, when: str, row_id: str) -> str:
    """A block goes when any of its rows is written, whoever writes it: storage/packed.py reads it anew then."""
    event, _, column = when.partition(" ")
    condition = f"when {row_id} is not null\n" if column else ""
    return f"""
create trigger {table}_packed_{when.replace(" ", "_")} after {event} on {table}
{condition}begin
  delete from packed_column where source = '{table}' and block = ({row_id} - 1) / 25000;
end;
"""


PACKED = _TABLE + "".join(
    _forget(table, event, f"{row}.id")
    for table in ("order_line", "promise", "receipt")
    for event, row in (("insert", "new"), ("update", "new"), ("delete", "old"))
)
# What another row replaces does not count.
PACKED += "".join(
    _forget(table, f"{event} replaced", f"{row}.replaces_id")
    for table in ("promise", "receipt")
    for event, row in (("insert", "new"), ("update", "new"), ("delete", "old"))
)
