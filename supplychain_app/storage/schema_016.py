"""Step 16: kept forecasts say what they rest on, beside what was learned for them."""

FORECASTS = """
drop table line_forecast;
create table line_forecast (  -- of each line open on that day
  order_line_id integer primary key references order_line(id) on delete cascade,
  as_of text not null,
  rests_on text not null,  -- what is known of the line itself
  basis text not null,
  p10 text,  -- null: nothing to go by
  p50 text,
  p80 text,
  p90 text,
  p_late real
) strict;
create table kept_experience (  -- what forecasts of all lines rest on: one row
  as_of text not null,
  rests_on text not null,  -- receipts, imports and the like
  data blob not null
) strict;
delete from kept_answer;
"""
