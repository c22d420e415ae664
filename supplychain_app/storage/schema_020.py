"""Step 20: each row of Today is kept by itself, and what edits touched: so that few rows are made anew after one."""

ROWS_OF_TODAY = """
create table today_row (  -- derived: may be emptied at any time
  supplier_id integer not null,  -- 0: none
  of_group text not null,
  score real not null,
  row_key text not null,
  owner text not null,
  lines integer not null,
  supplier text,
  stops_production integer not null,
  cost_minor integer,
  currency text,
  answer text not null  -- JSON of the whole row
) strict;
create index today_row_supplier on today_row(supplier_id);
create index today_row_rank on today_row(of_group, score desc, row_key);

create table noted_edit (  -- storage/noted_edits.py; may be emptied at any time
  id integer primary key,
  before text not null,  -- revision
  after text,  -- null while the edit is being written
  supplier_ids text  -- JSON; null: it may have touched anything
) strict;
"""
