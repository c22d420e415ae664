"""The first released schema of the workspace file, written out; never edited after release."""

# Conventions: `*_on` is a calendar day (YYYY-MM-DD), `*_at` a UTC moment (YYYY-MM-DDTHH:MM:SSZ),
# `known_on` the day on which a fact was known to us, `recorded_at` when it entered this file.
# Money is in minor units beside its currency. NULL means unknown.

PEOPLE = """
create table setting (
  key text primary key,
  value text not null  -- JSON
) strict;

create table person (  -- an owner: one of our own people
  id integer primary key,
  name text not null unique collate nocase,
  email text collate nocase
) strict;

create table calendar (  -- working days; its days off beyond the weekend are listed
  id integer primary key,
  name text not null unique,
  country text,
  weekend text not null default '6,7'  -- ISO weekdays
) strict;

create table calendar_day (
  calendar_id integer not null references calendar(id) on delete cascade,
  day text not null,
  working integer not null check (working in (0, 1)),
  name text,
  primary key (calendar_id, day)
) strict, without rowid;

create table supplier (
  id integer primary key,
  identity text not null unique,  -- the ERP's code where there is one, else 'name:' and the name in plain letters
  code text,
  name text not null,
  country text,
  language text,
  currency text,
  time_zone text,
  internal integer not null default 0 check (internal in (0, 1)),  -- our own warehouse, not a supplier
  early_days_allowed integer,  -- NULL: early never fails
  late_days_allowed integer not null default 0,
  quantity_tolerance real not null default 0,
  check_in_every_days integer,
  calendar_id integer references calendar(id),
  owner_id integer references person(id),
  note text,
  recorded_at text not null,
  import_id integer
) strict;

create table supplier_name (  -- every spelling under which a supplier was met
  name_key text primary key,
  supplier_id integer not null references supplier(id) on delete cascade
) strict, without rowid;

create table contact (
  id integer primary key,
  supplier_id integer not null references supplier(id) on delete cascade,
  name text,
  email text collate nocase,
  phone text,
  role text,
  language text,
  unique (supplier_id, email)
) strict;

create table material (
  id integer primary key,
  number text not null unique,
  description text,
  unit text,
  material_group text,
  erp_lead_time_days integer,  -- calendar days
  daily_demand real,
  demand_deviation real,  -- standard deviation of one day's demand
  late_day_cost_minor integer,
  currency text,
  recorded_at text not null,
  import_id integer
) strict;

create table material_source (  -- what the ERP plans for a material from one supplier
  material_id integer not null references material(id) on delete cascade,
  supplier_id integer not null references supplier(id) on delete cascade,
  erp_lead_time_days integer,
  primary key (material_id, supplier_id)
) strict, without rowid;

create table lead_time_decision (  -- accepted, kept or edited planning lead times; appended only
  id integer primary key,
  material_id integer references material(id),
  supplier_id integer references supplier(id),
  decision text not null check (decision in ('accept', 'keep', 'edit')),
  planning_days integer not null,
  erp_days integer,
  service_level real not null,
  reason text,
  decided_at text not null
) strict;
"""

ORDERS = """
create table import_run (
  id integer primary key,
  file_name text not null,
  file_sha256 text not null,
  kind text not null,
  layout text,
  received_at text not null,   -- when we got the file: its promises became known then
  recorded_at text not null,
  mapping text not null,       -- JSON: column -> field
  counts text not null,        -- JSON
  undone_at text
) strict;

create table import_source (  -- the mapping the user last confirmed for files with these headers
  signature text primary key,
  kind text not null,
  mapping text not null,
  confirmed_at text not null
) strict, without rowid;

create table import_reject (
  import_id integer not null references import_run(id) on delete cascade,
  source_row integer not null,  -- row of the file, header row = 1 when it is the first
  column_name text not null,
  reason text not null,
  raw text,
  primary key (import_id, source_row, column_name)
) strict, without rowid;

create table import_change (  -- what an import overwrote, so that it can be undone
  id integer primary key,
  import_id integer not null references import_run(id) on delete cascade,
  table_name text not null,
  row_id integer not null,
  before text not null  -- JSON of the columns that changed
) strict;
create index import_change_import on import_change(import_id);

create table vanished_line (  -- open lines that a later export no longer lists: received, or cancelled?
  id integer primary key,
  import_id integer not null references import_run(id) on delete cascade,
  order_line_id integer not null references order_line(id) on delete cascade,
  answer text check (answer in ('received', 'cancelled', 'still open')),
  answered_at text,
  unique (import_id, order_line_id)
) strict;

create table purchase_order (
  id integer primary key,
  number text not null unique,
  recorded_at text not null,
  import_id integer
) strict;

create table order_line (
  id integer primary key,
  purchase_order_id integer not null references purchase_order(id),
  line text not null,
  schedule text not null default '',  -- the delivery schedule line, where the ERP has them
  supplier_id integer references supplier(id),
  material_id integer references material(id),
  description text,
  quantity real not null,
  unit text,
  unit_price real,
  currency text,
  value_minor integer,
  issued_on text,    -- purchase order sent
  created_on text,
  required_on text,  -- when we need it
  incoterm text,
  incoterm_place text,
  mode text,
  origin text,
  destination text,
  country text,
  buyer text,
  owner_id integer references person(id),
  note text,
  status text not null default 'open' check (status in ('open', 'received', 'cancelled')),
  cancelled_on text,
  entered_on text not null,  -- the day on which the line entered our view; lead times are left-truncated there
  source_file text,
  source_row integer,
  recorded_at text not null,
  import_id integer,
  -- Derived from the ledgers by storage/line_state.py; they can be rebuilt at any time.
  acknowledged_on text,
  first_promise text,
  current_promise text,
  promises integer not null default 0,
  received_quantity real not null default 0,
  rejected_quantity real not null default 0,
  first_received_on text,
  completed_on text,
  posted_on text,
  unique (purchase_order_id, line, schedule)
) strict;
create index order_line_supplier on order_line(supplier_id, status);
create index order_line_material on order_line(material_id);
create index order_line_status_promise on order_line(status, current_promise);
create index order_line_required on order_line(required_on);
create index order_line_import on order_line(import_id);

create table line_change (  -- what changed on a line, and when we learned of it; appended only
  id integer primary key,
  order_line_id integer not null references order_line(id),
  field text not null,
  old text,
  new text,
  known_on text not null,
  recorded_at text not null,
  reason text,
  import_id integer
) strict;
create index line_change_line on line_change(order_line_id, known_on);

create table promise (  -- every date the supplier gave; appended only
  id integer primary key,
  order_line_id integer not null references order_line(id),
  promised_on text not null,
  quantity real,
  known_on text not null,
  known_basis text not null default 'stated',
  source text not null,
  told_by text,
  evidence text,
  communication_id integer references communication(id),
  replaces_id integer references promise(id),  -- a correction: the row it replaces never counted
  retraction integer not null default 0,       -- 1: nothing takes the place of the replaced row
  recorded_at text not null,
  import_id integer,
  unique (order_line_id, known_on, promised_on, source)
) strict;
create index promise_replaces on promise(replaces_id) where replaces_id is not null;
create index promise_import on promise(import_id) where import_id is not null;

create table receipt (  -- goods booked in, or out again with a negative quantity; appended only
  id integer primary key,
  order_line_id integer not null references order_line(id),
  received_on text not null,
  posted_on text,
  quantity real not null,
  rejected_quantity real not null default 0,
  document text,
  movement_type text,
  known_on text not null,
  known_basis text not null default 'stated',
  source text not null,
  replaces_id integer references receipt(id),
  retraction integer not null default 0,
  fingerprint text not null unique,
  recorded_at text not null,
  import_id integer
) strict;
create index receipt_replaces on receipt(replaces_id) where replaces_id is not null;
create index receipt_line on receipt(order_line_id);
create index receipt_import on receipt(import_id) where import_id is not null;

create table cause (  -- why a line was late, or who really controlled a stage; appended only
  id integer primary key,
  order_line_id integer not null references order_line(id),
  cause text,
  stage text,
  party text,
  reason text,
  recorded_at text not null
) strict;
create index cause_line on cause(order_line_id);
"""

SHIPMENTS = """
create table shipment (
  id integer primary key,
  identity text not null unique,  -- 'carrier|number' of the shipping document, or the first tracking number
  number text not null,
  supplier_id integer references supplier(id),
  carrier text,
  mode text,
  incoterm text,
  origin text,
  destination text,
  shipped_on text,
  source text not null,
  recorded_at text not null,
  import_id integer
) strict;

create table shipment_line (
  shipment_id integer not null references shipment(id) on delete cascade,
  order_line_id integer not null references order_line(id) on delete cascade,
  quantity real,
  import_id integer,
  primary key (shipment_id, order_line_id)
) strict, without rowid;
create index shipment_line_line on shipment_line(order_line_id);

create table tracked_unit (  -- a parcel, a container, an air waybill: what a carrier tracks
  id integer primary key,
  shipment_id integer not null references shipment(id) on delete cascade,
  carrier text not null,
  number text not null,
  source_unique_id text not null default '',  -- tells apart two shipments that reuse one number
  kind text not null default 'parcel',
  reference text,   -- booking or bill of lading that goes with a container
  service text,     -- the carrier's division, where it must be named
  postcode text,    -- some carriers ask for it
  status text not null default 'unknown',
  user_status text,  -- what the user said wins: delivered, lost, stopped
  delay text not null default 'none',
  delay_reason text,
  exception_kind text,
  raw_status text,
  eta text,
  last_event_at text,
  last_event_text text,
  last_checked_at text,
  last_error text,
  last_error_at text,
  error_streak integer not null default 0,
  next_check_at text,
  recorded_at text not null,
  import_id integer,
  unique (carrier, number, source_unique_id)
) strict;
create index tracked_unit_shipment on tracked_unit(shipment_id);
create index tracked_unit_due on tracked_unit(next_check_at);

create table payload (  -- a carrier's answer as it came, less images and personal data
  id integer primary key,
  carrier text not null,
  sha256 text not null unique,
  fetched_at text not null,
  body text not null
) strict;

create table tracking_event (  -- appended only; a row is withdrawn, never deleted
  id integer primary key,
  tracked_unit_id integer not null references tracked_unit(id) on delete cascade,
  source text not null,
  source_event_id text,
  fingerprint text not null,
  classifier text not null,
  occurred_local text not null,
  utc_offset_min integer,
  occurred_utc text,
  time_basis text not null,
  time_precision text not null,
  status text not null,
  milestone text,
  exception_kind text,
  raw_code text,
  raw_subcode text,
  raw_text text,
  place_text text,
  city text,
  region text,
  postcode text,
  country text,
  unlocode text,
  facility_code text,
  mode text,
  vessel_name text,
  vessel_imo text,
  voyage text,
  equipment_ref text,
  empty_laden text,
  first_seen_at text not null,
  last_seen_at text not null,
  retracted_at text,
  payload_id integer references payload(id),
  unique (tracked_unit_id, fingerprint)
) strict;

create table eta_observation (  -- each answer to "when?", kept; appended only
  id integer primary key,
  tracked_unit_id integer not null references tracked_unit(id) on delete cascade,
  kind text not null,
  earliest text not null,
  latest text not null,
  time_basis text not null,
  source text not null,
  source_label text,
  observed_at text not null
) strict;
create index eta_observation_unit on eta_observation(tracked_unit_id, kind, observed_at);

create table status_change (  -- appended only
  id integer primary key,
  tracked_unit_id integer not null references tracked_unit(id) on delete cascade,
  old text,
  new text not null,
  why text not null,
  payload_id integer references payload(id),
  changed_at text not null
) strict;
create index status_change_unit on status_change(tracked_unit_id, changed_at);

create table milestone (  -- a step of a line or shipment that no carrier event tells; appended only
  id integer primary key,
  order_line_id integer references order_line(id),
  shipment_id integer references shipment(id),
  step text not null,
  classifier text not null check (classifier in ('planned', 'estimated', 'actual')),
  happened_on text not null,
  known_on text not null,
  source text not null,
  recorded_at text not null,
  import_id integer,
  check ((order_line_id is null) <> (shipment_id is null))
) strict;
create unique index milestone_line on milestone(order_line_id, step, classifier, happened_on)
  where order_line_id is not null;
create unique index milestone_shipment on milestone(shipment_id, step, classifier, happened_on)
  where shipment_id is not null;

create table carrier_account (  -- how a carrier is reached; its keys are in the system's keyring, never here
  carrier text primary key,
  enabled integer not null default 1 check (enabled in (0, 1)),
  settings text not null default '{}',  -- JSON: base_url, preset, accepted terms ...
  last_error text,
  last_error_at text,
  last_success_at text,
  paused_reason text
) strict, without rowid;

create table carrier_calls (  -- calls made by day, so that a restart does not reset a quota
  carrier text not null,
  day text not null,
  calls integer not null,
  primary key (carrier, day)
) strict, without rowid;

create table carrier_pace (
  carrier text primary key,
  next_call_at text not null,  -- UTC, with fractions of a second
  not_before text
) strict, without rowid;
"""

COMMUNICATIONS = """
create table communication (  -- a mail, call, meeting or note; appended only
  id integer primary key,
  fingerprint text not null unique,
  direction text not null check (direction in ('in', 'out', 'internal')),
  channel text not null,  -- mail, call, meeting, note, workbook, edi
  supplier_id integer references supplier(id),
  contact_id integer references contact(id),
  person_id integer references person(id),
  subject text,
  body text not null default '',
  sender text,
  recipients text,
  happened_at text not null,
  message_id text,
  in_reply_to text,
  thread text not null,  -- the first message's id, or the subject without Re: and the supplier
  original blob,         -- the message as it came: the evidence
  recorded_at text not null,
  import_id integer
) strict;
create unique index communication_message on communication(message_id) where message_id is not null;
create index communication_supplier on communication(supplier_id, happened_at);
create index communication_thread on communication(thread);

create table communication_link (
  id integer primary key,
  communication_id integer not null references communication(id) on delete cascade,
  purchase_order_id integer references purchase_order(id),
  order_line_id integer references order_line(id),
  shipment_id integer references shipment(id),
  unique (communication_id, purchase_order_id, order_line_id, shipment_id)
) strict;
create index communication_link_line on communication_link(order_line_id);
create index communication_link_order on communication_link(purchase_order_id);

create table attachment (
  id integer primary key,
  communication_id integer not null references communication(id) on delete cascade,
  name text not null,
  content_type text not null,
  size integer not null,
  content blob,  -- NULL when over the size cap
  unique (communication_id, name, size)
) strict;

create table question (  -- something asked, by us or by them, with its clock
  id integer primary key,
  communication_id integer references communication(id),
  supplier_id integer not null references supplier(id),
  order_line_id integer references order_line(id),
  purchase_order_id integer references purchase_order(id),
  asked_by text not null check (asked_by in ('us', 'them')),
  kind text not null,  -- acknowledge, date, where, other
  words text,
  asked_at text not null,
  answered_at text,
  answer_id integer references communication(id),
  closed_reason text,
  unique (communication_id, order_line_id, purchase_order_id, kind)
) strict;
create index question_open on question(supplier_id) where answered_at is null;

create table suggestion (  -- what was read in a message and may be accepted
  id integer primary key,
  communication_id integer not null references communication(id) on delete cascade,
  order_line_id integer references order_line(id),
  kind text not null,  -- delivery, ship, port, quantity, tracking, answer
  purchase_order text,
  line text,
  promised_on text,
  quantity real,
  value text,
  words text not null,
  confidence real not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'dismissed')),
  decided_at text
) strict;
create index suggestion_communication on suggestion(communication_id);

create table follow_up (  -- an open problem has an owner and a date
  id integer primary key,
  order_line_id integer references order_line(id),
  supplier_id integer references supplier(id),
  shipment_id integer references shipment(id),
  communication_id integer references communication(id),
  what text not null,
  owner_id integer references person(id),
  due_on text,
  done_on text,
  created_at text not null
) strict;
create index follow_up_line on follow_up(order_line_id);

create table agreed_action (
  id integer primary key,
  supplier_id integer not null references supplier(id) on delete cascade,
  what text not null,
  side text not null check (side in ('theirs', 'ours')),
  owner text,
  starts_on text,  -- limits of a behaviour chart restart here
  due_on text,
  done_on text,
  recorded_at text not null
) strict;

create table check_in (
  id integer primary key,
  supplier_id integer not null references supplier(id) on delete cascade,
  planned_on text not null,
  held_on text,
  communication_id integer references communication(id),
  note text,
  unique (supplier_id, planned_on)
) strict;

create table worklist_mark (  -- what a person did with a row of Today; appended only
  id integer primary key,
  row_key text not null,  -- group and the thing it is about
  action text not null check (action in ('snoozed', 'done', 'handed over', 'back')),
  until_on text,
  owner_id integer references person(id),
  marked_on text not null,
  recorded_at text not null
) strict;
create index worklist_mark_row on worklist_mark(row_key, id);
"""

# History is append-only: rows may be added, and an import taken back, but never rewritten in place.
HISTORY_TABLES = ("promise", "receipt", "line_change", "eta_observation", "status_change", "milestone", "cause")

UNDO = """
create table undoing (  -- holds a row only inside the transaction that takes an import or an edit back
  what text not null
) strict;
"""


def history_trigger(table: str) -> str:
    """Triggers that refuse to rewrite or delete history except while an undo is under way."""
    return f"""
create trigger {table}_is_history_update before update on {table}
when not exists (select 1 from undoing)
begin
  select raise(abort, '{table} is history: add a correcting row instead');
end;
create trigger {table}_is_history_delete before delete on {table}
when not exists (select 1 from undoing)
begin
  select raise(abort, '{table} is history: add a correcting row instead');
end;
"""


SEARCH = """
create virtual table search using fts5(kind unindexed, ref_id unindexed, text, tokenize = 'trigram');
"""
