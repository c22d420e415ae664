"""Step 7: what is costly to work out in a large workspace is kept; all of it can be worked out again."""

KEPT = """
create table line_forecast (  -- of each line open on that day
  order_line_id integer primary key references order_line(id) on delete cascade,
  as_of text not null,
  basis text not null,
  p10 text not null,
  p50 text not null,
  p80 text not null,
  p90 text not null
) strict;

create table kept_answer (
  question text primary key,  -- 'today'
  as_of text not null,
  revision text not null,  -- of the file's facts when it was worked out
  answer text not null,  -- JSON
  kept_at text not null
) strict;
"""
