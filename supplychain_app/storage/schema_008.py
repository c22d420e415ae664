"""Step 8: the words of mails, calls and notes, so that a search over a large workspace need not read them all."""

# External content: the index holds the letters only, the texts stay where they are.
WORDS = """
create virtual table communication_words using fts5(
  subject, body, content = 'communication', content_rowid = 'id', tokenize = 'trigram'
);
create trigger communication_words_insert after insert on communication
begin
  insert into communication_words (rowid, subject, body) values (new.id, new.subject, new.body);
end;
create trigger communication_words_delete after delete on communication
begin
  insert into communication_words (communication_words, rowid, subject, body)
    values ('delete', old.id, old.subject, old.body);
end;
create trigger communication_words_update after update of subject, body on communication
begin
  insert into communication_words (communication_words, rowid, subject, body)
    values ('delete', old.id, old.subject, old.body);
  insert into communication_words (rowid, subject, body) values (new.id, new.subject, new.body);
end;
insert into communication_words (communication_words) values ('rebuild');
"""
