"""Step 6: what the last export said of each order line, so that a row that says it again is known at once."""

# A digest stands for "a row with this content changes nothing": it goes with whatever changes the line.
# Promises and receipts are seen to by storage/line_state.py, the line's own columns by the trigger.
LISTED = """
create table listed_line (  -- derived: may be emptied at any time
  order_line_id integer primary key references order_line(id) on delete cascade,
  digest integer not null
) strict;
create trigger listed_line_changed after update of purchase_order_id, line, schedule, supplier_id, material_id,
  description, quantity, unit, unit_price, currency, value_minor, issued_on, created_on, required_on, incoterm,
  incoterm_place, mode, origin, destination, country, buyer, cancelled_on on order_line
begin
  delete from listed_line where order_line_id = new.id;
end;
"""
