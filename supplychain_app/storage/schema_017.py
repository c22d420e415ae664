"""Step 17: days on which a supplier, or we, work otherwise than the country."""

OWN_DAYS = """
create table own_days (  -- a closure, or days that are worked though others rest
  id integer primary key,
  supplier_id integer references supplier(id) on delete cascade,  -- NULL: our own
  first_on text not null,
  last_on text not null,
  kind text not null default 'closed' check (kind in ('closed', 'working', 'saturdays')),
  reason text,
  recorded_at text not null,
  check (last_on >= first_on)
) strict;
create index own_days_supplier on own_days(supplier_id, first_on);
"""
