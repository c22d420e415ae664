"""The second step of the schema: the mailbox that is read, and mails sent; never edited after release."""

MAIL = """
create table mailbox (  -- the mail account: where mails are read and sent; its password is in the system's keyring
  id integer primary key check (id = 1),
  imap_host text not null default '',
  imap_port integer not null default 993,
  imap_security text not null default 'tls' check (imap_security in ('tls', 'starttls', 'plain')),
  user text not null default '',
  sign_in text not null default 'password' check (sign_in in ('password', 'token')),
  folders text not null default '["INBOX"]',  -- JSON: the folders that are read
  only_suppliers integer not null default 1 check (only_suppliers in (0, 1)),
  days_back integer not null default 90,      -- how far the first fetch looks back
  smtp_host text not null default '',
  smtp_port integer not null default 587,
  smtp_security text not null default 'starttls' check (smtp_security in ('tls', 'starttls', 'plain')),
  sender_address text not null default '',
  sender_name text not null default '',
  last_fetch_at text,
  last_fetch text,  -- what came of it, in one sentence
  last_error text
) strict;

create table mailbox_folder (  -- how far a folder has been read, so that the next fetch goes on from there
  account text not null,           -- user@server: another account starts anew
  folder text not null,
  uid_validity integer not null,   -- when the server changes it, its numbers mean other mails
  last_uid integer not null default 0,
  read_at text,
  primary key (account, folder)
) strict, without rowid;

create table outgoing_mail (  -- a mail handed to the mail server; noted before it goes, so that none goes twice
  id integer primary key,
  message_id text not null unique,
  supplier_id integer not null references supplier(id) on delete cascade,
  recipients text not null,
  subject text not null,
  line_ids text not null,  -- JSON: the order lines it asks about
  state text not null default 'sending' check (state in ('sending', 'sent', 'refused', 'unsure')),
  problem text,
  started_at text not null,
  ended_at text,
  communication_id integer references communication(id)
) strict;
create index outgoing_mail_supplier on outgoing_mail(supplier_id, started_at);
"""
