"""Step 19: the parts of a delivery told in one message are one promise, that of the last part."""

# Whether a part counts depends on the other parts of its line: storage/schema_014.py forgets only the row's own block.
PARTS_PACKED = "".join(
    f"""
create trigger promise_packed_{event}_{name} after {event} on promise
when {row}.{column} is not null
begin
  delete from packed_column where source = 'promise' and block in (
    select (id - 1) / 25000 from promise where order_line_id = {row}.order_line_id and quantity is not null);
end;
"""
    for event, row in (("insert", "new"), ("update", "new"), ("delete", "old"))
    for name, column in (("part", "quantity"), ("replaced_part", "replaces_id"))
)

# As storage/promise_rows.py said when this step was made: it may change, a step may not.
_COUNTS = """
from promise p
where p.order_line_id = order_line.id
  and p.retraction = 0
  and not exists (select 1 from promise x where x.replaces_id = p.id)
  and not (
    p.quantity is not null
    and exists (
      select 1
      from promise rest
      where rest.order_line_id = p.order_line_id
        and rest.communication_id = p.communication_id
        and rest.quantity is not null
        and (rest.promised_on, rest.id) > (p.promised_on, p.id)
        and rest.retraction = 0
        and not exists (select 1 from promise x where x.replaces_id = rest.id)
    )
  )
"""
_LINES = """
select order_line_id
from promise
where quantity is not null
  and communication_id is not null
group by order_line_id, communication_id
having count(*) > 1
"""
LINES_WITH_PARTS = f"""
delete from kept_experience;
delete from listed_line where order_line_id in ({_LINES});
update order_line set
  first_promise = (select p.promised_on {_COUNTS} order by p.known_on, p.id limit 1),
  current_promise = (select p.promised_on {_COUNTS} order by p.known_on desc, p.id desc limit 1),
  promises = (select count(*) {_COUNTS})
where id in ({_LINES});
"""
