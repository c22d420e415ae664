"""Step 5: how often each kind of thing was written, so that what was worked out from it may be kept until then."""

REVISIONS = """
create table revision (  -- raised by one with each write; storage/revisions.py
  noun text primary key,
  number integer not null default 0
) strict;
insert into revision (noun) values ('orders'), ('shipments'), ('communications');
"""
