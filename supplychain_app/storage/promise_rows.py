"""Which rows of the ledger of promises stand, and which of them is a promise of the whole line."""


def stands(row: str) -> str:
    """Of a row of promise under this name: it was neither corrected nor taken back."""
    return f"{row}.retraction = 0 and not exists (select 1 from promise x where x.replaces_id = {row}.id)"


STANDS = stands("p")

IS_PART = f"""(
  p.quantity is not null
  and exists (
    select 1
    from promise rest
    where rest.order_line_id = p.order_line_id
      and rest.communication_id = p.communication_id
      and rest.quantity is not null
      and (rest.promised_on, rest.id) > (p.promised_on, p.id)
      and {stands("rest")}
  )
)"""
"""Of a row `p` of promise: the same message told of a later part too, so that the line is not complete with this one.

The last part alone says when the line is complete: the earlier ones are no promise that moved afterwards.
"""
