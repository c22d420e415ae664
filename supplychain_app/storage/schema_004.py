"""The fourth step of the schema: shipments that are watched, and orders that carriers name; never edited later."""

TRACKING = """
alter table tracked_unit add column watched integer not null default 0;  -- 1: the user is told when its status changes

create table unit_reference (  -- what a carrier's answer calls the customer's order; offered, never linked by itself
  tracked_unit_id integer not null references tracked_unit(id) on delete cascade,
  value text not null,
  primary key (tracked_unit_id, value)
) strict, without rowid;
"""
