<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>inbound</name>
  <message>
   <source> (and {problems} more)</source>
   <translation> (und {problems} weitere)</translation>
  </message>
  <message>
   <source> (chance can explain that)</source>
   <translation> (das kann Zufall sein)</translation>
  </message>
  <message>
   <source> (demo)</source>
   <translation> (Demo)</translation>
  </message>
  <message>
   <source> (too few to say)</source>
   <translation> (zu wenige für eine Aussage)</translation>
  </message>
  <message>
   <source> Closed: {days}.</source>
   <translation> Geschlossen: {days}.</translation>
  </message>
  <message>
   <source> Last time: {last}.</source>
   <translation> Letztes Mal: {last}.</translation>
  </message>
  <message>
   <source> Missing: {listed}.</source>
   <translation> Es fehlt: {listed}.</translation>
  </message>
  <message>
   <source> Needed {required}: {left}.</source>
   <translation> Bedarf {required}: {left}.</translation>
  </message>
  <message>
   <source> No gaps in the data.</source>
   <translation> Keine Lücken in den Daten.</translation>
  </message>
  <message>
   <source> Planned with the ERP's {planned_days} and the {pieces} it would ask for, stock lasts in {planned_covers} of deliveries.</source>
   <translation> Mit den {planned_days} des ERP und den {pieces}, die es verlangen würde, reicht der Bestand bei {planned_covers} der Lieferungen.</translation>
  </message>
  <message>
   <source> Safety stock of {materials} for 95 %: {after} instead of {before}</source>
   <translation> Sicherheitsbestand von {materials} für 95 %: {after} statt {before}</translation>
  </message>
  <message>
   <source> The ERP's lead times are not known here.</source>
   <translation> Die Lieferzeiten des ERP sind hier nicht bekannt.</translation>
  </message>
  <message>
   <source> They usually confirm within {days}.</source>
   <translation> Sonst bestätigen sie binnen {days}.</translation>
  </message>
  <message>
   <source> To talk about: {topics}.</source>
   <translation> Zu besprechen: {topics}.</translation>
  </message>
  <message>
   <source> and {names}</source>
   <translation> und {names}</translation>
  </message>
  <message>
   <source> and {names} more</source>
   <translation> und {names} weitere</translation>
  </message>
  <message>
   <source> and {percent} {owners}</source>
   <translation> und {percent} {owners}</translation>
  </message>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source> for {quantity:g}</source>
   <translation> für {quantity:g}</translation>
  </message>
  <message>
   <source> for {quantity:g} of it</source>
   <translation> für {quantity:g} davon</translation>
  </message>
  <message>
   <source> less {quantity_tolerance}</source>
   <translation> abzüglich {quantity_tolerance}</translation>
  </message>
  <message>
   <source> of {n} took longer than promised</source>
   <translation> von {n} dauerten länger als zugesagt</translation>
  </message>
  <message>
   <source> or </source>
   <translation> oder </translation>
  </message>
  <message>
   <source> to {month}</source>
   <translation> bis {month}</translation>
  </message>
  <message>
   <source> {count} mails were filed before.</source>
   <translation> {count} Mails wurden vorher abgelegt.</translation>
  </message>
  <message>
   <source> {done} of {total}</source>
   <translation> {done} von {total}</translation>
  </message>
  <message>
   <source> {more_files} waiting.</source>
   <translation> {more_files} warten.</translation>
  </message>
  <message>
   <source> · {borrowed_share} borrowed from similar lines</source>
   <translation> · {borrowed_share} von ähnlichen Positionen übernommen</translation>
  </message>
  <message>
   <source># What does this mean?

[More in the help]({page})</source>
   <translation># Was bedeutet das?

[Mehr in der Hilfe]({page})</translation>
  </message>
  <message>
   <source>${name} is nothing that a letter can hold. There are {known}.</source>
   <translation>${name} kann in keinem Brief stehen. Es gibt {known}.</translation>
  </message>
  <message>
   <source>%s failed</source>
   <translation>%s ist gescheitert</translation>
  </message>
  <message>
   <source>&amp;About</source>
   <translation>&amp;Über</translation>
  </message>
  <message>
   <source>&amp;Acknowledged within (working days)</source>
   <translation>&amp;Bestätigt binnen (Arbeitstagen)</translation>
  </message>
  <message>
   <source>&amp;Address</source>
   <translation>&amp;Adresse</translation>
  </message>
  <message>
   <source>&amp;Arranged by</source>
   <translation>&amp;Beauftragt von</translation>
  </message>
  <message>
   <source>&amp;Booking or bill of lading</source>
   <translation>&amp;Buchung oder Konnossement</translation>
  </message>
  <message>
   <source>&amp;Carrier</source>
   <translation>&amp;Carrier</translation>
  </message>
  <message>
   <source>&amp;Copy as table</source>
   <translation>Als Tabelle &amp;kopieren</translation>
  </message>
  <message>
   <source>&amp;Country</source>
   <translation>&amp;Land</translation>
  </message>
  <message>
   <source>&amp;Date</source>
   <translation>&amp;Datum</translation>
  </message>
  <message>
   <source>&amp;Day</source>
   <translation>&amp;Tag</translation>
  </message>
  <message>
   <source>&amp;Days</source>
   <translation>&amp;Tage</translation>
  </message>
  <message>
   <source>&amp;Due</source>
   <translation>&amp;Fällig</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;From</source>
   <translation>&amp;Von</translation>
  </message>
  <message>
   <source>&amp;Go</source>
   <translation>&amp;Gehe zu</translation>
  </message>
  <message>
   <source>&amp;Held on</source>
   <translation>&amp;Stattgefunden am</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Kind</source>
   <translation>&amp;Art</translation>
  </message>
  <message>
   <source>&amp;Language</source>
   <translation>&amp;Sprache</translation>
  </message>
  <message>
   <source>&amp;Late when later than needed by (days)</source>
   <translation>&amp;Verspätet, wenn später als der Bedarf um (Tage)</translation>
  </message>
  <message>
   <source>&amp;Mail</source>
   <translation>&amp;Mail</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>&amp;Needed on</source>
   <translation>&amp;Bedarf am</translation>
  </message>
  <message>
   <source>&amp;Next one</source>
   <translation>&amp;Nächstes</translation>
  </message>
  <message>
   <source>&amp;Note</source>
   <translation>&amp;Notiz</translation>
  </message>
  <message>
   <source>&amp;Number, or a mail</source>
   <translation>&amp;Nummer oder eine Mail</translation>
  </message>
  <message>
   <source>&amp;On</source>
   <translation>&amp;Am</translation>
  </message>
  <message>
   <source>&amp;Open in mail program</source>
   <translation>Im Mailprogramm ö&amp;ffnen</translation>
  </message>
  <message>
   <source>&amp;Order</source>
   <translation>&amp;Bestellung</translation>
  </message>
  <message>
   <source>&amp;Owner</source>
   <translation>&amp;Zuständig</translation>
  </message>
  <message>
   <source>&amp;Phone</source>
   <translation>&amp;Telefon</translation>
  </message>
  <message>
   <source>&amp;Place</source>
   <translation>&amp;Ort</translation>
  </message>
  <message>
   <source>&amp;Postcode of the receiver</source>
   <translation>&amp;Postleitzahl des Empfängers</translation>
  </message>
  <message>
   <source>&amp;Quantity</source>
   <translation>&amp;Menge</translation>
  </message>
  <message>
   <source>&amp;Reason</source>
   <translation>&amp;Grund</translation>
  </message>
  <message>
   <source>&amp;Screen</source>
   <translation>&amp;Bildschirm</translation>
  </message>
  <message>
   <source>&amp;Service, or the carrier's code</source>
   <translation>&amp;Dienst oder Kürzel des Carriers</translation>
  </message>
  <message>
   <source>&amp;Stage</source>
   <translation>&amp;Abschnitt</translation>
  </message>
  <message>
   <source>&amp;Subject</source>
   <translation>&amp;Betreff</translation>
  </message>
  <message>
   <source>&amp;Text</source>
   <translation>&amp;Text</translation>
  </message>
  <message>
   <source>&amp;Then</source>
   <translation>&amp;Dann</translation>
  </message>
  <message>
   <source>&amp;Time there</source>
   <translation>&amp;Dortige Uhrzeit</translation>
  </message>
  <message>
   <source>&amp;To</source>
   <translation>&amp;An</translation>
  </message>
  <message>
   <source>&amp;To</source>
   <comment>of days</comment>
   <translation>&amp;Bis</translation>
  </message>
  <message>
   <source>&amp;Until</source>
   <translation>&amp;Bis</translation>
  </message>
  <message>
   <source>&amp;Value</source>
   <comment>to compare with</comment>
   <translation>&amp;Wert</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>&amp;What</source>
   <translation>&amp;Was</translation>
  </message>
  <message>
   <source>&amp;What came of it</source>
   <translation>&amp;Ergebnis</translation>
  </message>
  <message>
   <source>&amp;What happened</source>
   <translation>&amp;Was geschehen ist</translation>
  </message>
  <message>
   <source>&amp;What was agreed</source>
   <translation>&amp;Was vereinbart wurde</translation>
  </message>
  <message>
   <source>&amp;What was said</source>
   <translation>&amp;Was gesagt wurde</translation>
  </message>
  <message>
   <source>&amp;Who does it</source>
   <translation>&amp;Wer macht es</translation>
  </message>
  <message>
   <source>&amp;Words</source>
   <translation>&amp;Worte</translation>
  </message>
  <message>
   <source>(due {day})</source>
   <translation>(fällig {day})</translation>
  </message>
  <message>
   <source>(due {day}, overdue)</source>
   <translation>(fällig {day}, überfällig)</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(keine)</translation>
  </message>
  <message>
   <source>(since {day})</source>
   <translation>(seit {day})</translation>
  </message>
  <message>
   <source>, but its lead is not certain.</source>
   <translation>, doch der Vorsprung ist nicht sicher.</translation>
  </message>
  <message>
   <source>, check digit fails</source>
   <translation>, Prüfziffer falsch</translation>
  </message>
  <message>
   <source>, check digit holds</source>
   <translation>, Prüfziffer stimmt</translation>
  </message>
  <message>
   <source>, has come with {received} only.</source>
   <translation>, ist nur mit {received} gekommen.</translation>
  </message>
  <message>
   <source>, has not come.</source>
   <translation>, ist nicht gekommen.</translation>
  </message>
  <message>
   <source>, moved {times}</source>
   <translation>, {times} verschoben</translation>
  </message>
  <message>
   <source>, moved {times} already</source>
   <translation>, schon {times} verschoben</translation>
  </message>
  <message>
   <source>, moved {times}, {days} later than first said</source>
   <translation>, {times} verschoben, {days} später als zuerst zugesagt</translation>
  </message>
  <message>
   <source>, needed {day}</source>
   <translation>, Bedarf {day}</translation>
  </message>
  <message>
   <source>, not booked in our receiving for {still}</source>
   <translation>, {still} lang nicht im Wareneingang gebucht</translation>
  </message>
  <message>
   <source>, not booked in yet</source>
   <translation>, noch nicht gebucht</translation>
  </message>
  <message>
   <source>, of those made {ahead} {share}.</source>
   <translation>, von denen {ahead} {share}.</translation>
  </message>
  <message>
   <source>, oldest {oldest_open_days}</source>
   <translation>, älteste {oldest_open_days}</translation>
  </message>
  <message>
   <source>, on the day it is needed.</source>
   <translation>, am Tag des Bedarfs.</translation>
  </message>
  <message>
   <source>, row </source>
   <translation>, Zeile </translation>
  </message>
  <message>
   <source>, the ERP had {days}</source>
   <translation>, im ERP standen {days}</translation>
  </message>
  <message>
   <source>, the others {lost:.1f}</source>
   <translation>, die anderen {lost:.1f}</translation>
  </message>
  <message>
   <source>, the {ordinal} move</source>
   <translation>, die {ordinal} Verschiebung</translation>
  </message>
  <message>
   <source>, their order {order}</source>
   <translation>, deren Auftrag {order}</translation>
  </message>
  <message>
   <source>, though {link_name} may be as large.</source>
   <translation>, doch {link_name} kann ebenso groß sein.</translation>
  </message>
  <message>
   <source>, told {known}</source>
   <translation>, bekannt seit {known}</translation>
  </message>
  <message>
   <source>, usually {low}</source>
   <translation>, sonst {low}</translation>
  </message>
  <message>
   <source>, usually {low} to {high}</source>
   <translation>, sonst {low} bis {high}</translation>
  </message>
  <message>
   <source>, which is fair</source>
   <translation>, das ist angemessen</translation>
  </message>
  <message>
   <source>, which is hopeful</source>
   <translation>, das ist zu optimistisch</translation>
  </message>
  <message>
   <source>, which is padded</source>
   <translation>, das ist zu großzügig</translation>
  </message>
  <message>
   <source>, worth {total}</source>
   <translation>, Wert {total}</translation>
  </message>
  <message>
   <source>, {count} could not be read</source>
   <translation>, {count} nicht lesbar</translation>
  </message>
  <message>
   <source>, {count} known already</source>
   <translation>, {count} schon bekannt</translation>
  </message>
  <message>
   <source>, {count} may have been sent</source>
   <translation>, {count} vielleicht gesendet</translation>
  </message>
  <message>
   <source>, {count} not from suppliers left out</source>
   <translation>, {count} nicht von Lieferanten, weggelassen</translation>
  </message>
  <message>
   <source>, {count} not sent</source>
   <translation>, {count} nicht gesendet</translation>
  </message>
  <message>
   <source>, {days_per_late_line:.1f} on each late one</source>
   <translation>, {days_per_late_line:.1f} je verspäteter Position</translation>
  </message>
  <message>
   <source>, {days} after it is needed.</source>
   <translation>, {days} nach dem Bedarf.</translation>
  </message>
  <message>
   <source>, {days} against {against}.</source>
   <translation>, {days} gegen {against}.</translation>
  </message>
  <message>
   <source>, {days} ago, and not delivered.</source>
   <translation>, {days} überfällig, nicht zugestellt.</translation>
  </message>
  <message>
   <source>, {days} before it is needed.</source>
   <translation>, {days} vor dem Bedarf.</translation>
  </message>
  <message>
   <source>, {how} the period before</source>
   <translation>, {how} im Zeitraum davor</translation>
  </message>
  <message>
   <source>, {later} later (+{later_days})</source>
   <translation>, {later} später (+{later_days})</translation>
  </message>
  <message>
   <source>, {late} past the promise</source>
   <translation>, {late} über der Zusage</translation>
  </message>
  <message>
   <source>, {missing:g} of {quantity:g} missing</source>
   <translation>, {missing:g} von {quantity:g} fehlen</translation>
  </message>
  <message>
   <source>, {new_past_due} new past due</source>
   <translation>, {new_past_due} neu überfällig</translation>
  </message>
  <message>
   <source>, {open} still open and counted</source>
   <translation>, {open} noch offen und mitgezählt</translation>
  </message>
  <message>
   <source>, {other_currencies} in other currencies not counted</source>
   <translation>, {other_currencies} in anderen Währungen nicht gezählt</translation>
  </message>
  <message>
   <source>, {packages} packages</source>
   <translation>, {packages} Packstücke</translation>
  </message>
  <message>
   <source>.</source>
   <translation>,</translation>
  </message>
  <message>
   <source>. The ERP says {erp_days}{judged}</source>
   <translation>. Das ERP sagt {erp_days}{judged}</translation>
  </message>
  <message>
   <source>. These {of_group} matter most</source>
   <translation>. Diese {of_group} sind die wichtigsten</translation>
  </message>
  <message>
   <source>12 months to {last}</source>
   <translation>12 Monate bis {last}</translation>
  </message>
  <message>
   <source>14:30, or leave it empty</source>
   <translation>14:30, oder leer lassen</translation>
  </message>
  <message>
   <source>17TRACK needs the postcode or phone for this carrier. Enter it on the shipment.</source>
   <translation>17TRACK braucht für diesen Carrier die Postleitzahl oder Telefonnummer. Tragen Sie sie bei der Sendung ein.</translation>
  </message>
  <message>
   <source>4 of {rows}</source>
   <translation>4 von {rows}</translation>
  </message>
  <message>
   <source>80 %</source>
   <translation>80 %</translation>
  </message>
  <message>
   <source>80 % by</source>
   <translation>80 % bis</translation>
  </message>
  <message>
   <source>80 % by at most</source>
   <translation>80 % höchstens</translation>
  </message>
  <message>
   <source>80 % by {day}</source>
   <translation>80 % bis {day}</translation>
  </message>
  <message>
   <source>80 % of deliveries</source>
   <translation>80 % der Lieferungen</translation>
  </message>
  <message>
   <source>80 % so far</source>
   <translation>80 % bisher</translation>
  </message>
  <message>
   <source>80 % took</source>
   <translation>80 % brauchten</translation>
  </message>
  <message>
   <source>95 % interval of the days per line; where lines are few it leans on the other links</source>
   <translation>95-%-Intervall der Tage je Position; bei wenigen Positionen lehnt es sich an die anderen Glieder an</translation>
  </message>
  <message>
   <source>95 % interval of the planning lead time</source>
   <translation>95-%-Intervall der Planlieferzeit</translation>
  </message>
  <message>
   <source>95 % interval of the share</source>
   <translation>95-%-Intervall des Anteils</translation>
  </message>
  <message>
   <source>: needed {day}</source>
   <translation>: Bedarf {day}</translation>
  </message>
  <message>
   <source>; call {urgent} first.</source>
   <translation>; rufen Sie zuerst {urgent} an.</translation>
  </message>
  <message>
   <source>; half arrive within {p50}</source>
   <translation>; die Hälfte höchstens {p50}</translation>
  </message>
  <message>
   <source>; half of such lines arrive by {half_by}</source>
   <translation>; die Hälfte solcher Positionen ist bis {half_by} da</translation>
  </message>
  <message>
   <source>; nobody has called.</source>
   <translation>; niemand hat angerufen.</translation>
  </message>
  <message>
   <source>; on time goes from {on_time_before} to {on_time_after}.</source>
   <translation>; pünktlich: von {on_time_before} auf {on_time_after}.</translation>
  </message>
  <message>
   <source>; which is worst is not certain.</source>
   <translation>; welches das schlechteste ist, ist nicht sicher.</translation>
  </message>
  <message>
   <source>; {p_late} likely later than {wanted}</source>
   <translation>; {p_late} wahrscheinlich später als {wanted}</translation>
  </message>
  <message>
   <source>A $ stands alone in the letter. Write $$ for a dollar sign.</source>
   <translation>Im Brief steht ein einzelnes $. Schreiben Sie $$ für ein Dollarzeichen.</translation>
  </message>
  <message>
   <source>A call</source>
   <translation>Ein Anruf</translation>
  </message>
  <message>
   <source>A command, supplier, order, material or tracking number</source>
   <translation>Befehl, Lieferant, Bestellung, Material oder Sendungsnummer</translation>
  </message>
  <message>
   <source>A consistent copy, while you go on working.</source>
   <translation>Eine stimmige Kopie, während Sie weiterarbeiten.</translation>
  </message>
  <message>
   <source>A double click opens the conversation.</source>
   <translation>Ein Doppelklick öffnet die Unterhaltung.</translation>
  </message>
  <message>
   <source>A dummy promise: lead times and lateness against it mean nothing.</source>
   <translation>Eine Scheinzusage: Lieferzeiten und Verzug dagegen bedeuten nichts.</translation>
  </message>
  <message>
   <source>A free key from developer.dhl.com: 250 calls a day to start with.</source>
   <translation>Ein kostenloser Schlüssel von developer.dhl.com: 250 Abfragen am Tag für den Anfang.</translation>
  </message>
  <message>
   <source>A lead time is accepted, kept or edited.</source>
   <translation>Eine Lieferzeit wird angenommen, behalten oder bearbeitet.</translation>
  </message>
  <message>
   <source>A letter needs a subject of one line.</source>
   <translation>Ein Brief braucht einen Betreff von einer Zeile.</translation>
  </message>
  <message>
   <source>A line counts once for each day it was tried on</source>
   <translation>Eine Position zählt einmal für jeden Tag, an dem sie erprobt wurde</translation>
  </message>
  <message>
   <source>A line needs a quantity.</source>
   <translation>Eine Position braucht eine Menge.</translation>
  </message>
  <message>
   <source>A mail of today may have been sent: the connection or the program ended just then. Look at your provider's list of sent mails; save a draft if it is not there.</source>
   <translation>Eine Mail von heute ist vielleicht gesendet: In dem Moment brach die Verbindung ab oder das Programm endete. Sehen Sie beim Anbieter in den gesendeten Mails nach; steht sie nicht da, speichern Sie einen Entwurf.</translation>
  </message>
  <message>
   <source>A mailbox belongs to a user. Give the user name, most often the mail address.</source>
   <translation>Ein Postfach gehört einem Benutzer. Geben Sie den Benutzernamen an, meist die Mailadresse.</translation>
  </message>
  <message>
   <source>A part of {promised}, promised for {due}</source>
   <translation>Ein Teil von {promised}, zugesagt für {due}</translation>
  </message>
  <message>
   <source>A person needs a name.</source>
   <translation>Eine Person braucht einen Namen.</translation>
  </message>
  <message>
   <source>A public holiday here.</source>
   <translation>Bei uns ist Feiertag.</translation>
  </message>
  <message>
   <source>A public holiday there.</source>
   <translation>Dort ist Feiertag.</translation>
  </message>
  <message>
   <source>A quarter (2026Q3), a year, a month (2026-07), or A..B</source>
   <translation>Ein Quartal (2026Q3), ein Jahr, ein Monat (2026-07) oder A..B</translation>
  </message>
  <message>
   <source>A question should be answered within (working days)</source>
   <translation>Eine Frage sollte beantwortet sein binnen (Arbeitstagen)</translation>
  </message>
  <message>
   <source>A receipt needs a quantity; a negative one takes goods back out.</source>
   <translation>Ein Wareneingang braucht eine Menge; eine negative bucht Ware wieder aus.</translation>
  </message>
  <message>
   <source>A returned workbook</source>
   <translation>Eine zurückgeschickte Arbeitsmappe</translation>
  </message>
  <message>
   <source>A shipment needs a carrier and a tracking number of at least three characters.</source>
   <translation>Eine Sendung braucht einen Carrier und eine Sendungsnummer von mindestens drei Zeichen.</translation>
  </message>
  <message>
   <source>A tracking number, a container, or a mail that holds several.</source>
   <translation>Eine Sendungsnummer, ein Container oder eine Mail, in der mehrere stehen.</translation>
  </message>
  <message>
   <source>A weekend.</source>
   <translation>Ein Wochenende.</translation>
  </message>
  <message>
   <source>A workspace you made before.</source>
   <translation>Eine Arbeitsdatei, die Sie früher angelegt haben.</translation>
  </message>
  <message>
   <source>A&amp;ll suppliers</source>
   <translation>A&amp;lle Lieferanten</translation>
  </message>
  <message>
   <source>A&amp;nswered within (working days)</source>
   <translation>B&amp;eantwortet binnen (Arbeitstagen)</translation>
  </message>
  <message>
   <source>API key</source>
   <translation>API-Schlüssel</translation>
  </message>
  <message>
   <source>API version to ask for</source>
   <translation>API-Version für die Anfrage</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Worum es geht</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Accept all</source>
   <translation>Alle annehmen</translation>
  </message>
  <message>
   <source>Accept as</source>
   <translation>Annehmen als</translation>
  </message>
  <message>
   <source>Accept with another date, quantity or order line</source>
   <translation>Mit anderem Datum, anderer Menge oder anderer Position annehmen</translation>
  </message>
  <message>
   <source>Accept {rows}</source>
   <translation>{rows} annehmen</translation>
  </message>
  <message>
   <source>Accepted on {day}: {days} for {level} of deliveries</source>
   <translation>Angenommen am {day}: {days} für {level} der Lieferungen</translation>
  </message>
  <message>
   <source>Accepting the workbook</source>
   <translation>Arbeitsmappe wird übernommen</translation>
  </message>
  <message>
   <source>Account number</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>Acknowledged</source>
   <translation>Bestätigt</translation>
  </message>
  <message>
   <source>Acknowledgement</source>
   <translation>Bestätigung</translation>
  </message>
  <message>
   <source>Action</source>
   <translation>Maßnahme</translation>
  </message>
  <message>
   <source>Actions</source>
   <translation>Maßnahmen</translation>
  </message>
  <message>
   <source>Add contact</source>
   <translation>Kontakt anlegen</translation>
  </message>
  <message>
   <source>Add new numbers</source>
   <translation>Neue Nummern anmelden</translation>
  </message>
  <message>
   <source>Add new numbers, at a credit each</source>
   <translation>Neue Nummern anmelden, je ein Guthabenpunkt</translation>
  </message>
  <message>
   <source>Add …</source>
   <translation>Hinzufügen …</translation>
  </message>
  <message>
   <source>Added to AfterShip; it answers within minutes.</source>
   <translation>Bei AfterShip angemeldet; die Antwort kommt binnen Minuten.</translation>
  </message>
  <message>
   <source>Adding up</source>
   <translation>Summen werden gebildet</translation>
  </message>
  <message>
   <source>Adding up the lines</source>
   <translation>Positionen werden summiert</translation>
  </message>
  <message>
   <source>Address is wrong</source>
   <translation>Adresse falsch</translation>
  </message>
  <message>
   <source>Address that gives tokens</source>
   <translation>Adresse, die Token ausgibt</translation>
  </message>
  <message>
   <source>After a refusal the carrier is left alone until then</source>
   <translation>Nach einer Ablehnung wird der Carrier bis dahin nicht gefragt</translation>
  </message>
  <message>
   <source>AfterShip does not follow this number. Add it there, or allow adding in Settings.</source>
   <translation>AfterShip verfolgt diese Nummer nicht. Melden Sie sie dort an, oder erlauben Sie das Anmelden in den Einstellungen.</translation>
  </message>
  <message>
   <source>AfterShip needs a further detail for this carrier, such as the postcode. Enter it.</source>
   <translation>AfterShip braucht für diesen Carrier noch eine Angabe, etwa die Postleitzahl. Tragen Sie sie ein.</translation>
  </message>
  <message>
   <source>Again: {what}</source>
   <translation>Noch einmal: {what}</translation>
  </message>
  <message>
   <source>Agenda</source>
   <translation>Tagesordnung</translation>
  </message>
  <message>
   <source>Agree an action</source>
   <translation>Maßnahme vereinbaren</translation>
  </message>
  <message>
   <source>Agreed</source>
   <translation>Vereinbart</translation>
  </message>
  <message>
   <source>Agreed action</source>
   <translation>Vereinbarte Maßnahme</translation>
  </message>
  <message>
   <source>Agreed action done</source>
   <translation>Vereinbarte Maßnahme erledigt</translation>
  </message>
  <message>
   <source>Agreed action of ours</source>
   <translation>Von uns zugesagte Maßnahme</translation>
  </message>
  <message>
   <source>Agreed action of theirs</source>
   <translation>Vom Lieferanten zugesagte Maßnahme</translation>
  </message>
  <message>
   <source>Agreed action “{what}”</source>
   <translation>Vereinbarte Maßnahme „{what}“</translation>
  </message>
  <message>
   <source>Agreed actions</source>
   <translation>Vereinbarte Maßnahmen</translation>
  </message>
  <message>
   <source>Agreed, ours</source>
   <translation>Vereinbart, unsere Seite</translation>
  </message>
  <message>
   <source>Agreed, theirs</source>
   <translation>Vereinbart, ihre Seite</translation>
  </message>
  <message>
   <source>Air</source>
   <translation>Luft</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>All lines</source>
   <translation>Alle Positionen</translation>
  </message>
  <message>
   <source>All open lines of {order}</source>
   <translation>Alle offenen Positionen von {order}</translation>
  </message>
  <message>
   <source>All suppliers</source>
   <translation>Alle Lieferanten</translation>
  </message>
  <message>
   <source>All suppliers, first promise</source>
   <translation>Alle Lieferanten, erste Zusage</translation>
  </message>
  <message>
   <source>All threads</source>
   <translation>Alle Unterhaltungen</translation>
  </message>
  <message>
   <source>All {whole} days lost fall on {name}.</source>
   <translation>Alle {whole} verlorenen Tage entfallen auf {name}.</translation>
  </message>
  <message>
   <source>Already overdue</source>
   <translation>Schon überfällig</translation>
  </message>
  <message>
   <source>Also</source>
   <translation>Außerdem</translation>
  </message>
  <message>
   <source>Also for APL and ANL. Check the address in the line's portal.</source>
   <translation>Auch für APL und ANL. Prüfen Sie die Adresse im Portal der Reederei.</translation>
  </message>
  <message>
   <source>Alt+letter</source>
   <translation>Alt+Buchstabe</translation>
  </message>
  <message>
   <source>An agreed action is theirs or ours.</source>
   <translation>Eine vereinbarte Maßnahme ist deren oder unsere.</translation>
  </message>
  <message>
   <source>An answer would go to {address}, not to {sender}.</source>
   <translation>Eine Antwort ginge an {address}, nicht an {sender}.</translation>
  </message>
  <message>
   <source>An invented manufacturer with 18 months of orders, mails and shipments.</source>
   <translation>Ein erfundener Hersteller mit 18 Monaten an Bestellungen, Mails und Sendungen.</translation>
  </message>
  <message>
   <source>An order should be acknowledged within (working days)</source>
   <translation>Eine Bestellung sollte bestätigt sein binnen (Arbeitstagen)</translation>
  </message>
  <message>
   <source>Another program is writing to this workspace. Try again when it has finished.</source>
   <translation>Ein anderes Programm schreibt gerade in diese Arbeitsdatei. Versuchen Sie es danach noch einmal.</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Appointments (*.ics)</source>
   <translation>Termine (*.ics)</translation>
  </message>
  <message>
   <source>Apr</source>
   <translation>Apr</translation>
  </message>
  <message>
   <source>Arranged by</source>
   <translation>Beauftragt von</translation>
  </message>
  <message>
   <source>Arranged by someone else</source>
   <translation>Von jemand anderem beauftragt</translation>
  </message>
  <message>
   <source>Arrival can be said only roughly</source>
   <translation>Die Ankunft lässt sich nur grob sagen</translation>
  </message>
  <message>
   <source>Arrival varies most by what this party arranged: {name}, {share}.</source>
   <translation>Am stärksten schwankt die Ankunft durch das, was diese Partei beauftragt: {name}, {share}.</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>Angekommen</translation>
  </message>
  <message>
   <source>Arriving</source>
   <translation>Kommt an</translation>
  </message>
  <message>
   <source>Arriving: expected within (days)</source>
   <translation>Kommt an: erwartet binnen (Tagen)</translation>
  </message>
  <message>
   <source>As supplied</source>
   <translation>Wie mitgeliefert</translation>
  </message>
  <message>
   <source>As the carrier says</source>
   <translation>Wie der Carrier sagt</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Ask about everything that is due, within each carrier's limits</source>
   <translation>Alles Fällige abfragen, in den Grenzen jedes Carriers</translation>
  </message>
  <message>
   <source>Ask carrier</source>
   <translation>Carrier fragen</translation>
  </message>
  <message>
   <source>Ask carriers</source>
   <translation>Carrier fragen</translation>
  </message>
  <message>
   <source>Ask for date</source>
   <translation>Termin anfragen</translation>
  </message>
  <message>
   <source>Ask receiving</source>
   <translation>Lager fragen</translation>
  </message>
  <message>
   <source>Ask the carrier about the selected shipments now</source>
   <translation>Den Carrier jetzt zu den gewählten Sendungen fragen</translation>
  </message>
  <message>
   <source>Ask the carriers what is due, then look again</source>
   <translation>Die Carrier nach allem Fälligen fragen, dann neu nachsehen</translation>
  </message>
  <message>
   <source>Ask, or do not ask</source>
   <translation>Fragen oder nicht fragen</translation>
  </message>
  <message>
   <source>Ask, or not</source>
   <translation>Fragen oder nicht</translation>
  </message>
  <message>
   <source>Asked</source>
   <translation>Gefragt</translation>
  </message>
  <message>
   <source>Asked about {shipments}: {new_events}</source>
   <translation>{shipments} abgefragt: {new_events}</translation>
  </message>
  <message>
   <source>Asked about, but no longer in the workbook: {lines}.</source>
   <translation>Erfragt, aber nicht mehr in der Arbeitsmappe: {lines}.</translation>
  </message>
  <message>
   <source>Asked again</source>
   <translation>Nächste Abfrage</translation>
  </message>
  <message>
   <source>Asked again {again_at}.</source>
   <translation>Nächste Abfrage {again_at}.</translation>
  </message>
  <message>
   <source>Asked: {suppliers}</source>
   <translation>Gefragt: {suppliers}</translation>
  </message>
  <message>
   <source>Asking means that you accept Royal Mail's terms for its interface.</source>
   <translation>Mit der Abfrage stimmen Sie den Bedingungen von Royal Mail für die Schnittstelle zu.</translation>
  </message>
  <message>
   <source>Asking the mail servers …</source>
   <translation>Mailserver werden gefragt …</translation>
  </message>
  <message>
   <source>Asking {name}</source>
   <translation>{name} wird gefragt</translation>
  </message>
  <message>
   <source>Asking {name} …</source>
   <translation>{name} wird gefragt …</translation>
  </message>
  <message>
   <source>Asks SQLite whether every page is sound.</source>
   <translation>Fragt SQLite, ob jede Seite in Ordnung ist.</translation>
  </message>
  <message>
   <source>At least one part must count.</source>
   <translation>Mindestens ein Teil muss zählen.</translation>
  </message>
  <message>
   <source>At the carrier</source>
   <translation>Beim Carrier</translation>
  </message>
  <message>
   <source>At the origin port</source>
   <translation>Im Abgangshafen</translation>
  </message>
  <message>
   <source>At the origin terminal</source>
   <translation>Am Abgangsterminal</translation>
  </message>
  <message>
   <source>Attach the open-order &amp;workbook to each mail</source>
   <translation>Jeder Mail die Arbeits&amp;mappe der offenen Positionen anhängen</translation>
  </message>
  <message>
   <source>Attached: {files}</source>
   <translation>Angehängt: {files}</translation>
  </message>
  <message>
   <source>Aug</source>
   <translation>Aug</translation>
  </message>
  <message>
   <source>Australia Post cannot track this number: {words}</source>
   <translation>Australia Post kann diese Nummer nicht verfolgen: {words}</translation>
  </message>
  <message>
   <source>Authorities</source>
   <translation>Behörden</translation>
  </message>
  <message>
   <source>Average lead time of the supplier</source>
   <translation>Durchschnittliche Lieferzeit des Lieferanten</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back on the list</source>
   <translation>Zurück auf der Liste</translation>
  </message>
  <message>
   <source>Back up now …</source>
   <translation>Jetzt sichern …</translation>
  </message>
  <message>
   <source>Back up to</source>
   <translation>Sichern nach</translation>
  </message>
  <message>
   <source>Back up …</source>
   <translation>Sichern …</translation>
  </message>
  <message>
   <source>Backed up to {name}.</source>
   <translation>Gesichert als {name}.</translation>
  </message>
  <message>
   <source>Backing up</source>
   <translation>Wird gesichert</translation>
  </message>
  <message>
   <source>Balance of {left} after a partial receipt on {on}.</source>
   <translation>Rest von {left} nach Teillieferung am {on}.</translation>
  </message>
  <message>
   <source>Basis: first promise, {window} · days: {calendar} · {period} · as known on {as_of}</source>
   <translation>Grundlage: erste Zusage, {window} · Tage: {calendar} · {period} · Stand {as_of}</translation>
  </message>
  <message>
   <source>Because</source>
   <translation>Begründung</translation>
  </message>
  <message>
   <source>Becomes</source>
   <translation>Wird zu</translation>
  </message>
  <message>
   <source>Between</source>
   <translation>Zwischen</translation>
  </message>
  <message>
   <source>Booked</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Booking, service or postcode, where the carrier asks for them</source>
   <translation>Buchung, Dienst oder Postleitzahl, wo der Carrier danach fragt</translation>
  </message>
  <message>
   <source>Borrowed</source>
   <translation>Übernommen</translation>
  </message>
  <message>
   <source>Bring in an open-order export from your ERP, just as it comes. You will see which lines need someone today, which lead times to plan with, and where the days are lost. It all stays in one file on this machine.</source>
   <translation>Importieren Sie den Export Ihrer offenen Bestellungen aus dem ERP, so wie er ist. Sie sehen, welche Positionen heute jemanden brauchen, mit welchen Lieferzeiten zu planen ist und wo die Tage verloren gehen. Alles bleibt in einer Datei auf diesem Rechner.</translation>
  </message>
  <message>
   <source>Bring in the file that is looked at</source>
   <translation>Die angesehene Datei importieren</translation>
  </message>
  <message>
   <source>Bring your own data</source>
   <translation>Eigene Daten importieren</translation>
  </message>
  <message>
   <source>Buyer</source>
   <translation>Einkäufer</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>By hand</source>
   <translation>Von Hand</translation>
  </message>
  <message>
   <source>By how far ahead a promise was made; each one that fell due, moved ones too · {promises}</source>
   <translation>Danach, wie weit im Voraus ein Termin zugesagt wurde; jeder fällig gewordene, auch verschobene · {promises}</translation>
  </message>
  <message>
   <source>By month</source>
   <translation>Nach Monat</translation>
  </message>
  <message>
   <source>By stage, supplier, lane or carrier. A click on a bar opens the lines behind it.</source>
   <translation>Nach Abschnitt, Lieferant, Strecke oder Carrier. Ein Klick auf einen Balken öffnet die Positionen dahinter.</translation>
  </message>
  <message>
   <source>By the usual weights; both letters when the interval spans two</source>
   <translation>Mit den üblichen Gewichten; beide Buchstaben, wenn das Intervall zwei überspannt</translation>
  </message>
  <message>
   <source>CSV or XLSX; you may also drop the file here.</source>
   <translation>CSV oder XLSX; Sie können die Datei auch hierher ziehen.</translation>
  </message>
  <message>
   <source>Calendar days from order sent to complete, as of {today}</source>
   <translation>Kalendertage vom Absenden der Bestellung bis vollständig, Stand {today}</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Anrufen</translation>
  </message>
  <message>
   <source>Call</source>
   <comment>noun</comment>
   <translation>Anruf</translation>
  </message>
  <message>
   <source>Call recorded</source>
   <translation>Anruf festgehalten</translation>
  </message>
  <message>
   <source>Calls a day at most</source>
   <translation>Abfragen am Tag, höchstens</translation>
  </message>
  <message>
   <source>Calls left today</source>
   <translation>Abfragen heute übrig</translation>
  </message>
  <message>
   <source>Calls today</source>
   <translation>Abfragen heute</translation>
  </message>
  <message>
   <source>Canada Post refused the user or password. Enter them again in Settings → Carriers.</source>
   <translation>Canada Post hat Benutzer oder Passwort abgelehnt. Geben Sie beides unter Einstellungen → Carrier neu ein.</translation>
  </message>
  <message>
   <source>Cancel by us</source>
   <translation>Von uns storniert</translation>
  </message>
  <message>
   <source>Cancel line …</source>
   <translation>Position stornieren …</translation>
  </message>
  <message>
   <source>Cancel the order line</source>
   <translation>Bestellposition stornieren</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Storniert</translation>
  </message>
  <message>
   <source>Cancelled {lines}</source>
   <translation>{lines} storniert</translation>
  </message>
  <message>
   <source>Cancelled: {lines}</source>
   <translation>Storniert: {lines}</translation>
  </message>
  <message>
   <source>Cancelling</source>
   <translation>Wird storniert</translation>
  </message>
  <message>
   <source>Cannot create {path}: {reason}. Choose a folder you may write to.</source>
   <translation>{path} kann nicht angelegt werden: {reason}. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
  </message>
  <message>
   <source>Cannot make the folder {out}: {reason}. Choose another.</source>
   <translation>Der Ordner {out} kann nicht angelegt werden: {reason}. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>Cannot open {path}: {error}. Check that the file exists and may be written.</source>
   <translation>{path} kann nicht geöffnet werden: {error}. Prüfen Sie, ob es die Datei gibt und ob sie beschreibbar ist.</translation>
  </message>
  <message>
   <source>Cannot read {path}: {reason}.</source>
   <translation>{path} kann nicht gelesen werden: {reason}.</translation>
  </message>
  <message>
   <source>Cannot read {path}: {reason}. Check its permissions.</source>
   <translation>{path} kann nicht gelesen werden: {reason}. Prüfen Sie die Zugriffsrechte.</translation>
  </message>
  <message>
   <source>Cannot read {path}: {reason}. Check the name and its permissions.</source>
   <translation>{path} kann nicht gelesen werden: {reason}. Prüfen Sie Namen und Zugriffsrechte.</translation>
  </message>
  <message>
   <source>Cannot read {path}: {reason}. Close it in other programs, or check its permissions.</source>
   <translation>{path} kann nicht gelesen werden: {reason}. Schließen Sie die Datei in anderen Programmen, oder prüfen Sie die Zugriffsrechte.</translation>
  </message>
  <message>
   <source>Cannot replace {path}: {reason}. Close it where it is open.</source>
   <translation>{path} kann nicht ersetzt werden: {reason}. Schließen Sie die Datei dort, wo sie offen ist.</translation>
  </message>
  <message>
   <source>Cannot say yet, because there is too little history: it takes half a year of receipts, and lines of which the order date and the promise were known before they came.</source>
   <translation>Noch keine Aussage, weil zu wenig Vorgeschichte da ist: Es braucht ein halbes Jahr an Wareneingängen und Positionen, deren Bestelldatum und Termin bekannt waren, bevor sie kamen.</translation>
  </message>
  <message>
   <source>Cannot say, because no complete line has this stage dated.</source>
   <translation>Keine Aussage, weil keine vollständige Position Daten zu diesem Abschnitt hat.</translation>
  </message>
  <message>
   <source>Cannot say, because no line of this supplier has both a start and an arrival.</source>
   <translation>Keine Aussage, weil keine Position dieses Lieferanten Beginn und Ankunft hat.</translation>
  </message>
  <message>
   <source>Cannot say, because no line tells when its order was sent. Import orders with that date.</source>
   <translation>Keine Aussage, weil keine Position sagt, wann ihre Bestellung gesendet wurde. Importieren Sie Bestellungen mit diesem Datum.</translation>
  </message>
  <message>
   <source>Cannot say, because no line that was due in this period has dates to measure.</source>
   <translation>Nicht zu sagen, weil keine in diesem Zeitraum fällige Position Termine zum Messen hat.</translation>
  </message>
  <message>
   <source>Cannot say, because no line was due in these months.</source>
   <translation>Keine Aussage, weil in diesen Monaten keine Position fällig war.</translation>
  </message>
  <message>
   <source>Cannot say, because {because}.</source>
   <translation>Keine Aussage, weil {because}.</translation>
  </message>
  <message>
   <source>Cannot say, because {why}.</source>
   <translation>Keine Aussage, weil {why}.</translation>
  </message>
  <message>
   <source>Cannot write the backup {target}: {error}. Choose another place.</source>
   <translation>Die Sicherung {target} kann nicht geschrieben werden: {error}. Wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>Cannot write {path}: {error}. Choose another folder, or close the file.</source>
   <translation>{path} kann nicht geschrieben werden: {error}. Wählen Sie einen anderen Ordner, oder schließen Sie die Datei.</translation>
  </message>
  <message>
   <source>Cannot write {path}: {problem}. Choose another folder.</source>
   <translation>{path} kann nicht geschrieben werden: {problem}. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Cannot write {path}: {reason}. Choose another folder.</source>
   <translation>{path} kann nicht geschrieben werden: {reason}. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Cannot write {path}: {reason}. Close it elsewhere or choose another place.</source>
   <translation>{path} kann nicht geschrieben werden: {reason}. Schließen Sie die Datei anderswo, oder wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>Carrier expects it {eta}.</source>
   <translation>Der Carrier erwartet es {eta}.</translation>
  </message>
  <message>
   <source>Carrier's code, such as ups</source>
   <translation>Code des Carriers, etwa ups</translation>
  </message>
  <message>
   <source>Carriers</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>Carriers that can be asked: {ready}.</source>
   <translation>Abfragbare Carrier: {ready}.</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Fälle</translation>
  </message>
  <message>
   <source>Cause of {label}</source>
   <translation>Ursache von {label}</translation>
  </message>
  <message>
   <source>Certain where the interval does not overlap the next one's</source>
   <translation>Sicher, wenn das Intervall das nächste nicht überlappt</translation>
  </message>
  <message>
   <source>Chance of late</source>
   <translation>Verzugsrisiko</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Change required date</source>
   <translation>Bedarfstermin ändern</translation>
  </message>
  <message>
   <source>Change …</source>
   <translation>Ändern …</translation>
  </message>
  <message>
   <source>Changing the details</source>
   <translation>Einzelheiten werden geändert</translation>
  </message>
  <message>
   <source>Charts written</source>
   <translation>Diagramme geschrieben</translation>
  </message>
  <message>
   <source>Chase</source>
   <translation>Nachfassen</translation>
  </message>
  <message>
   <source>Check the file</source>
   <translation>Datei prüfen</translation>
  </message>
  <message>
   <source>Check-in</source>
   <translation>Abstimmung</translation>
  </message>
  <message>
   <source>Check-in held on {held_on}</source>
   <translation>Abstimmung stattgefunden am {held_on}</translation>
  </message>
  <message>
   <source>Check-in on {planned_on}</source>
   <translation>Abstimmung am {planned_on}</translation>
  </message>
  <message>
   <source>Check-in with {supplier}</source>
   <translation>Abstimmung mit {supplier}</translation>
  </message>
  <message>
   <source>Check-in with {supplier}, {day}</source>
   <translation>Abstimmung mit {supplier}, {day}</translation>
  </message>
  <message>
   <source>Check-ins</source>
   <translation>Abstimmungen</translation>
  </message>
  <message>
   <source>Check-ins due</source>
   <translation>Abstimmung</translation>
  </message>
  <message>
   <source>Checking every line …</source>
   <translation>Jede Position wird geprüft …</translation>
  </message>
  <message>
   <source>Checking the data</source>
   <translation>Daten werden geprüft</translation>
  </message>
  <message>
   <source>Checking the file</source>
   <translation>Datei wird geprüft</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>Chinesisch</translation>
  </message>
  <message>
   <source>Choose a line</source>
   <translation>Position wählen</translation>
  </message>
  <message>
   <source>Choose a shipment</source>
   <translation>Sendung wählen</translation>
  </message>
  <message>
   <source>Choose files …</source>
   <translation>Dateien wählen …</translation>
  </message>
  <message>
   <source>Choose lines on the tab “No longer listed” first.</source>
   <translation>Wählen Sie zuerst Positionen auf der Seite „Nicht mehr gelistet“.</translation>
  </message>
  <message>
   <source>Choose other columns with --map FIELD=COLUMN.</source>
   <translation>Wählen Sie mit --map FIELD=COLUMN andere Spalten.</translation>
  </message>
  <message>
   <source>City or port</source>
   <translation>Stadt oder Hafen</translation>
  </message>
  <message>
   <source>Cleared customs</source>
   <translation>Verzollt</translation>
  </message>
  <message>
   <source>Client id</source>
   <translation>Client-ID</translation>
  </message>
  <message>
   <source>Client secret</source>
   <translation>Client-Secret</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Closed until {day}{reason}.</source>
   <translation>Geschlossen bis {day}{reason}.</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>Spalte</translation>
  </message>
  <message>
   <source>Column of the file</source>
   <translation>Spalte der Datei</translation>
  </message>
  <message>
   <source>Column {column} is taken for</source>
   <translation>Spalte {column} gilt als</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Coming back to sender</source>
   <translation>Kommt zum Absender zurück</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Communications</source>
   <translation>Kommunikation</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Comparing</source>
   <translation>Wird verglichen</translation>
  </message>
  <message>
   <source>Comparing suppliers</source>
   <translation>Lieferanten werden verglichen</translation>
  </message>
  <message>
   <source>Comparing with what is known</source>
   <translation>Wird mit dem Bekannten verglichen</translation>
  </message>
  <message>
   <source>Complete</source>
   <translation>Vollständig</translation>
  </message>
  <message>
   <source>Complete by the current promise, of all lines due by it in the last twelve months: what we plan on</source>
   <translation>Bis zur geltenden Zusage vollständig, von allen danach in den letzten zwölf Monaten fälligen Positionen: womit wir planen</translation>
  </message>
  <message>
   <source>Complete by the day we needed it, of all such lines of twelve months: how well our own asking fits</source>
   <translation>Bis zum Bedarfstag vollständig, von allen solchen Positionen aus zwölf Monaten: wie gut unser eigenes Fordern passt</translation>
  </message>
  <message>
   <source>Complete by the first promise, of all lines due in the last twelve months: how we grade the supplier</source>
   <translation>Bis zur ersten Zusage vollständig, von allen in den letzten zwölf Monaten fälligen Positionen: daran messen wir den Lieferanten</translation>
  </message>
  <message>
   <source>Complete by the first promise, of all lines due in the last twelve months; below five lines only counts</source>
   <translation>Bis zur ersten Zusage vollständig, von allen in den letzten zwölf Monaten fälligen Positionen; unter fünf nur Anzahlen</translation>
  </message>
  <message>
   <source>Confirm date</source>
   <translation>Termin bestätigen</translation>
  </message>
  <message>
   <source>Confirmed within two working days</source>
   <translation>Binnen zwei Arbeitstagen bestätigt</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>Contact {name}</source>
   <translation>Kontakt {name}</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>Kontakte</translation>
  </message>
  <message>
   <source>Container to test with</source>
   <translation>Container zum Testen</translation>
  </message>
  <message>
   <source>Container {container}</source>
   <translation>Container {container}</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy address and header from the line's portal.</source>
   <translation>Kopieren Sie Adresse und Header aus dem Portal der Reederei.</translation>
  </message>
  <message>
   <source>Copy address and header from the portal.</source>
   <translation>Kopieren Sie Adresse und Header aus dem Portal.</translation>
  </message>
  <message>
   <source>Copy address and keys from the line's portal.</source>
   <translation>Kopieren Sie Adresse und Schlüssel aus dem Portal der Reederei.</translation>
  </message>
  <message>
   <source>Copy as text</source>
   <translation>Als Text kopieren</translation>
  </message>
  <message>
   <source>Copy numbers</source>
   <translation>Zahlen kopieren</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>Bild kopieren</translation>
  </message>
  <message>
   <source>Copy the address from api-portal.hlag.com. A try-out plan allows 100 calls a day.</source>
   <translation>Kopieren Sie die Adresse von api-portal.hlag.com. Ein Testzugang erlaubt 100 Abfragen am Tag.</translation>
  </message>
  <message>
   <source>Copy the selected rows, with headers</source>
   <translation>Die gewählten Zeilen mit Überschriften kopieren</translation>
  </message>
  <message>
   <source>Could not be asked</source>
   <translation>Nicht abfragbar</translation>
  </message>
  <message>
   <source>Counted is every line whose promise lies in the period; one past due and still open is a miss.</source>
   <translation>Gezählt wird jede Position, deren Zusage im Zeitraum liegt; überfällig und noch offen gilt als verfehlt.</translation>
  </message>
  <message>
   <source>Counting …</source>
   <translation>Wird gezählt …</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Cover</source>
   <translation>Abdecken</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Angelegt</translation>
  </message>
  <message>
   <source>Ctrl+C</source>
   <translation>Strg+C</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Customs</source>
   <translation>Zoll</translation>
  </message>
  <message>
   <source>Customs hold</source>
   <translation>Zollstopp</translation>
  </message>
  <message>
   <source>Customs needs papers</source>
   <translation>Zoll braucht Papiere</translation>
  </message>
  <message>
   <source>DHL has another shipment under this number: {other}</source>
   <translation>DHL hat unter dieser Nummer eine andere Sendung: {other}</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>Daten</translation>
  </message>
  <message>
   <source>Data quality</source>
   <translation>Datenqualität</translation>
  </message>
  <message>
   <source>Data to fix</source>
   <translation>Datenfehler</translation>
  </message>
  <message>
   <source>Dates edited to the arrival afterwards: suppliers look more punctual than they are.</source>
   <translation>Termine nachträglich auf die Ankunft gesetzt: Lieferanten wirken pünktlicher, als sie sind.</translation>
  </message>
  <message>
   <source>Dates from</source>
   <translation>Termine aus</translation>
  </message>
  <message>
   <source>Dates given</source>
   <translation>Genannte Termine</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Days by which the whole forecast missed (CRPS); smaller is better</source>
   <translation>Tage, um die die ganze Prognose danebenlag (CRPS); kleiner ist besser</translation>
  </message>
  <message>
   <source>Days from the current promise to the day the line was complete, or to today while it is open</source>
   <translation>Tage von der geltenden Zusage bis zum Tag der Vollständigkeit, bei offenen Positionen bis heute</translation>
  </message>
  <message>
   <source>Days late</source>
   <translation>Tage verspätet</translation>
  </message>
  <message>
   <source>Days lost</source>
   <translation>Tage verloren</translation>
  </message>
  <message>
   <source>Days lost against plan</source>
   <translation>Gegenüber dem Plan verlorene Tage</translation>
  </message>
  <message>
   <source>Days lost by the party that arranged the stage · {late_lines}</source>
   <translation>Verlorene Tage nach der Partei, die den Abschnitt beauftragt hat · {late_lines}</translation>
  </message>
  <message>
   <source>Days lost on each line measured</source>
   <translation>Verlorene Tage je gemessener Position</translation>
  </message>
  <message>
   <source>Days lost on each line that lost</source>
   <translation>Verlorene Tage je Position, die verlor</translation>
  </message>
  <message>
   <source>Days lost per line, 95 % interval,</source>
   <translation>Verlorene Tage je Position, 95-%-Intervall,</translation>
  </message>
  <message>
   <source>Days lost: {name}</source>
   <translation>Verlorene Tage: {name}</translation>
  </message>
  <message>
   <source>Days moved</source>
   <translation>Tage verschoben</translation>
  </message>
  <message>
   <source>Days moved later</source>
   <translation>Tage später</translation>
  </message>
  <message>
   <source>Days open</source>
   <translation>Tage offen</translation>
  </message>
  <message>
   <source>Days planned for half of the lines at most</source>
   <translation>Tage, die für die Hälfte der Positionen höchstens geplant sind</translation>
  </message>
  <message>
   <source>Days since the last event</source>
   <translation>Tage seit dem letzten Ereignis</translation>
  </message>
  <message>
   <source>Days that 80 % of the lines took at most</source>
   <translation>Tage, die 80 % der Positionen höchstens brauchten</translation>
  </message>
  <message>
   <source>Days that half of the lines took at most</source>
   <translation>Tage, die die Hälfte der Positionen höchstens brauchte</translation>
  </message>
  <message>
   <source>Days that the first fetch looks back</source>
   <translation>Tage, die der erste Abruf zurückgeht</translation>
  </message>
  <message>
   <source>Days that this stage would take at most</source>
   <translation>Tage, die dieser Abschnitt höchstens dauern soll</translation>
  </message>
  <message>
   <source>Dec</source>
   <translation>Dez</translation>
  </message>
  <message>
   <source>Decide for a material or a supplier: choose one of these groupings.</source>
   <translation>Entscheiden Sie für ein Material oder einen Lieferanten: Wählen Sie eine dieser Gruppierungen.</translation>
  </message>
  <message>
   <source>Decided</source>
   <translation>Entschieden</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>Entscheidung</translation>
  </message>
  <message>
   <source>Decisions</source>
   <translation>Entscheidungen</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Zugestellt</translation>
  </message>
  <message>
   <source>Delivered and not booked, forgotten, or cancelled without a note.</source>
   <translation>Geliefert und nicht gebucht, vergessen, oder ohne Vermerk storniert.</translation>
  </message>
  <message>
   <source>Delivered {day}</source>
   <translation>Zugestellt {day}</translation>
  </message>
  <message>
   <source>Delivered{at} {since}{waited}.</source>
   <translation>Zugestellt{at} {since}{waited}.</translation>
  </message>
  <message>
   <source>Delivery attempted</source>
   <translation>Zustellversuch</translation>
  </message>
  <message>
   <source>Delivery tried</source>
   <translation>Zustellung versucht</translation>
  </message>
  <message>
   <source>Departed</source>
   <translation>Abgefahren</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <source>Despatch advice {number}</source>
   <translation>Lieferavis {number}</translation>
  </message>
  <message>
   <source>Destination</source>
   <translation>Ziel</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Details of the material</source>
   <translation>Angaben zum Material</translation>
  </message>
  <message>
   <source>Details of the supplier</source>
   <translation>Angaben zum Lieferanten</translation>
  </message>
  <message>
   <source>Details of {number}</source>
   <translation>Einzelheiten zu {number}</translation>
  </message>
  <message>
   <source>Discharge</source>
   <translation>Entladung</translation>
  </message>
  <message>
   <source>Discharged</source>
   <translation>Entladen</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Do it</source>
   <translation>Erledigen</translation>
  </message>
  <message>
   <source>Do the next step of the selected row</source>
   <translation>Den nächsten Schritt der gewählten Zeile tun</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Does the plan hold with that? If not, tell me the latest date you can live with.</source>
   <translation>Hält der Plan damit? Wenn nicht, nenne mir bitte den spätesten Termin, mit dem es noch geht.</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Drafts written</source>
   <translation>Entwürfe geschrieben</translation>
  </message>
  <message>
   <source>Drawing charts</source>
   <translation>Diagramme werden gezeichnet</translation>
  </message>
  <message>
   <source>Drawing the scorecard</source>
   <translation>Bewertung wird gezeichnet</translation>
  </message>
  <message>
   <source>Drawing the scorecard …</source>
   <translation>Bewertung wird gezeichnet …</translation>
  </message>
  <message>
   <source>Drift</source>
   <translation>Drift</translation>
  </message>
  <message>
   <source>Drop an export here, just as it comes from your ERP. You will see what it would change before it does.</source>
   <translation>Ziehen Sie einen Export hierher, so wie er aus Ihrem ERP kommt. Sie sehen, was er ändern würde, bevor er es tut.</translation>
  </message>
  <message>
   <source>Drop their mails on the window: new dates are found and offered as old → new. You accept, nothing is decided for you.</source>
   <translation>Ziehen Sie die Mails auf das Fenster: Neue Termine werden gefunden und als alt → neu angeboten. Sie nehmen an, nichts wird für Sie entschieden.</translation>
  </message>
  <message>
   <source>Drop your ERP's open-order export anywhere on the window. Columns are recognised, and you see what would change before anything does.</source>
   <translation>Ziehen Sie den Export Ihrer offenen Bestellungen auf das Fenster. Spalten werden erkannt, und Sie sehen, was sich ändern würde, bevor es geschieht.</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>EDI message</source>
   <translation>EDI-Nachricht</translation>
  </message>
  <message>
   <source>EDI messages</source>
   <translation>EDI-Nachrichten</translation>
  </message>
  <message>
   <source>ERP export</source>
   <translation>ERP-Export</translation>
  </message>
  <message>
   <source>ERP export of {day} ({file})</source>
   <translation>ERP-Export vom {day} ({file})</translation>
  </message>
  <message>
   <source>ERP export {ago}</source>
   <translation>ERP-Export {ago}</translation>
  </message>
  <message>
   <source>Each link has too few lines to say.</source>
   <translation>Jedes Glied hat zu wenige Positionen für eine Aussage.</translation>
  </message>
  <message>
   <source>Each new number costs a credit of your plan.</source>
   <translation>Jede neue Nummer kostet einen Punkt Ihres Guthabens.</translation>
  </message>
  <message>
   <source>Each test day sees only what had been recorded by then. Off by: days between the middle date of the forecast and the arrival, on average; in the sentence above, those of the middle line.</source>
   <translation>Jeder Prüftag sieht nur, was bis dahin erfasst war. Daneben um: Tage zwischen dem mittleren Datum der Prognose und der Ankunft, im Durchschnitt; im Satz oben die der mittleren Position.</translation>
  </message>
  <message>
   <source>EasyPost has no tracker for this number. Make one there, or allow it in Settings.</source>
   <translation>EasyPost hat für diese Nummer keinen Tracker. Legen Sie dort einen an, oder erlauben Sie es in den Einstellungen.</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Empty container returned</source>
   <translation>Leercontainer zurück</translation>
  </message>
  <message>
   <source>Encryption</source>
   <translation>Verschlüsselung</translation>
  </message>
  <message>
   <source>Encryption of the IMAP server</source>
   <translation>Verschlüsselung des IMAP-Servers</translation>
  </message>
  <message>
   <source>Encryption of the SMTP server</source>
   <translation>Verschlüsselung des SMTP-Servers</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Englisch</translation>
  </message>
  <message>
   <source>Enter</source>
   <comment>key</comment>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Events in an impossible order: what stages took, and where days were lost, is wrong there.</source>
   <translation>Ereignisse in unmöglicher Folge: Was Abschnitte dauerten und wo Tage verloren gingen, stimmt dort nicht.</translation>
  </message>
  <message>
   <source>Evergreen only answers from network addresses that you registered with it.</source>
   <translation>Evergreen antwortet nur Netzadressen, die Sie dort angemeldet haben.</translation>
  </message>
  <message>
   <source>Every 4 hours</source>
   <translation>Alle 4 Stunden</translation>
  </message>
  <message>
   <source>Every hour</source>
   <translation>Jede Stunde</translation>
  </message>
  <message>
   <source>Every line due in the month, late ones still open among them</source>
   <translation>Jede Position, die im Monat fällig war, auch verspätete noch offene</translation>
  </message>
  <message>
   <source>Every open line</source>
   <translation>Jede offene Position</translation>
  </message>
  <message>
   <source>Every row of {name} was rejected; row {row}, column “{column}”: {reason}.</source>
   <translation>Jede Zeile von {name} wurde abgelehnt; Zeile {row}, Spalte „{column}“: {reason}.</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Überall</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Nachweis</translation>
  </message>
  <message>
   <source>Evidence · {period_name}</source>
   <translation>Nachweise · {period_name}</translation>
  </message>
  <message>
   <source>Expected within the week</source>
   <translation>Binnen einer Woche erwartet</translation>
  </message>
  <message>
   <source>Expected {day}</source>
   <translation>Erwartet {day}</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Export all</source>
   <translation>Alle exportieren</translation>
  </message>
  <message>
   <source>Export for the ERP</source>
   <translation>Für das ERP exportieren</translation>
  </message>
  <message>
   <source>Export these lines</source>
   <translation>Diese Positionen exportieren</translation>
  </message>
  <message>
   <source>Export this one</source>
   <translation>Diese exportieren</translation>
  </message>
  <message>
   <source>Export …</source>
   <translation>Exportieren …</translation>
  </message>
  <message>
   <source>Exporting</source>
   <translation>Wird exportiert</translation>
  </message>
  <message>
   <source>Exporting scorecards</source>
   <translation>Bewertungen werden exportiert</translation>
  </message>
  <message>
   <source>Exporting the view</source>
   <translation>Die Ansicht wird exportiert</translation>
  </message>
  <message>
   <source>Exporting {table}</source>
   <translation>{table} wird exportiert</translation>
  </message>
  <message>
   <source>Fair share</source>
   <translation>Gerechter Anteil</translation>
  </message>
  <message>
   <source>Feb</source>
   <translation>Feb</translation>
  </message>
  <message>
   <source>FedEx cannot use this number: {words}</source>
   <translation>FedEx kann mit dieser Nummer nichts anfangen: {words}</translation>
  </message>
  <message>
   <source>Fetch mail</source>
   <translation>Mail abrufen</translation>
  </message>
  <message>
   <source>Fetch now</source>
   <translation>Jetzt abrufen</translation>
  </message>
  <message>
   <source>Fetching mails</source>
   <translation>Mails werden abgerufen</translation>
  </message>
  <message>
   <source>Fewer than half of the lines are complete, so the usual lead time is not known yet.</source>
   <translation>Weniger als die Hälfte der Positionen ist vollständig, daher ist die übliche Lieferzeit noch nicht bekannt.</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Figures count them as open until that day, Today and Orders as received: not here yet, or a mistyped date.</source>
   <translation>Kennzahlen zählen sie bis zu diesem Tag als offen, Heute und Bestellungen als eingegangen: noch nicht da oder ein vertipptes Datum.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>File of certificates, behind a company proxy</source>
   <translation>Zertifikatsdatei, hinter einem Firmenproxy</translation>
  </message>
  <message>
   <source>File the suppliers' new mails from your mailbox; it is only read</source>
   <translation>Die neuen Mails der Lieferanten aus Ihrem Postfach ablegen; es wird nur gelesen</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filter by {title}</source>
   <translation>Filtern nach {title}</translation>
  </message>
  <message>
   <source>Find anything</source>
   <translation>Alles finden</translation>
  </message>
  <message>
   <source>Find anything …</source>
   <translation>Alles finden …</translation>
  </message>
  <message>
   <source>Finding weak links</source>
   <translation>Schwachstellen werden gesucht</translation>
  </message>
  <message>
   <source>Finished lines only, in the month they came</source>
   <translation>Nur fertige Positionen, im Monat ihres Eingangs</translation>
  </message>
  <message>
   <source>Finished lines only, in the month they came; early is 0</source>
   <translation>Nur fertige Positionen, im Monat ihres Eingangs; zu früh zählt 0</translation>
  </message>
  <message>
   <source>First fetch, days back</source>
   <translation>Erster Abruf, Tage zurück</translation>
  </message>
  <message>
   <source>First promise</source>
   <translation>Erste Zusage</translation>
  </message>
  <message>
   <source>Fit the widths</source>
   <translation>Breiten anpassen</translation>
  </message>
  <message>
   <source>Fix data</source>
   <translation>Daten berichtigen</translation>
  </message>
  <message>
   <source>Fix these at their source, the ERP or the export, and bring it in again; or open the lines.</source>
   <translation>Berichtigen Sie diese an der Quelle, im ERP oder im Export, und importieren Sie ihn erneut; oder öffnen Sie die Positionen.</translation>
  </message>
  <message>
   <source>Folders</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Follow</source>
   <translation>Verfolgen</translation>
  </message>
  <message>
   <source>Follow &amp;up</source>
   <translation>Wieder&amp;vorlage</translation>
  </message>
  <message>
   <source>Follow a number</source>
   <translation>Nummer verfolgen</translation>
  </message>
  <message>
   <source>Follow-up</source>
   <translation>Wiedervorlage</translation>
  </message>
  <message>
   <source>Follow-up done</source>
   <translation>Wiedervorlage erledigt</translation>
  </message>
  <message>
   <source>Follow-up “{what}”</source>
   <translation>Wiedervorlage „{what}“</translation>
  </message>
  <message>
   <source>Follows 3,000 carriers; each new number costs a credit, once.</source>
   <translation>Verfolgt 3.000 Carrier; jede neue Nummer kostet einmal einen Guthabenpunkt.</translation>
  </message>
  <message>
   <source>For customers with a contract; the account number goes with the key.</source>
   <translation>Für Vertragskunden; zum Schlüssel gehört die Kundennummer.</translation>
  </message>
  <message>
   <source>For shippers with an Express account; receivers use DHL.</source>
   <translation>Für Versender mit Express-Konto; Empfänger nehmen DHL.</translation>
  </message>
  <message>
   <source>For the supplier</source>
   <translation>Für den Lieferanten</translation>
  </message>
  <message>
   <source>For us</source>
   <translation>Für uns</translation>
  </message>
  <message>
   <source>For {day}; the next one by the rhythm on {next_on}.</source>
   <translation>Für {day}; die nächste nach dem Rhythmus am {next_on}.</translation>
  </message>
  <message>
   <source>Forecast P50, P80</source>
   <translation>Prognose P50, P80</translation>
  </message>
  <message>
   <source>Forecast P{level:.0f}</source>
   <translation>Prognose P{level:.0f}</translation>
  </message>
  <message>
   <source>Forecast from</source>
   <translation>Prognose aus</translation>
  </message>
  <message>
   <source>Forecast your own past and compare</source>
   <translation>Ihre eigene Vergangenheit prognostizieren und vergleichen</translation>
  </message>
  <message>
   <source>Forecasting as of past days</source>
   <translation>Prognosen für vergangene Tage</translation>
  </message>
  <message>
   <source>Forecasting open lines</source>
   <translation>Offene Positionen werden prognostiziert</translation>
  </message>
  <message>
   <source>Forecasting your own past, as it was known then …</source>
   <translation>Ihre eigene Vergangenheit wird prognostiziert, wie sie damals bekannt war …</translation>
  </message>
  <message>
   <source>Forecasts tried on your own past · {origins} · {lines}</source>
   <translation>Prognosen an Ihrer eigenen Vergangenheit erprobt · {origins} · {lines}</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>Found in these messages; nothing counts until you accept it</source>
   <translation>In diesen Nachrichten gefunden; nichts zählt, bis Sie es annehmen</translation>
  </message>
  <message>
   <source>Four of five lines at most</source>
   <translation>Vier von fünf Positionen höchstens</translation>
  </message>
  <message>
   <source>Four of five lines took at most</source>
   <translation>Vier von fünf Positionen dauerten höchstens</translation>
  </message>
  <message>
   <source>Four of five take no longer, in days</source>
   <translation>Vier von fünf dauern nicht länger, in Tagen</translation>
  </message>
  <message>
   <source>French</source>
   <translation>Französisch</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>Fr</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>From the newest event that the carrier reports as having happened</source>
   <translation>Nach dem jüngsten Ereignis, das der Carrier als geschehen meldet</translation>
  </message>
  <message>
   <source>German</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Give the reason why someone else arranged this stage; it stands in the story of each line.</source>
   <translation>Nennen Sie den Grund, warum jemand anderes diesen Abschnitt beauftragt hat; er steht im Verlauf jeder Position.</translation>
  </message>
  <message>
   <source>Go through the rows of a table</source>
   <translation>Die Zeilen einer Tabelle durchgehen</translation>
  </message>
  <message>
   <source>Goods stood unbooked for days: suppliers look later than they are.</source>
   <translation>Ware stand tagelang ungebucht: Lieferanten wirken später, als sie sind.</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Grade {letters}</source>
   <translation>Note {letters}</translation>
  </message>
  <message>
   <source>Grade: {weights}; A from 90, B from 75, C from 60; two letters where chance spans both.</source>
   <translation>Note: {weights}; A ab 90, B ab 75, C ab 60; zwei Buchstaben, wo der Zufall beide zulässt.</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppieren</translation>
  </message>
  <message>
   <source>Group by</source>
   <translation>Gruppieren nach</translation>
  </message>
  <message>
   <source>Group the lines</source>
   <translation>Positionen gruppieren</translation>
  </message>
  <message>
   <source>Group: {title}</source>
   <translation>Gruppe: {title}</translation>
  </message>
  <message>
   <source>Half arrive within {p50}</source>
   <translation>Die Hälfte dauert höchstens {p50}</translation>
  </message>
  <message>
   <source>Half by</source>
   <translation>Hälfte bis</translation>
  </message>
  <message>
   <source>Half of our questions answered in</source>
   <translation>Hälfte unserer Fragen beantwortet in</translation>
  </message>
  <message>
   <source>Half of our questions were answered within so many working hours; open ones count as longer than so far</source>
   <translation>Die Hälfte unserer Fragen war in so vielen Arbeitsstunden beantwortet; offene zählen als länger als bisher</translation>
  </message>
  <message>
   <source>Half of our questions were answered within this, in working hours; open ones count as longer so far</source>
   <translation>Die Hälfte unserer Fragen war darin beantwortet, in Arbeitsstunden; offene zählen als bisher länger</translation>
  </message>
  <message>
   <source>Half of such lines arrive by the P50 date and four in five by the P80 date: from this supplier's record around its promises, and the carrier's ETA where there is tracking. The fan in the drawing shows the same.</source>
   <translation>Die Hälfte solcher Positionen kommt bis zum P50-Tag, vier von fünf bis zum P80-Tag: nach der Treue dieses Lieferanten zu seinen Zusagen und, bei verfolgten Sendungen, der ETA des Carriers. Der Fächer in der Zeichnung zeigt dasselbe.</translation>
  </message>
  <message>
   <source>Half of such lines arrive by {day}</source>
   <translation>Die Hälfte solcher Positionen ist bis {day} da</translation>
  </message>
  <message>
   <source>Half of such lines take no longer, in days</source>
   <translation>Die Hälfte solcher Positionen dauert nicht länger, in Tagen</translation>
  </message>
  <message>
   <source>Half of the lines at most</source>
   <translation>Die Hälfte der Positionen höchstens</translation>
  </message>
  <message>
   <source>Half of the lines at most {p50_after} (now {p50_before}), 80 % at most {p80_after} (now {p80_before}); on time {on_time_after} (now {on_time_before}), on {lines}.{stock}</source>
   <translation>Die Hälfte der Positionen höchstens {p50_after} (jetzt {p50_before}), 80 % höchstens {p80_after} (jetzt {p80_before}); pünktlich {on_time_after} (jetzt {on_time_before}), bei {lines}.{stock}</translation>
  </message>
  <message>
   <source>Half of the lines took at most</source>
   <translation>Die Hälfte der Positionen dauerte höchstens</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Übergeben</translation>
  </message>
  <message>
   <source>Handed over to {person}</source>
   <translation>An {person} übergeben</translation>
  </message>
  <message>
   <source>Header of the key</source>
   <translation>Header für den Schlüssel</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Stattgefunden</translation>
  </message>
  <message>
   <source>Held against</source>
   <translation>Angelastet</translation>
  </message>
  <message>
   <source>Held at customs</source>
   <translation>Beim Zoll festgehalten</translation>
  </message>
  <message>
   <source>Held by customs</source>
   <translation>Vom Zoll festgehalten</translation>
  </message>
  <message>
   <source>Hello {name},</source>
   <translation>Hallo {name},</translation>
  </message>
  <message>
   <source>Hello,</source>
   <translation>Hallo,</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Hope gap</source>
   <translation>Lücke</translation>
  </message>
  <message>
   <source>How far the ETA has moved since the first one</source>
   <translation>Wie weit sich die ETA seit der ersten verschoben hat</translation>
  </message>
  <message>
   <source>How good are these dates?</source>
   <translation>Wie gut sind diese Termine?</translation>
  </message>
  <message>
   <source>How many more questions the carrier allows today</source>
   <translation>Wie viele Fragen der Carrier heute noch erlaubt</translation>
  </message>
  <message>
   <source>How many more the carrier allows today</source>
   <translation>Wie viele der Carrier heute noch erlaubt</translation>
  </message>
  <message>
   <source>How many order lines it touches; Enter opens them</source>
   <translation>Wie viele Bestellpositionen es betrifft; Enter öffnet sie</translation>
  </message>
  <message>
   <source>How much each part counts. They are scaled to 100.</source>
   <translation>Wie viel jeder Teil zählt. Die Summe wird auf 100 gebracht.</translation>
  </message>
  <message>
   <source>How much longer than planned, per line never more than it was late</source>
   <translation>Wie viel länger als geplant, je Position nie mehr als ihr Verzug</translation>
  </message>
  <message>
   <source>How much of the figure comes from the supplier, lane and country, since there are few lines</source>
   <translation>Wie viel der Zahl von Lieferant, Strecke und Land stammt, weil es wenige Positionen gibt</translation>
  </message>
  <message>
   <source>How much of what makes arrival hard to predict comes from here; negative: it evens out</source>
   <translation>Wie viel der Streuung der Ankunft von hier kommt; negativ: es gleicht aus</translation>
  </message>
  <message>
   <source>How often the arrival fell in the range said to hold 80 %; 80 % is right</source>
   <translation>Wie oft die Ankunft im Bereich lag, der 80 % fassen soll; 80 % ist richtig</translation>
  </message>
  <message>
   <source>How sure the reading is, from the words around the date: not a chance that the supplier keeps it</source>
   <translation>Wie sicher gelesen wurde, nach den Worten um das Datum: nicht, ob der Lieferant es hält</translation>
  </message>
  <message>
   <source>I &amp;asked with the table</source>
   <translation>Mit der Tabelle &amp;gefragt</translation>
  </message>
  <message>
   <source>IMAP server</source>
   <translation>IMAP-Server</translation>
  </message>
  <message>
   <source>INBOX, Suppliers</source>
   <translation>INBOX, Lieferanten</translation>
  </message>
  <message>
   <source>Id of the connected carrier</source>
   <translation>Kennung des verbundenen Carriers</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>Import an export</source>
   <translation>Export importieren</translation>
  </message>
  <message>
   <source>Import files</source>
   <translation>Dateien importieren</translation>
  </message>
  <message>
   <source>Import files …</source>
   <translation>Dateien importieren …</translation>
  </message>
  <message>
   <source>Import my open orders</source>
   <translation>Meine offenen Bestellungen importieren</translation>
  </message>
  <message>
   <source>Import nothing of this file</source>
   <translation>Aus dieser Datei nichts importieren</translation>
  </message>
  <message>
   <source>Import orders</source>
   <translation>Bestellungen importieren</translation>
  </message>
  <message>
   <source>Import rows copied from a spreadsheet</source>
   <translation>Aus einer Tabelle kopierte Zeilen importieren</translation>
  </message>
  <message>
   <source>Import what was copied</source>
   <translation>Kopiertes importieren</translation>
  </message>
  <message>
   <source>Import {import_id} was taken back already.</source>
   <translation>Import {import_id} wurde schon zurückgenommen.</translation>
  </message>
  <message>
   <source>Import {later} changed the same lines afterwards. Take back import {later} first.</source>
   <translation>Import {later} hat dieselben Positionen danach geändert. Nehmen Sie zuerst Import {later} zurück.</translation>
  </message>
  <message>
   <source>Import {other} added lines to orders of import {import_id}. Take back import {other} first.</source>
   <translation>Import {other} hat Positionen zu Bestellungen von Import {import_id} hinzugefügt. Nehmen Sie zuerst Import {other} zurück.</translation>
  </message>
  <message>
   <source>Import {other} added to the lines of import {import_id}. Take back import {other} first.</source>
   <translation>Import {other} hat die Positionen von Import {import_id} ergänzt. Nehmen Sie zuerst Import {other} zurück.</translation>
  </message>
  <message>
   <source>Import {other} rests on import {import_id}. Take back import {other} first.</source>
   <translation>Import {other} beruht auf Import {import_id}. Nehmen Sie zuerst Import {other} zurück.</translation>
  </message>
  <message>
   <source>Imported</source>
   <translation>Importiert</translation>
  </message>
  <message>
   <source>Importing {name}</source>
   <translation>{name} wird importiert</translation>
  </message>
  <message>
   <source>Imports</source>
   <translation>Importe</translation>
  </message>
  <message>
   <source>In range</source>
   <translation>Im Bereich</translation>
  </message>
  <message>
   <source>In transshipment</source>
   <translation>In der Umladung</translation>
  </message>
  <message>
   <source>In your mail program it opens as a draft, with the workbook attached.</source>
   <translation>Sie öffnet sich in Ihrem Mailprogramm als Entwurf, mit angehängter Arbeitsmappe.</translation>
  </message>
  <message>
   <source>Incoterm</source>
   <translation>Incoterm</translation>
  </message>
  <message>
   <source>It holds</source>
   <translation>Sie enthält</translation>
  </message>
  <message>
   <source>It holds a script, which was left out.</source>
   <translation>Sie enthält ein Skript; es wurde weggelassen.</translation>
  </message>
  <message>
   <source>It holds an unseen picture that would tell its sender when you read it; it was not loaded.</source>
   <translation>Sie enthält ein unsichtbares Bild, das dem Absender verriete, wann Sie sie lesen; es wurde nicht geladen.</translation>
  </message>
  <message>
   <source>It is encrypted or sealed: open it in your mail program, and paste its text here.</source>
   <translation>Sie ist verschlüsselt oder versiegelt: Öffnen Sie sie in Ihrem Mailprogramm und fügen Sie ihren Text hier ein.</translation>
  </message>
  <message>
   <source>It is short: in your mail program it opens as a new mail.</source>
   <translation>Sie ist kurz: In Ihrem Mailprogramm öffnet sie sich als neue Mail.</translation>
  </message>
  <message>
   <source>It is too long for a mailto: link: in your mail program it opens as a draft.</source>
   <translation>Sie ist zu lang für einen mailto:-Link: In Ihrem Mailprogramm öffnet sie sich als Entwurf.</translation>
  </message>
  <message>
   <source>It took place …</source>
   <translation>Sie hat stattgefunden …</translation>
  </message>
  <message>
   <source>It was asked less than a minute ago. Try again in a minute.</source>
   <translation>Vor weniger als einer Minute abgefragt. Versuchen Sie es in einer Minute wieder.</translation>
  </message>
  <message>
   <source>Its dates, mails, shipments and receipts stand here on one time axis.</source>
   <translation>Termine, Mails, Sendungen und Wareneingänge stehen hier auf einer Zeitachse.</translation>
  </message>
  <message>
   <source>Its lines were asked about today already.</source>
   <translation>Nach diesen Positionen wurde heute schon gefragt.</translation>
  </message>
  <message>
   <source>Its name:</source>
   <translation>Ihr Name:</translation>
  </message>
  <message>
   <source>Its open lines will show where {number} is.</source>
   <translation>Ihre offenen Positionen zeigen dann, wo {number} ist.</translation>
  </message>
  <message>
   <source>Its sender</source>
   <translation>Der Absender</translation>
  </message>
  <message>
   <source>Its weekend and public holidays are not worked. Below stands what differs: a shutdown, a Saturday.</source>
   <translation>An Wochenenden und Feiertagen dort wird nicht gearbeitet. Darunter steht, was davon abweicht: Betriebsferien, ein Samstag.</translation>
  </message>
  <message>
   <source>Jan</source>
   <translation>Jan</translation>
  </message>
  <message>
   <source>Jul</source>
   <translation>Jul</translation>
  </message>
  <message>
   <source>Jun</source>
   <translation>Jun</translation>
  </message>
  <message>
   <source>Keep ERP's</source>
   <translation>ERP behalten</translation>
  </message>
  <message>
   <source>Keep what the ERP has, and log that it was looked at</source>
   <translation>Den Wert des ERP behalten und festhalten, dass er geprüft wurde</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Kept date needed</source>
   <translation>Bedarfstermin gehalten</translation>
  </message>
  <message>
   <source>Kept first promise</source>
   <translation>Erste Zusage gehalten</translation>
  </message>
  <message>
   <source>Kept in the system's keyring.</source>
   <translation>Im Schlüsselbund des Systems gespeichert.</translation>
  </message>
  <message>
   <source>Kept last promise</source>
   <translation>Letzte Zusage gehalten</translation>
  </message>
  <message>
   <source>Key and address from apiportal.hmm21.com. Wants the booking beside the container.</source>
   <translation>Schlüssel und Adresse von apiportal.hmm21.com. Will zum Container die Buchungsnummer.</translation>
  </message>
  <message>
   <source>Key from developer.maersk.com. Other products use /track-and-trace/v3/events.</source>
   <translation>Schlüssel von developer.maersk.com. Andere Produkte nutzen /track-and-trace/v3/events.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Keys</source>
   <comment>of a carrier</comment>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <source>Keys and settings</source>
   <translation>Schlüssel und Einstellungen</translation>
  </message>
  <message>
   <source>Keys are kept in this system's keyring, never in the file, a log or an export.</source>
   <translation>Schlüssel liegen im Schlüsselbund dieses Systems, nie in der Datei, einem Protokoll oder einem Export.</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation>Art der Datei</translation>
  </message>
  <message>
   <source>Label made</source>
   <translation>Etikett erstellt</translation>
  </message>
  <message>
   <source>Lane</source>
   <translation>Strecke</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Last</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Last 12 months</source>
   <translation>Letzte 12 Monate</translation>
  </message>
  <message>
   <source>Last 3 months</source>
   <translation>Letzte 3 Monate</translation>
  </message>
  <message>
   <source>Last 6 months</source>
   <translation>Letzte 6 Monate</translation>
  </message>
  <message>
   <source>Last answer</source>
   <translation>Letzte Antwort</translation>
  </message>
  <message>
   <source>Last asked</source>
   <translation>Zuletzt gefragt</translation>
  </message>
  <message>
   <source>Last asked {ago}.</source>
   <translation>Zuletzt gefragt {ago}.</translation>
  </message>
  <message>
   <source>Last error</source>
   <translation>Letzter Fehler</translation>
  </message>
  <message>
   <source>Last event</source>
   <translation>Letztes Ereignis</translation>
  </message>
  <message>
   <source>Last fetched {ago}: {said}</source>
   <translation>Zuletzt abgerufen {ago}: {said}</translation>
  </message>
  <message>
   <source>Last leg</source>
   <translation>Letzte Meile</translation>
  </message>
  <message>
   <source>Last promise</source>
   <translation>Letzte Zusage</translation>
  </message>
  <message>
   <source>Last seen</source>
   <translation>Zuletzt gesehen</translation>
  </message>
  <message>
   <source>Last time: {last}</source>
   <translation>Letztes Mal: {last}</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>Late days laid to this stage, whichever stage is set to its plan first (Shapley); negative: it made days good</source>
   <translation>Verspätungstage, die auf diesen Abschnitt entfallen, gleich welcher Abschnitt zuerst auf ihren Plan gesetzt wird (Shapley); negativ: er holte Tage auf</translation>
  </message>
  <message>
   <source>Late here</source>
   <translation>Hier verspätet</translation>
  </message>
  <message>
   <source>Late lines</source>
   <translation>Verspätete Positionen</translation>
  </message>
  <message>
   <source>Lateness</source>
   <translation>Verzug</translation>
  </message>
  <message>
   <source>Lateness before (grey) and after · {lines}</source>
   <translation>Verzug vorher (grau) und nachher · {lines}</translation>
  </message>
  <message>
   <source>Lateness, 80 %, {name}</source>
   <translation>Verzug, 80 %, {name}</translation>
  </message>
  <message>
   <source>Lateness, half, {name}</source>
   <translation>Verzug, Hälfte, {name}</translation>
  </message>
  <message>
   <source>Lateness: days from first promise to complete; open lines count as late so far, not as nothing.</source>
   <translation>Verzug: Tage von der ersten Zusage bis vollständig; offene Positionen zählen mit ihrem bisherigen Verzug, nicht als nichts.</translation>
  </message>
  <message>
   <source>Later than needed</source>
   <translation>Später als benötigt</translation>
  </message>
  <message>
   <source>Later than needed: {lines}</source>
   <translation>Später als benötigt: {lines}</translation>
  </message>
  <message>
   <source>Later than promised</source>
   <translation>Später als zugesagt</translation>
  </message>
  <message>
   <source>Lead time</source>
   <translation>Lieferzeit</translation>
  </message>
  <message>
   <source>Lead time in the ERP</source>
   <translation>Lieferzeit im ERP</translation>
  </message>
  <message>
   <source>Lead time promised first against actual · {name} · {lines}</source>
   <translation>Zuerst zugesagte gegen tatsächliche Lieferzeit · {name} · {lines}</translation>
  </message>
  <message>
   <source>Lead time quoted</source>
   <translation>Genannte Lieferzeit</translation>
  </message>
  <message>
   <source>Lead time to plan with</source>
   <translation>Planlieferzeit</translation>
  </message>
  <message>
   <source>Lead time, 80 %</source>
   <translation>Lieferzeit, 80 %</translation>
  </message>
  <message>
   <source>Lead time, half</source>
   <translation>Lieferzeit, Hälfte</translation>
  </message>
  <message>
   <source>Lead time, order sent to complete · {name} · {lines} complete{still}{borrowed}</source>
   <translation>Lieferzeit, Bestellung gesendet bis vollständig · {name} · {lines} vollständig{still}{borrowed}</translation>
  </message>
  <message>
   <source>Lead time: order sent to complete; the plan covers the share of deliveries named beside it.</source>
   <translation>Lieferzeit: Bestellung gesendet bis vollständig; der Planwert deckt den daneben genannten Anteil der Lieferungen ab.</translation>
  </message>
  <message>
   <source>Lead times</source>
   <translation>Lieferzeiten</translation>
  </message>
  <message>
   <source>Lead times by “{unknown}” are not known. Choose from {choices}.</source>
   <translation>Lieferzeiten nach „{unknown}“ gibt es nicht. Wählen Sie aus {choices}.</translation>
  </message>
  <message>
   <source>Lead times cannot be measured: another date stands in, or the line is left out.</source>
   <translation>Lieferzeiten sind nicht messbar: Ein anderes Datum springt ein, oder die Position bleibt außen vor.</translation>
  </message>
  <message>
   <source>Learning from the past</source>
   <translation>Es wird aus der Vergangenheit gelernt</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <source>Leave a search, a dialog or the tour</source>
   <translation>Suche, Dialog oder Rundgang verlassen</translation>
  </message>
  <message>
   <source>Leave empty when nothing is left to do</source>
   <translation>Leer lassen, wenn nichts mehr zu tun ist</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <source>Left the terminal</source>
   <translation>Hat das Terminal verlassen</translation>
  </message>
  <message>
   <source>Left today</source>
   <translation>Heute übrig</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Brief</translation>
  </message>
  <message>
   <source>Letters to suppliers</source>
   <translation>Briefe an Lieferanten</translation>
  </message>
  <message>
   <source>Levels lie between 0 and 1, such as 0.5 and 0.8.</source>
   <translation>Niveaus liegen zwischen 0 und 1, etwa 0.5 und 0.8.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Grenzen</translation>
  </message>
  <message>
   <source>Limits …</source>
   <translation>Grenzen …</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Pos.</translation>
  </message>
  <message>
   <source>Line {line}: {answer}. {dates}</source>
   <translation>Position {line}: {answer}. {dates}</translation>
  </message>
  <message>
   <source>Line {words}. What now?</source>
   <translation>Position {words}. Was nun?</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Lines due from {start} to {end}</source>
   <translation>Fällige Positionen vom {start} bis {end}</translation>
  </message>
  <message>
   <source>Lines due in each of the two; lead times of the lines ordered in each, open ones counted as longer so far</source>
   <translation>Positionen, die je darin fällig waren; Lieferzeiten der darin bestellten, offene zählen als bisher länger</translation>
  </message>
  <message>
   <source>Lines due in the period</source>
   <translation>Im Zeitraum fällige Positionen</translation>
  </message>
  <message>
   <source>Lines in {number}</source>
   <translation>Positionen in {number}</translation>
  </message>
  <message>
   <source>Lines measured on this link</source>
   <translation>Auf diesem Glied gemessene Positionen</translation>
  </message>
  <message>
   <source>Lines of the group that the filters let through</source>
   <translation>Positionen der Gruppe, die zu den Filtern passen</translation>
  </message>
  <message>
   <source>Lines ordered in the period</source>
   <translation>Im Zeitraum bestellte Positionen</translation>
  </message>
  <message>
   <source>Lines still open</source>
   <translation>Noch offene Positionen</translation>
  </message>
  <message>
   <source>Lines still open: they count as longer than so far</source>
   <translation>Noch offene Positionen: Sie zählen als länger als bisher</translation>
  </message>
  <message>
   <source>Lines that are complete</source>
   <translation>Vollständige Positionen</translation>
  </message>
  <message>
   <source>Lines that are not complete yet</source>
   <translation>Noch nicht vollständige Positionen</translation>
  </message>
  <message>
   <source>Lines that moved later</source>
   <translation>Später verschobene Positionen</translation>
  </message>
  <message>
   <source>Lines we changed after ordering</source>
   <translation>Nach der Bestellung von uns geänderte Positionen</translation>
  </message>
  <message>
   <source>Lines with a promise</source>
   <translation>Positionen mit Zusage</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>Glied</translation>
  </message>
  <message>
   <source>Link an order</source>
   <translation>Bestellung verknüpfen</translation>
  </message>
  <message>
   <source>Linking the order</source>
   <translation>Bestellung wird verknüpft</translation>
  </message>
  <message>
   <source>Loaded</source>
   <translation>Verladen</translation>
  </message>
  <message>
   <source>Loaded again on the way</source>
   <translation>Unterwegs umgeladen</translation>
  </message>
  <message>
   <source>Log a call</source>
   <translation>Anruf festhalten</translation>
  </message>
  <message>
   <source>Log the mails you pasted the tables into; their clocks start</source>
   <translation>Die Mails mit den eingefügten Tabellen festhalten; ihre Uhren beginnen</translation>
  </message>
  <message>
   <source>Look at older mails again</source>
   <translation>Ältere Mails erneut ansehen</translation>
  </message>
  <message>
   <source>Looking at every line</source>
   <translation>Jede Position wird angesehen</translation>
  </message>
  <message>
   <source>Looking at every line of this large workspace for the first time takes some minutes.</source>
   <translation>Beim ersten Mal dauert es einige Minuten, jede Position dieser großen Arbeitsdatei anzusehen.</translation>
  </message>
  <message>
   <source>Looking at every open line</source>
   <translation>Jede offene Position wird angesehen</translation>
  </message>
  <message>
   <source>Looking at every open line …</source>
   <translation>Jede offene Position wird angesehen …</translation>
  </message>
  <message>
   <source>Looking whom to ask</source>
   <translation>Es wird nachgesehen, wen man fragt</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Verloren</translation>
  </message>
  <message>
   <source>MSC names the address and the keys when it connects you.</source>
   <translation>MSC nennt Adresse und Schlüssel, wenn es Sie anbindet.</translation>
  </message>
  <message>
   <source>Mail</source>
   <translation>Mail</translation>
  </message>
  <message>
   <source>Mail {head} of {name} could not be read: the server's answer is broken.</source>
   <translation>Mail {head} aus {name} war nicht lesbar: Die Antwort des Servers ist beschädigt.</translation>
  </message>
  <message>
   <source>Mails and calls</source>
   <translation>Mails und Anrufe</translation>
  </message>
  <message>
   <source>Mails are being fetched already.</source>
   <translation>Mails werden schon abgerufen.</translation>
  </message>
  <message>
   <source>Mails are only read, never changed or marked. The password is kept in this system's keyring, for this user and server; never in the file, a log or an export.</source>
   <translation>Mails werden nur gelesen, nie geändert oder markiert. Das Passwort liegt im Schlüsselbund dieses Systems, für diesen Benutzer und Server; nie in der Datei, einem Protokoll oder einem Export.</translation>
  </message>
  <message>
   <source>Mails fetched</source>
   <translation>Mails abgerufen</translation>
  </message>
  <message>
   <source>Mails in</source>
   <translation>Mails herein</translation>
  </message>
  <message>
   <source>Mails need a sender. Give your mail address.</source>
   <translation>Mails brauchen einen Absender. Geben Sie Ihre Mailadresse an.</translation>
  </message>
  <message>
   <source>Mails out</source>
   <translation>Mails hinaus</translation>
  </message>
  <message>
   <source>Mails read</source>
   <translation>Mails gelesen</translation>
  </message>
  <message>
   <source>Mails sent</source>
   <translation>Mails gesendet</translation>
  </message>
  <message>
   <source>Main carriage</source>
   <translation>Haupttransport</translation>
  </message>
  <message>
   <source>Make new trackers, at a fee each</source>
   <translation>Neue Tracker anlegen, je eine Gebühr</translation>
  </message>
  <message>
   <source>Making a tracker costs a fee: only trackers that exist are read unless you allow more.</source>
   <translation>Ein Tracker kostet eine Gebühr: Ohne Ihre Erlaubnis werden nur vorhandene gelesen.</translation>
  </message>
  <message>
   <source>Making the demo</source>
   <translation>Demo wird erstellt</translation>
  </message>
  <message>
   <source>Making the demo …</source>
   <translation>Demo wird erstellt …</translation>
  </message>
  <message>
   <source>Mar</source>
   <translation>Mär</translation>
  </message>
  <message>
   <source>Material</source>
   <translation>Material</translation>
  </message>
  <message>
   <source>Material and supplier</source>
   <translation>Material und Lieferant</translation>
  </message>
  <message>
   <source>Material or supplier</source>
   <translation>Material oder Lieferant</translation>
  </message>
  <message>
   <source>May</source>
   <translation>Mai</translation>
  </message>
  <message>
   <source>Mean days since the current promise of the open lines past it</source>
   <translation>Mittlere Tage seit der geltenden Zusage bei den offenen, überfälligen Positionen</translation>
  </message>
  <message>
   <source>Meaning</source>
   <translation>Bedeutung</translation>
  </message>
  <message>
   <source>Means</source>
   <translation>Bedeutet</translation>
  </message>
  <message>
   <source>Meanwhile</source>
   <translation>Inzwischen</translation>
  </message>
  <message>
   <source>Measuring every supplier …</source>
   <translation>Jeder Lieferant wird gemessen …</translation>
  </message>
  <message>
   <source>Measuring lead times</source>
   <translation>Lieferzeiten werden gemessen</translation>
  </message>
  <message>
   <source>Measuring lead times …</source>
   <translation>Lieferzeiten werden gemessen …</translation>
  </message>
  <message>
   <source>Measuring suppliers</source>
   <translation>Lieferanten werden gemessen</translation>
  </message>
  <message>
   <source>Measuring the stages of every line …</source>
   <translation>Die Abschnitte jeder Position werden gemessen …</translation>
  </message>
  <message>
   <source>Measuring weak links</source>
   <translation>Schwachstellen werden gemessen</translation>
  </message>
  <message>
   <source>Meeting</source>
   <translation>Besprechung</translation>
  </message>
  <message>
   <source>Meeting recorded</source>
   <translation>Besprechung festgehalten</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>Nachrichten</translation>
  </message>
  <message>
   <source>Messages (*.eml *.emlx *.mbox *.msg *.zip);;All files (*)</source>
   <translation>Nachrichten (*.eml *.emlx *.mbox *.msg *.zip);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Messages in the thread</source>
   <translation>Nachrichten der Unterhaltung</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>Meine</translation>
  </message>
  <message>
   <source>Missing or contradictory, so that figures hide something</source>
   <translation>Fehlend oder widersprüchlich, sodass Zahlen etwas verbergen</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>Transportart</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>Mo</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Monat</translation>
  </message>
  <message>
   <source>Month needed</source>
   <translation>Bedarfsmonat</translation>
  </message>
  <message>
   <source>Month promised</source>
   <translation>Zusagemonat</translation>
  </message>
  <message>
   <source>Most days lost</source>
   <translation>Meiste verlorene Tage</translation>
  </message>
  <message>
   <source>Most days per line</source>
   <translation>Meiste Tage je Position</translation>
  </message>
  <message>
   <source>Most of the {total} of delay cannot be laid to a stage: the dates in between are missing.</source>
   <translation>Der größte Teil der {total} Verzug lässt sich keinem Abschnitt zuordnen: Die Daten dazwischen fehlen.</translation>
  </message>
  <message>
   <source>Moved</source>
   <translation>Verschoben</translation>
  </message>
  <message>
   <source>Moved from {old} to {new} ({days} later)</source>
   <translation>Von {old} auf {new} verschoben ({days} später)</translation>
  </message>
  <message>
   <source>Moved later since the last check-in</source>
   <translation>Seit der letzten Abstimmung nach hinten verschoben</translation>
  </message>
  <message>
   <source>Moves later</source>
   <translation>Verschiebungen nach hinten</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name it with --map {field}=COLUMN.</source>
   <translation>Nennen Sie sie mit --map {field}=COLUMN.</translation>
  </message>
  <message>
   <source>Needed</source>
   <translation>Bedarf</translation>
  </message>
  <message>
   <source>Needed date</source>
   <translation>Bedarfstermin</translation>
  </message>
  <message>
   <source>Needed {day}.</source>
   <translation>Bedarf {day}.</translation>
  </message>
  <message>
   <source>Needed {due}</source>
   <translation>Bedarf {due}</translation>
  </message>
  <message>
   <source>Needed {due}, no date promised</source>
   <translation>Bedarf {due}, kein Termin zugesagt</translation>
  </message>
  <message>
   <source>Needed {required}, promised only for {promise}.</source>
   <translation>Bedarf {required}, erst für {promise} zugesagt.</translation>
  </message>
  <message>
   <source>Needs a higher plan and the carrier connected there.</source>
   <translation>Braucht einen größeren Tarif und den dort verbundenen Carrier.</translation>
  </message>
  <message>
   <source>Needs a project with the Track capability.</source>
   <translation>Braucht ein Projekt mit der Track-Funktion.</translation>
  </message>
  <message>
   <source>Needs attention</source>
   <translation>Braucht Aufmerksamkeit</translation>
  </message>
  <message>
   <source>Negative lead times: the order was written afterwards, or a date was misread.</source>
   <translation>Negative Lieferzeiten: Die Bestellung wurde nachträglich geschrieben, oder ein Datum wurde falsch gelesen.</translation>
  </message>
  <message>
   <source>Never confirmed</source>
   <translation>Nie bestätigt</translation>
  </message>
  <message>
   <source>New &amp;date</source>
   <translation>Neuer &amp;Termin</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>Nächster Schritt</translation>
  </message>
  <message>
   <source>Next tab</source>
   <translation>Nächster Reiter</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>No carrier has its keys yet.</source>
   <translation>Noch kein Carrier hat seine Schlüssel.</translation>
  </message>
  <message>
   <source>No column of {name} holds material numbers (found: {headers}).</source>
   <translation>Keine Spalte von {name} enthält Materialnummern (gefunden: {headers}).</translation>
  </message>
  <message>
   <source>No column of {name} holds tracking, container or shipment numbers (found: {headers}).</source>
   <translation>Keine Spalte von {name} enthält Sendungs- oder Containernummern (gefunden: {headers}).</translation>
  </message>
  <message>
   <source>No column of {name} looks like an order number (found: {headers}).</source>
   <translation>Keine Spalte von {name} sieht nach einer Bestellnummer aus (gefunden: {headers}).</translation>
  </message>
  <message>
   <source>No column of {name} names a supplier (found: {headers}).</source>
   <translation>Keine Spalte von {name} nennt einen Lieferanten (gefunden: {headers}).</translation>
  </message>
  <message>
   <source>No column of {name} tells when the communications took place (found: {headers}).</source>
   <translation>Keine Spalte von {name} sagt, wann die Gespräche und Mails waren (gefunden: {headers}).</translation>
  </message>
  <message>
   <source>No contact with a mail address. Add one on the supplier's page.</source>
   <translation>Kein Kontakt mit Mailadresse. Legen Sie auf der Seite des Lieferanten einen an.</translation>
  </message>
  <message>
   <source>No date was ever given.</source>
   <translation>Es wurde nie ein Termin genannt.</translation>
  </message>
  <message>
   <source>No days lost on {lines}.</source>
   <translation>Keine Tage verloren bei {lines}.</translation>
  </message>
  <message>
   <source>No days were lost.</source>
   <translation>Es gingen keine Tage verloren.</translation>
  </message>
  <message>
   <source>No export brought in yet</source>
   <translation>Noch kein Export importiert</translation>
  </message>
  <message>
   <source>No file is attached to these messages.</source>
   <translation>An diesen Nachrichten hängt keine Datei.</translation>
  </message>
  <message>
   <source>No file that came with this message was kept.</source>
   <translation>Von dieser Nachricht wurde keine Datei aufbewahrt.</translation>
  </message>
  <message>
   <source>No grade</source>
   <translation>Keine Note</translation>
  </message>
  <message>
   <source>No grade: {n} lines are too few</source>
   <translation>Keine Note: {n} Positionen sind zu wenige</translation>
  </message>
  <message>
   <source>No keys were changed.</source>
   <translation>Es wurden keine Schlüssel geändert.</translation>
  </message>
  <message>
   <source>No lead times yet, because there are no order lines. Import orders and what was received.</source>
   <translation>Noch keine Lieferzeiten, weil es keine Bestellpositionen gibt. Importieren Sie Bestellungen und was eingegangen ist.</translation>
  </message>
  <message>
   <source>No line is like this.</source>
   <translation>Keine Position ist so.</translation>
  </message>
  <message>
   <source>No line is selected. Select one first.</source>
   <translation>Keine Position ist ausgewählt. Wählen Sie zuerst eine aus.</translation>
  </message>
  <message>
   <source>No line was due in this period, so there is nothing to grade.</source>
   <translation>In diesem Zeitraum war keine Position fällig, also gibt es nichts zu benoten.</translation>
  </message>
  <message>
   <source>No line was late.</source>
   <translation>Keine Position war verspätet.</translation>
  </message>
  <message>
   <source>No longer followed</source>
   <translation>Nicht mehr verfolgt</translation>
  </message>
  <message>
   <source>No longer listed</source>
   <translation>Nicht mehr gelistet</translation>
  </message>
  <message>
   <source>No longer listed ({vanished})</source>
   <translation>Nicht mehr gelistet ({vanished})</translation>
  </message>
  <message>
   <source>No longer watched: {number}</source>
   <translation>Wird nicht mehr beobachtet: {number}</translation>
  </message>
  <message>
   <source>No mail of theirs is shown that could be answered.</source>
   <translation>Hier steht keine Mail von ihnen, die sich beantworten ließe.</translation>
  </message>
  <message>
   <source>No mail program took the mail. Its text is on the clipboard: paste it where you write mails.</source>
   <translation>Kein Mailprogramm hat die Mail übernommen. Ihr Text liegt in der Zwischenablage: Fügen Sie ihn dort ein, wo Sie Mails schreiben.</translation>
  </message>
  <message>
   <source>No mail server called {host} was found. Check its name, and the network.</source>
   <translation>Ein Mailserver namens {host} wurde nicht gefunden. Prüfen Sie den Namen und das Netz.</translation>
  </message>
  <message>
   <source>No mail server is named. Give the IMAP server, or the SMTP server, or both.</source>
   <translation>Kein Mailserver ist angegeben. Nennen Sie den IMAP-Server, den SMTP-Server oder beide.</translation>
  </message>
  <message>
   <source>No mail server is set up. Name it in Settings → Mail.</source>
   <translation>Kein Mailserver ist eingerichtet. Nennen Sie ihn unter Einstellungen → Mail.</translation>
  </message>
  <message>
   <source>No mailbox is set up yet. Name its server here, on the Mail page.</source>
   <translation>Es ist noch kein Postfach eingerichtet. Nennen Sie seinen Server hier, auf der Seite Mail.</translation>
  </message>
  <message>
   <source>No mailbox is set up. Name its server in Settings → Mail.</source>
   <translation>Kein Postfach ist eingerichtet. Nennen Sie seinen Server unter Einstellungen → Mail.</translation>
  </message>
  <message>
   <source>No mails yet. Drop .eml, .mbox or .msg files here, zipped too, or fetch them from your mailbox with M: dates and questions in them will be found.</source>
   <translation>Noch keine Mails. Ziehen Sie .eml-, .mbox- oder .msg-Dateien hierher, auch gezippt, oder holen Sie sie mit M aus Ihrem Postfach: Termine und Fragen darin werden gefunden.</translation>
  </message>
  <message>
   <source>No movement for longer than nine in ten comparable shipments</source>
   <translation>Länger keine Bewegung als bei neun von zehn vergleichbaren Sendungen</translation>
  </message>
  <message>
   <source>No open line is at risk.</source>
   <translation>Keine offene Position ist gefährdet.</translation>
  </message>
  <message>
   <source>No open-order workbook came with this mail.</source>
   <translation>Mit dieser Mail kam keine Arbeitsmappe der offenen Positionen.</translation>
  </message>
  <message>
   <source>No order has the number “{order}”. Check it, or import the order first.</source>
   <translation>Keine Bestellung hat die Nummer „{order}“. Prüfen Sie sie, oder importieren Sie zuerst die Bestellung.</translation>
  </message>
  <message>
   <source>No order lines yet. Bring in the export of your open orders.</source>
   <translation>Noch keine Bestellpositionen. Importieren Sie den Export Ihrer offenen Bestellungen.</translation>
  </message>
  <message>
   <source>No owner</source>
   <translation>Niemand zuständig</translation>
  </message>
  <message>
   <source>No program opens drafts (.eml) here. Chase again and save them to a folder, or copy them as tables.</source>
   <translation>Kein Programm öffnet hier Entwürfe (.eml). Fragen Sie noch einmal nach und speichern Sie sie in einem Ordner, oder kopieren Sie sie als Tabelle.</translation>
  </message>
  <message>
   <source>No promise</source>
   <translation>Keine Zusage</translation>
  </message>
  <message>
   <source>No public holidays are ours now</source>
   <translation>Es gelten keine Feiertage mehr für uns</translation>
  </message>
  <message>
   <source>No question is open here.</source>
   <translation>Hier ist keine Frage offen.</translation>
  </message>
  <message>
   <source>No server to send mails through is set up. Name it in Settings → Mail, or write drafts.</source>
   <translation>Kein Server zum Senden ist eingerichtet. Nennen Sie ihn unter Einstellungen → Mail, oder schreiben Sie Entwürfe.</translation>
  </message>
  <message>
   <source>No server to send mails through is set up. Name it in Settings → Mail.</source>
   <translation>Kein Server zum Senden ist eingerichtet. Nennen Sie ihn unter Einstellungen → Mail.</translation>
  </message>
  <message>
   <source>No shipment is like this.</source>
   <translation>Keine Sendung ist so.</translation>
  </message>
  <message>
   <source>No subject</source>
   <translation>Kein Betreff</translation>
  </message>
  <message>
   <source>No supplier had a line due in {name}. Choose another period.</source>
   <translation>Kein Lieferant hatte in {name} eine fällige Position. Wählen Sie einen anderen Zeitraum.</translation>
  </message>
  <message>
   <source>No supplier has a contact with a mail address yet, so no mail is known to be a supplier's. Add contacts, or read all mails of the folders (Settings → Mail).</source>
   <translation>Noch hat kein Lieferant einen Kontakt mit Mailadresse; so lässt sich keine Mail einem Lieferanten zuordnen. Tragen Sie Kontakte ein, oder lesen Sie alle Mails der Ordner (Einstellungen → Mail).</translation>
  </message>
  <message>
   <source>No suppliers yet.</source>
   <translation>Noch keine Lieferanten.</translation>
  </message>
  <message>
   <source>No suppliers yet. They come with your orders.</source>
   <translation>Noch keine Lieferanten. Sie kommen mit Ihren Bestellungen.</translation>
  </message>
  <message>
   <source>No {name} is known for {user} on {host}. Type it in Settings → Mail, or set {variable} in the environment.</source>
   <translation>Für {user} auf {host} ist kein {name} bekannt. Geben Sie es unter Einstellungen → Mail ein, oder setzen Sie {variable} in der Umgebung.</translation>
  </message>
  <message>
   <source>Nobody can say whether these lines are late; the forecast uses lead times alone.</source>
   <translation>Niemand kann sagen, ob diese Positionen verspätet sind; die Prognose nutzt nur Lieferzeiten.</translation>
  </message>
  <message>
   <source>Nobody has asked yet.</source>
   <translation>Noch hat niemand gefragt.</translation>
  </message>
  <message>
   <source>Nobody is at work there on that day: the goods leave before, or the date was not checked. Ask.</source>
   <translation>An diesem Tag arbeitet dort niemand: Die Ware geht vorher ab, oder der Termin wurde nicht geprüft. Nachfragen.</translation>
  </message>
  <message>
   <source>Nobody there</source>
   <translation>Niemand da</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>None (this machine only)</source>
   <translation>Keine (nur dieser Rechner)</translation>
  </message>
  <message>
   <source>None agreed yet.</source>
   <translation>Noch keine vereinbart.</translation>
  </message>
  <message>
   <source>None.</source>
   <translation>Keine.</translation>
  </message>
  <message>
   <source>Not acknowledged</source>
   <translation>Nicht bestätigt</translation>
  </message>
  <message>
   <source>Not asked yet.</source>
   <translation>Noch nicht gefragt.</translation>
  </message>
  <message>
   <source>Not due yet. Chance of missing the required date, from this supplier's record and live tracking</source>
   <translation>Noch nicht fällig. Wahrscheinlichkeit, den Bedarfstermin zu verfehlen, aus der Vorgeschichte des Lieferanten und der laufenden Verfolgung</translation>
  </message>
  <message>
   <source>Not explained</source>
   <translation>Nicht erklärt</translation>
  </message>
  <message>
   <source>Not followed</source>
   <translation>Nicht verfolgt</translation>
  </message>
  <message>
   <source>Not handed over yet</source>
   <translation>Noch nicht übergeben</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Nicht bekannt</translation>
  </message>
  <message>
   <source>Not known to the carrier yet</source>
   <translation>Dem Carrier noch nicht bekannt</translation>
  </message>
  <message>
   <source>Not known who</source>
   <translation>Nicht bekannt, wer</translation>
  </message>
  <message>
   <source>Not saved; what you wrote is on the clipboard.</source>
   <translation>Nicht gespeichert; was Sie schrieben, liegt in der Zwischenablage.</translation>
  </message>
  <message>
   <source>Not sent to {supplier}: {why}</source>
   <translation>Nicht an {supplier} gesendet: {why}</translation>
  </message>
  <message>
   <source>Not tried any more.</source>
   <translation>Nicht mehr versucht.</translation>
  </message>
  <message>
   <source>Not yet due</source>
   <translation>Noch nicht fällig</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Note recorded</source>
   <translation>Notiz festgehalten</translation>
  </message>
  <message>
   <source>Nothing differs yet.</source>
   <translation>Noch weicht nichts ab.</translation>
  </message>
  <message>
   <source>Nothing in {name} could be used: {reason}.</source>
   <translation>Nichts in {name} war verwendbar: {reason}.</translation>
  </message>
  <message>
   <source>Nothing is followed yet. Shipments come with an export that holds tracking numbers, or one by one.</source>
   <translation>Noch wird nichts verfolgt. Sendungen kommen mit einem Export, der Sendungsnummern enthält, oder einzeln.</translation>
  </message>
  <message>
   <source>Nothing is late, moved, asked or agreed: a short call will do.</source>
   <translation>Nichts ist verspätet, verschoben, gefragt oder vereinbart: Ein kurzer Anruf genügt.</translation>
  </message>
  <message>
   <source>Nothing is missing or contradictory.</source>
   <translation>Nichts fehlt oder widerspricht sich.</translation>
  </message>
  <message>
   <source>Nothing is past due and nothing is likely to be late.</source>
   <translation>Nichts ist überfällig, und nichts wird voraussichtlich zu spät.</translation>
  </message>
  <message>
   <source>Nothing is selected. Select a suggestion first.</source>
   <translation>Nichts ist ausgewählt. Wählen Sie zuerst einen Vorschlag aus.</translation>
  </message>
  <message>
   <source>Nothing to chase: no open line needs it.</source>
   <translation>Nichts nachzufassen: Keine offene Position braucht es.</translation>
  </message>
  <message>
   <source>Nothing to do</source>
   <translation>Nichts zu tun</translation>
  </message>
  <message>
   <source>Nothing to import</source>
   <translation>Nichts zu importieren</translation>
  </message>
  <message>
   <source>Nothing waits here: every mail was read, and every answer is given.</source>
   <translation>Hier wartet nichts: jede Mail ist gelesen, jede Antwort gegeben.</translation>
  </message>
  <message>
   <source>Nothing was decided yet: accept a figure with A, keep the ERP's with K, or set one with E.</source>
   <translation>Noch nichts ist entschieden: mit A eine Zahl annehmen, mit K die des ERP behalten oder mit E eine eigene setzen.</translation>
  </message>
  <message>
   <source>Nothing was fetched yet.</source>
   <translation>Es wurde noch nichts abgerufen.</translation>
  </message>
  <message>
   <source>Nothing was found in this thread that could be accepted.</source>
   <translation>In dieser Unterhaltung wurde nichts gefunden, das sich annehmen ließe.</translation>
  </message>
  <message>
   <source>Nothing was saved: {error}. Check that the disk has space and the file may be written, and try again.</source>
   <translation>Nichts wurde gespeichert: {error}. Prüfen Sie, ob der Datenträger Platz hat und die Datei beschreibbar ist, und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Nothing was saved: {path} may only be read. Make it writable; the program takes it up by itself.</source>
   <translation>Nichts wurde gespeichert: {path} darf nur gelesen werden. Machen Sie die Datei beschreibbar; das Programm übernimmt das von selbst.</translation>
  </message>
  <message>
   <source>Nov</source>
   <translation>Nov</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>OAuth token</source>
   <translation>OAuth-Token</translation>
  </message>
  <message>
   <source>Ocean</source>
   <translation>See</translation>
  </message>
  <message>
   <source>Oct</source>
   <translation>Okt</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Of all lines that the check looks at</source>
   <translation>Von allen Positionen, die die Prüfung ansieht</translation>
  </message>
  <message>
   <source>Of lines said to be here with {said}, {was} were</source>
   <translation>Von den mit {said} angekündigten Positionen waren {was} da</translation>
  </message>
  <message>
   <source>Of promises made {ahead} {share} were kept</source>
   <translation>Von Zusagen {ahead} wurden {share} gehalten</translation>
  </message>
  <message>
   <source>Of the days that some link explains</source>
   <translation>Der Tage, die ein Glied erklärt</translation>
  </message>
  <message>
   <source>Of the open lines, those whose current promise has passed</source>
   <translation>Von den offenen Positionen die, deren geltende Zusage verstrichen ist</translation>
  </message>
  <message>
   <source>Of the variation</source>
   <translation>Der Streuung</translation>
  </message>
  <message>
   <source>Of these, the lines that are not complete yet</source>
   <translation>Davon die noch nicht vollständigen Positionen</translation>
  </message>
  <message>
   <source>Of {whole} days lost, {percent} were {owners}</source>
   <translation>Von {whole} verlorenen Tagen waren {percent} {owners}</translation>
  </message>
  <message>
   <source>Off by</source>
   <translation>Daneben um</translation>
  </message>
  <message>
   <source>On</source>
   <translation>Am</translation>
  </message>
  <message>
   <source>On average</source>
   <translation>Im Mittel</translation>
  </message>
  <message>
   <source>On average, in days</source>
   <translation>Im Mittel, in Tagen</translation>
  </message>
  <message>
   <source>On the way</source>
   <translation>Unterwegs</translation>
  </message>
  <message>
   <source>On time</source>
   <translation>Pünktlich</translation>
  </message>
  <message>
   <source>On time against the date we asked for</source>
   <translation>Pünktlich zu unserem Bedarfstermin</translation>
  </message>
  <message>
   <source>On time and in full</source>
   <translation>Liefertreue</translation>
  </message>
  <message>
   <source>On time and in full, {name}</source>
   <translation>Liefertreue, {name}</translation>
  </message>
  <message>
   <source>On time and in full: the whole quantity{tolerance} is here {window} the first promise.</source>
   <translation>Pünktlich und vollständig: Die ganze Menge{tolerance} ist da {window} der ersten Zusage.</translation>
  </message>
  <message>
   <source>On time in full</source>
   <translation>Pünktlich vollständig</translation>
  </message>
  <message>
   <source>On time, current promise</source>
   <translation>Pünktlich, geltende Zusage</translation>
  </message>
  <message>
   <source>On time, first promise</source>
   <translation>Pünktlich, erste Zusage</translation>
  </message>
  <message>
   <source>On time, required date</source>
   <translation>Pünktlich, Bedarfstermin</translation>
  </message>
  <message>
   <source>Once more through the last days, say after you added a contact; known mails are not fetched</source>
   <translation>Noch einmal durch die letzten Tage, etwa nach einem neuen Kontakt; bekannte Mails werden nicht abgerufen</translation>
  </message>
  <message>
   <source>One entry holds a year at most. Enter the rest as another one.</source>
   <translation>Ein Eintrag umfasst höchstens ein Jahr. Den Rest als weiteren Eintrag anlegen.</translation>
  </message>
  <message>
   <source>Only mails of the suppliers' domains</source>
   <translation>Nur Mails von Domänen der Lieferanten</translation>
  </message>
  <message>
   <source>Only rows of one owner; the name is kept in Settings</source>
   <translation>Nur Zeilen eines Zuständigen; der Name steht in den Einstellungen</translation>
  </message>
  <message>
   <source>Only the first {n} characters were read for dates.</source>
   <translation>Nur die ersten {n} Zeichen wurden nach Terminen durchsucht.</translation>
  </message>
  <message>
   <source>Only when I say so</source>
   <translation>Nur wenn ich es sage</translation>
  </message>
  <message>
   <source>Only {choices} can go into a calendar. Write {table} as .csv or .xlsx.</source>
   <translation>Nur {choices} können in einen Kalender. {table} als .csv oder .xlsx schreiben.</translation>
  </message>
  <message>
   <source>Only {words}</source>
   <translation>Nur {words}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open</source>
   <comment>verb</comment>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open a file</source>
   <translation>Datei öffnen</translation>
  </message>
  <message>
   <source>Open a group with Enter to work on its lines.</source>
   <translation>Öffnen Sie eine Gruppe mit Enter, um an ihren Positionen zu arbeiten.</translation>
  </message>
  <message>
   <source>Open a menu, or go to the field with that letter underlined</source>
   <translation>Menü öffnen oder zum Feld mit dem unterstrichenen Buchstaben gehen</translation>
  </message>
  <message>
   <source>Open a workspace</source>
   <translation>Arbeitsdatei öffnen</translation>
  </message>
  <message>
   <source>Open and past due, {name}</source>
   <translation>Offen und überfällig, {name}</translation>
  </message>
  <message>
   <source>Open at risk</source>
   <translation>Offen und gefährdet</translation>
  </message>
  <message>
   <source>Open lines</source>
   <translation>Offene Positionen</translation>
  </message>
  <message>
   <source>Open lines</source>
   <comment>verb</comment>
   <translation>Positionen öffnen</translation>
  </message>
  <message>
   <source>Open lines at risk</source>
   <translation>Gefährdete offene Positionen</translation>
  </message>
  <message>
   <source>Open lines of {row}</source>
   <translation>Offene Positionen von {row}</translation>
  </message>
  <message>
   <source>Open lines whose current promise has passed</source>
   <translation>Offene Positionen, deren geltende Zusage verstrichen ist</translation>
  </message>
  <message>
   <source>Open quantity</source>
   <translation>Offene Menge</translation>
  </message>
  <message>
   <source>Open questions</source>
   <translation>Offene Fragen</translation>
  </message>
  <message>
   <source>Open questions ({rows})</source>
   <translation>Offene Fragen ({rows})</translation>
  </message>
  <message>
   <source>Open the carrier's own page of this shipment</source>
   <translation>Die Seite des Carriers zu dieser Sendung öffnen</translation>
  </message>
  <message>
   <source>Open the demo</source>
   <translation>Demo öffnen</translation>
  </message>
  <message>
   <source>Open until all is received; a cancelled line counts nowhere</source>
   <translation>Offen, bis alles eingegangen ist; eine stornierte Position zählt nirgends</translation>
  </message>
  <message>
   <source>Open value</source>
   <translation>Offener Wert</translation>
  </message>
  <message>
   <source>Open what is selected</source>
   <translation>Das Gewählte öffnen</translation>
  </message>
  <message>
   <source>Open workspace …</source>
   <translation>Arbeitsdatei öffnen …</translation>
  </message>
  <message>
   <source>Open, no owner</source>
   <translation>Offen, niemand zuständig</translation>
  </message>
  <message>
   <source>Open, no promise</source>
   <translation>Offen, keine Zusage</translation>
  </message>
  <message>
   <source>Opened last</source>
   <translation>Zuletzt geöffnet</translation>
  </message>
  <message>
   <source>Opening what was dropped</source>
   <translation>Abgelegtes wird geöffnet</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>Order &amp;line</source>
   <translation>&amp;Position</translation>
  </message>
  <message>
   <source>Order acknowledged</source>
   <translation>Bestellung bestätigt</translation>
  </message>
  <message>
   <source>Order acknowledgement {order}: {words}</source>
   <translation>Auftragsbestätigung {order}: {words}</translation>
  </message>
  <message>
   <source>Order lines linked to the shipment</source>
   <translation>Mit der Sendung verbundene Bestellpositionen</translation>
  </message>
  <message>
   <source>Order sent</source>
   <translation>Bestellung gesendet</translation>
  </message>
  <message>
   <source>Order sent, no confirmation from the supplier</source>
   <translation>Bestellung gesendet, keine Bestätigung vom Lieferanten</translation>
  </message>
  <message>
   <source>Order {number}</source>
   <translation>Bestellung {number}</translation>
  </message>
  <message>
   <source>Order {order}</source>
   <translation>Bestellung {order}</translation>
  </message>
  <message>
   <source>Order {order} line {line}: {quantity:g}</source>
   <translation>Bestellung {order} Position {line}: {quantity:g}</translation>
  </message>
  <message>
   <source>Order {order}, line {line} belongs to another supplier.</source>
   <translation>Bestellung {order}, Position {line} gehört zu einem anderen Lieferanten.</translation>
  </message>
  <message>
   <source>Order {order}, line {line} is not in the workspace.</source>
   <translation>Bestellung {order}, Position {line} ist nicht in der Arbeitsdatei.</translation>
  </message>
  <message>
   <source>Order {order}, line {line}: {source}.</source>
   <translation>Bestellung {order}, Position {line}: {source}.</translation>
  </message>
  <message>
   <source>Order {purchase_order}, line {line}</source>
   <translation>Bestellung {purchase_order}, Position {line}</translation>
  </message>
  <message>
   <source>Order {purchase_order}, line {line} · from {basis} · {past_lines} · as of {as_of}</source>
   <translation>Bestellung {purchase_order}, Position {line} · aus {basis} · {past_lines} · Stand {as_of}</translation>
  </message>
  <message>
   <source>Order, material, supplier, tracking number or words of a mail</source>
   <translation>Bestellung, Material, Lieferant, Sendungsnummer oder Worte einer Mail</translation>
  </message>
  <message>
   <source>Order, receipts</source>
   <translation>Bestellung, Eingänge</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Ordered with less time than their lead time</source>
   <translation>Mit weniger Zeit als der Lieferzeit bestellt</translation>
  </message>
  <message>
   <source>Ordering</source>
   <translation>Bestellen</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Bestellungen</translation>
  </message>
  <message>
   <source>Orders on time and in full, {name}</source>
   <translation>Bestellungen pünktlich und vollständig, {name}</translation>
  </message>
  <message>
   <source>Origin</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Sonstiges</translation>
  </message>
  <message>
   <source>Other ocean line (DCSA)</source>
   <translation>Andere Reederei (DCSA)</translation>
  </message>
  <message>
   <source>Our answered questions, in the month we asked; working hours</source>
   <translation>Unsere beantworteten Fragen, im Monat der Frage; Arbeitsstunden</translation>
  </message>
  <message>
   <source>Our call</source>
   <translation>Unser Anruf</translation>
  </message>
  <message>
   <source>Our country and days off: proposed dates leave them out.</source>
   <translation>Unser Land und unsere freien Tage: Vorgeschlagene Termine lassen sie aus.</translation>
  </message>
  <message>
   <source>Our country, and days on which we are closed</source>
   <translation>Unser Land, und die Tage, an denen wir geschlossen haben</translation>
  </message>
  <message>
   <source>Our mail</source>
   <translation>Unsere Mail</translation>
  </message>
  <message>
   <source>Our mail to {to} was not delivered. Ask for the right address.</source>
   <translation>Unsere Mail an {to} wurde nicht zugestellt. Erfragen Sie die richtige Adresse.</translation>
  </message>
  <message>
   <source>Our mail to {to} was not delivered: {reason}. Ask for the right address.</source>
   <translation>Unsere Mail an {to} wurde nicht zugestellt: {reason}. Erfragen Sie die richtige Adresse.</translation>
  </message>
  <message>
   <source>Our own working days</source>
   <translation>Unsere eigenen Arbeitstage</translation>
  </message>
  <message>
   <source>Our receiving</source>
   <translation>Unser Wareneingang</translation>
  </message>
  <message>
   <source>Our time to answer their questions</source>
   <translation>Unsere Zeit bis zur Antwort auf ihre Fragen</translation>
  </message>
  <message>
   <source>Our working days …</source>
   <translation>Unsere Arbeitstage …</translation>
  </message>
  <message>
   <source>Ours: {what}</source>
   <translation>Von uns: {what}</translation>
  </message>
  <message>
   <source>Out for delivery</source>
   <translation>In Zustellung</translation>
  </message>
  <message>
   <source>Own days</source>
   <translation>Eigene Tage</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Zuständig</translation>
  </message>
  <message>
   <source>Owner of the supplier</source>
   <translation>Zuständigkeit für den Lieferanten</translation>
  </message>
  <message>
   <source>Owner of {lines}: {person}</source>
   <translation>Zuständig für {lines}: {person}</translation>
  </message>
  <message>
   <source>P80 of lateness against the first promise: four in five were no later; below it, half were no later</source>
   <translation>P80 der Verspätung gegen die erste Zusage: vier von fünf waren nicht später; darunter, was die Hälfte nicht überschritt</translation>
  </message>
  <message>
   <source>Page {number} of 2</source>
   <translation>Seite {number} von 2</translation>
  </message>
  <message>
   <source>Parcel</source>
   <translation>Paket</translation>
  </message>
  <message>
   <source>Parcels, pallets and containers of all carriers in one list. F5 asks the carriers; paste any tracking number to follow it.</source>
   <translation>Pakete, Paletten und Container aller Carrier in einer Liste. F5 fragt die Carrier; fügen Sie eine Sendungsnummer ein, um ihr zu folgen.</translation>
  </message>
  <message>
   <source>Part: {part}</source>
   <translation>Teil: {part}</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Password or app password</source>
   <translation>Passwort oder App-Passwort</translation>
  </message>
  <message>
   <source>Password or token</source>
   <translation>Passwort oder Token</translation>
  </message>
  <message>
   <source>Past due</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Past lines</source>
   <translation>Frühere Positionen</translation>
  </message>
  <message>
   <source>Past the promise</source>
   <translation>Über der Zusage</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <source>Paste a mail's text</source>
   <translation>Text einer Mail einfügen</translation>
  </message>
  <message>
   <source>Paste from a spreadsheet</source>
   <translation>Aus einer Tabelle einfügen</translation>
  </message>
  <message>
   <source>Pasted rows</source>
   <translation>Eingefügte Zeilen</translation>
  </message>
  <message>
   <source>Path of the events</source>
   <translation>Pfad der Ereignisse</translation>
  </message>
  <message>
   <source>Payment due</source>
   <translation>Zahlung fällig</translation>
  </message>
  <message>
   <source>Per late line</source>
   <translation>Je verspäteter</translation>
  </message>
  <message>
   <source>Per line</source>
   <translation>Je Position</translation>
  </message>
  <message>
   <source>Per line between</source>
   <translation>Je Position zwischen</translation>
  </message>
  <message>
   <source>Perhaps sent to {supplier}: {why}</source>
   <translation>Vielleicht an {supplier} gesendet: {why}</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Zeitraum</translation>
  </message>
  <message>
   <source>Person {name}</source>
   <translation>Person {name}</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Pick-up</source>
   <translation>Abholung</translation>
  </message>
  <message>
   <source>Picked up</source>
   <translation>Abgeholt</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Rang</translation>
  </message>
  <message>
   <source>Place of the Incoterm</source>
   <translation>Ort des Incoterms</translation>
  </message>
  <message>
   <source>Plain http inside our network</source>
   <translation>Unverschlüsseltes http im eigenen Netz</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Plan</source>
   <comment>verb</comment>
   <translation>Planen</translation>
  </message>
  <message>
   <source>Plan check-in</source>
   <translation>Abstimmung planen</translation>
  </message>
  <message>
   <source>Plan with</source>
   <translation>Planen mit</translation>
  </message>
  <message>
   <source>Plan {planning_days} to be safe {level} of the time</source>
   <translation>Planen Sie {planning_days}, um zu {level} sicher zu sein</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Planned for {day}.</source>
   <translation>Geplant für {day}.</translation>
  </message>
  <message>
   <source>Planning lead time</source>
   <translation>Planlieferzeit</translation>
  </message>
  <message>
   <source>Planning lead time minus the ERP's figure</source>
   <translation>Planlieferzeit minus Wert des ERP</translation>
  </message>
  <message>
   <source>Planning lead time {planning_days} days</source>
   <translation>Planlieferzeit {planning_days} Tage</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Port of the IMAP server</source>
   <translation>Port des IMAP-Servers</translation>
  </message>
  <message>
   <source>Port of the SMTP server</source>
   <translation>Port des SMTP-Servers</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Preparing the check-in</source>
   <translation>Abstimmung wird vorbereitet</translation>
  </message>
  <message>
   <source>Previous tab</source>
   <translation>Voriger Reiter</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Production</source>
   <translation>Fertigung</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Zusage</translation>
  </message>
  <message>
   <source>Promise and the usual delay of all</source>
   <translation>Zusage und der übliche Verzug aller</translation>
  </message>
  <message>
   <source>Promise behaviour</source>
   <translation>Verhalten der Zusagen</translation>
  </message>
  <message>
   <source>Promise moved</source>
   <translation>Neuer Termin</translation>
  </message>
  <message>
   <source>Promise moved: told within the last (days)</source>
   <translation>Zusage verschoben: bekannt in den letzten (Tagen)</translation>
  </message>
  <message>
   <source>Promise of {day} for {lines}</source>
   <translation>Zusage {day} für {lines}</translation>
  </message>
  <message>
   <source>Promise slippage: current minus first promise</source>
   <translation>Verschiebung der Zusage: geltende minus erste Zusage</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Zugesagt</translation>
  </message>
  <message>
   <source>Promised for</source>
   <translation>Zugesagt für</translation>
  </message>
  <message>
   <source>Promised within a week</source>
   <translation>Binnen einer Woche zugesagt</translation>
  </message>
  <message>
   <source>Promised {due}</source>
   <translation>Zugesagt {due}</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>Promises moved later</source>
   <translation>Nach hinten verschobene Zusagen</translation>
  </message>
  <message>
   <source>Promises moved later in the last twelve months</source>
   <translation>In den letzten zwölf Monaten nach hinten verschobene Zusagen</translation>
  </message>
  <message>
   <source>Promises on days without work are placeholders or typing errors.</source>
   <translation>Zusagen auf arbeitsfreie Tage sind Platzhalter oder Tippfehler.</translation>
  </message>
  <message>
   <source>Proposed changes</source>
   <translation>Vorgeschlagene Änderungen</translation>
  </message>
  <message>
   <source>Proposed dates leave out the public holidays of {country} now</source>
   <translation>Vorgeschlagene Termine lassen jetzt die Feiertage von {country} aus</translation>
  </message>
  <message>
   <source>Puts a backup in this file's place; what stands here is kept beside it.</source>
   <translation>Setzt eine Sicherung an die Stelle dieser Datei; was hier steht, wird daneben aufbewahrt.</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Quantity and date</source>
   <translation>Menge und Termin</translation>
  </message>
  <message>
   <source>Quantity on time, {name}</source>
   <translation>Menge pünktlich, {name}</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Question closed</source>
   <translation>Frage erledigt</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>Questions open</source>
   <translation>Offene Fragen</translation>
  </message>
  <message>
   <source>Questions put to this carrier today; most carriers allow only so many a day</source>
   <translation>Heutige Fragen an diesen Carrier; die meisten erlauben nur eine bestimmte Zahl am Tag</translation>
  </message>
  <message>
   <source>Questions they have not answered</source>
   <translation>Fragen, die sie nicht beantwortet haben</translation>
  </message>
  <message>
   <source>Questions we owe an answer</source>
   <translation>Fragen, auf die wir eine Antwort schulden</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Rail</source>
   <translation>Bahn</translation>
  </message>
  <message>
   <source>Rank by</source>
   <translation>Ordnen nach</translation>
  </message>
  <message>
   <source>Read a returned workbook</source>
   <translation>Zurückgeschickte Arbeitsmappe lesen</translation>
  </message>
  <message>
   <source>Read mails</source>
   <translation>Mails lesen</translation>
  </message>
  <message>
   <source>Read mails …</source>
   <translation>Mails lesen …</translation>
  </message>
  <message>
   <source>Reading cells</source>
   <translation>Zellen werden gelesen</translation>
  </message>
  <message>
   <source>Reading imports</source>
   <translation>Importe werden gelesen</translation>
  </message>
  <message>
   <source>Reading lines</source>
   <translation>Positionen werden gelesen</translation>
  </message>
  <message>
   <source>Reading mails</source>
   <translation>Mails werden gelesen</translation>
  </message>
  <message>
   <source>Reading messages</source>
   <translation>Nachrichten werden gelesen</translation>
  </message>
  <message>
   <source>Reading one group</source>
   <translation>Eine Gruppe wird gelesen</translation>
  </message>
  <message>
   <source>Reading order lines</source>
   <translation>Bestellpositionen werden gelesen</translation>
  </message>
  <message>
   <source>Reading questions</source>
   <translation>Fragen werden gelesen</translation>
  </message>
  <message>
   <source>Reading rows</source>
   <translation>Zeilen werden gelesen</translation>
  </message>
  <message>
   <source>Reading suppliers</source>
   <translation>Lieferanten werden gelesen</translation>
  </message>
  <message>
   <source>Reading the carriers</source>
   <translation>Carrier werden gelesen</translation>
  </message>
  <message>
   <source>Reading the letter</source>
   <translation>Brief wird gelesen</translation>
  </message>
  <message>
   <source>Reading the line</source>
   <translation>Position wird gelesen</translation>
  </message>
  <message>
   <source>Reading the lines …</source>
   <translation>Positionen werden gelesen …</translation>
  </message>
  <message>
   <source>Reading the shipment</source>
   <translation>Sendung wird gelesen</translation>
  </message>
  <message>
   <source>Reading the shipments …</source>
   <translation>Sendungen werden gelesen …</translation>
  </message>
  <message>
   <source>Reading the supplier</source>
   <translation>Lieferant wird gelesen</translation>
  </message>
  <message>
   <source>Reading the text</source>
   <translation>Text wird gelesen</translation>
  </message>
  <message>
   <source>Reading the thread</source>
   <translation>Unterhaltung wird gelesen</translation>
  </message>
  <message>
   <source>Reading the threads …</source>
   <translation>Unterhaltungen werden gelesen …</translation>
  </message>
  <message>
   <source>Reading the workbook</source>
   <translation>Arbeitsmappe wird gelesen</translation>
  </message>
  <message>
   <source>Reading threads</source>
   <translation>Unterhaltungen werden gelesen</translation>
  </message>
  <message>
   <source>Reading today</source>
   <translation>Heute wird gelesen</translation>
  </message>
  <message>
   <source>Reading {name}</source>
   <translation>{name} wird gelesen</translation>
  </message>
  <message>
   <source>Reading {name} …</source>
   <translation>{name} wird gelesen …</translation>
  </message>
  <message>
   <source>Ready for pick-up</source>
   <translation>Abholbereit</translation>
  </message>
  <message>
   <source>Ready for pickup</source>
   <translation>Abholbereit</translation>
  </message>
  <message>
   <source>Ready to be fetched</source>
   <translation>Zum Abholen bereit</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Reassign</source>
   <translation>Umhängen</translation>
  </message>
  <message>
   <source>Receipt of {quantity:g} for {label}</source>
   <translation>Wareneingang von {quantity:g} für {label}</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Wareneingänge</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Received or cancelled? Until somebody says, they count as open.</source>
   <translation>Erhalten oder storniert? Bis es jemand sagt, gelten sie als offen.</translation>
  </message>
  <message>
   <source>Received {quantity:g}</source>
   <translation>{quantity:g} eingegangen</translation>
  </message>
  <message>
   <source>Received {quantity:g}, {rejected:g} rejected</source>
   <translation>{quantity:g} eingegangen, {rejected:g} zurückgewiesen</translation>
  </message>
  <message>
   <source>Received: {lines}</source>
   <translation>Eingegangen: {lines}</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Recognised</source>
   <translation>Erkannt</translation>
  </message>
  <message>
   <source>Recognising columns</source>
   <translation>Spalten werden erkannt</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Festhalten</translation>
  </message>
  <message>
   <source>Record an event</source>
   <translation>Ereignis festhalten</translation>
  </message>
  <message>
   <source>Recorded for {number}.</source>
   <translation>Für {number} festgehalten.</translation>
  </message>
  <message>
   <source>Recording the event</source>
   <translation>Ereignis wird festgehalten</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Refresh</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <source>Refresh due</source>
   <translation>Fällige aktualisieren</translation>
  </message>
  <message>
   <source>Refresh this</source>
   <translation>Diese aktualisieren</translation>
  </message>
  <message>
   <source>Refreshing tracking</source>
   <translation>Verfolgung wird aktualisiert</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Annahme verweigert</translation>
  </message>
  <message>
   <source>Refused: {addresses}.</source>
   <translation>Abgelehnt: {addresses}.</translation>
  </message>
  <message>
   <source>Registered with 17TRACK just now; it answers within hours.</source>
   <translation>Gerade bei 17TRACK angemeldet; die Antwort kommt binnen Stunden.</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Rejected ({rejected})</source>
   <translation>Abgelehnt ({rejected})</translation>
  </message>
  <message>
   <source>Released by customs</source>
   <translation>Vom Zoll freigegeben</translation>
  </message>
  <message>
   <source>Remind</source>
   <translation>Erinnern</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove a view</source>
   <translation>Ansicht entfernen</translation>
  </message>
  <message>
   <source>Remove the filter {words}</source>
   <translation>Filter {words} entfernen</translation>
  </message>
  <message>
   <source>Remove this filter (Backspace in the search field)</source>
   <translation>Diesen Filter entfernen (Rücktaste im Suchfeld)</translation>
  </message>
  <message>
   <source>Rename a view</source>
   <translation>Ansicht umbenennen</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Reply of {supplier} ({name})</source>
   <translation>Rückmeldung von {supplier} ({name})</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Sicherung wiederherstellen</translation>
  </message>
  <message>
   <source>Restore a backup …</source>
   <translation>Sicherung wiederherstellen …</translation>
  </message>
  <message>
   <source>Restoring</source>
   <translation>Wird wiederhergestellt</translation>
  </message>
  <message>
   <source>Rests on {lines} due in the period, {receipts} and {open_lines}.</source>
   <translation>Beruht auf {lines} mit Fälligkeit im Zeitraum, {receipts} und {open_lines}.</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Rhythm</source>
   <translation>Rhythmus</translation>
  </message>
  <message>
   <source>Road</source>
   <translation>Straße</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Row {row}: {reason}</source>
   <translation>Zeile {row}: {reason}</translation>
  </message>
  <message>
   <source>SMTP server</source>
   <translation>SMTP-Server</translation>
  </message>
  <message>
   <source>SQLite's own integrity check</source>
   <translation>Die Prüfung von SQLite selbst</translation>
  </message>
  <message>
   <source>Safety stock for {level}: {simulated} pieces, simulated from {lead_times} and {weeks} of demand ({per_week} a week); the textbook says {textbook}.</source>
   <translation>Sicherheitsbestand für {level}: {simulated} Stück, simuliert aus {lead_times} und {weeks} Bedarf ({per_week} je Woche); das Lehrbuch sagt {textbook}.</translation>
  </message>
  <message>
   <source>Safety stock: cannot say, because fewer than 8 weeks of demand are known in the last year.</source>
   <translation>Sicherheitsbestand: keine Aussage, weil aus dem letzten Jahr weniger als 8 Wochen Bedarf bekannt sind.</translation>
  </message>
  <message>
   <source>Safety stock: cannot say, because there are fewer than 5 finished lines.</source>
   <translation>Sicherheitsbestand: keine Aussage, weil es weniger als 5 fertige Positionen gibt.</translation>
  </message>
  <message>
   <source>Said &amp;by</source>
   <translation>Gesagt &amp;von</translation>
  </message>
  <message>
   <source>Said in a</source>
   <translation>Gesagt in</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>Sa</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save &amp;drafts …</source>
   <translation>&amp;Entwürfe speichern …</translation>
  </message>
  <message>
   <source>Save as appointment</source>
   <translation>Als Termin speichern</translation>
  </message>
  <message>
   <source>Save as appointment …</source>
   <translation>Als Termin speichern …</translation>
  </message>
  <message>
   <source>Save attached files</source>
   <translation>Angehängte Dateien speichern</translation>
  </message>
  <message>
   <source>Save numbers</source>
   <translation>Zahlen speichern</translation>
  </message>
  <message>
   <source>Save numbers …</source>
   <translation>Zahlen speichern …</translation>
  </message>
  <message>
   <source>Save picture</source>
   <translation>Bild speichern</translation>
  </message>
  <message>
   <source>Save picture …</source>
   <translation>Bild speichern …</translation>
  </message>
  <message>
   <source>Save these limits</source>
   <translation>Diese Grenzen speichern</translation>
  </message>
  <message>
   <source>Save this view</source>
   <translation>Diese Ansicht speichern</translation>
  </message>
  <message>
   <source>Save this view …</source>
   <translation>Diese Ansicht speichern …</translation>
  </message>
  <message>
   <source>Saved as {name}.</source>
   <translation>Gespeichert als {name}.</translation>
  </message>
  <message>
   <source>Saving</source>
   <translation>Wird gespeichert</translation>
  </message>
  <message>
   <source>Saving files</source>
   <translation>Dateien werden gespeichert</translation>
  </message>
  <message>
   <source>Saving the carrier</source>
   <translation>Carrier wird gespeichert</translation>
  </message>
  <message>
   <source>Saving the limits</source>
   <translation>Grenzen werden gespeichert</translation>
  </message>
  <message>
   <source>Saving the mail account</source>
   <translation>Mailkonto wird gespeichert</translation>
  </message>
  <message>
   <source>Say a cause, or the party that controlled the stage.</source>
   <translation>Nennen Sie eine Ursache oder den, der den Abschnitt in der Hand hatte.</translation>
  </message>
  <message>
   <source>Say to whom the row is handed over.</source>
   <translation>Sagen Sie, wem die Zeile übergeben wird.</translation>
  </message>
  <message>
   <source>Say which columns hold what is missing; nothing has been imported yet.</source>
   <translation>Sagen Sie, in welchen Spalten das Fehlende steht; noch ist nichts importiert.</translation>
  </message>
  <message>
   <source>Say which order is on its way with this shipment</source>
   <translation>Sagen, welche Bestellung mit dieser Sendung unterwegs ist</translation>
  </message>
  <message>
   <source>Say who you are in Settings first; then “Mine” shows your rows.</source>
   <translation>Sagen Sie zuerst in den Einstellungen, wer Sie sind; dann zeigt „Meine“ Ihre Zeilen.</translation>
  </message>
  <message>
   <source>Say yourself that it is here; this wins over the carrier</source>
   <translation>Selbst sagen, dass sie da ist; das gilt vor dem Carrier</translation>
  </message>
  <message>
   <source>Says</source>
   <translation>Sagt</translation>
  </message>
  <message>
   <source>Scope</source>
   <translation>Scope</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <source>Scorecard</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Scorecard of {supplier}</source>
   <translation>Bewertung von {supplier}</translation>
  </message>
  <message>
   <source>Scorecard {supplier}, {period_name}</source>
   <translation>Bewertung {supplier}, {period_name}</translation>
  </message>
  <message>
   <source>Scorecards</source>
   <translation>Bewertungen</translation>
  </message>
  <message>
   <source>Scorecards written</source>
   <translation>Bewertungen geschrieben</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Searching</source>
   <translation>Wird gesucht</translation>
  </message>
  <message>
   <source>Second promise kept</source>
   <translation>Zweite Zusage gehalten</translation>
  </message>
  <message>
   <source>Seconds between calls at least</source>
   <translation>Sekunden zwischen Abfragen, mindestens</translation>
  </message>
  <message>
   <source>Security check</source>
   <translation>Sicherheitsprüfung</translation>
  </message>
  <message>
   <source>See all threads</source>
   <translation>Alle Unterhaltungen zeigen</translation>
  </message>
  <message>
   <source>See who would be asked about what; then send, open or save the mails</source>
   <translation>Sehen, wer wonach gefragt würde; dann die Mails senden, öffnen oder speichern</translation>
  </message>
  <message>
   <source>Select one supplier to compare two years, or two to compare these.</source>
   <translation>Wählen Sie einen Lieferanten, um zwei Jahre zu vergleichen, oder zwei, um diese zu vergleichen.</translation>
  </message>
  <message>
   <source>Select several rows</source>
   <translation>Mehrere Zeilen wählen</translation>
  </message>
  <message>
   <source>Selected: {about}</source>
   <translation>Gewählt: {about}</translation>
  </message>
  <message>
   <source>Selected: {what}</source>
   <translation>Gewählt: {what}</translation>
  </message>
  <message>
   <source>Send {count} now</source>
   <translation>{count} jetzt senden</translation>
  </message>
  <message>
   <source>Sender</source>
   <translation>Absender</translation>
  </message>
  <message>
   <source>Sending mails</source>
   <translation>Mails werden gesendet</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>Sent the wrong way</source>
   <translation>Fehlgeleitet</translation>
  </message>
  <message>
   <source>Sent {sent}, {ago}.</source>
   <translation>Gesendet {sent}, {ago}.</translation>
  </message>
  <message>
   <source>Sep</source>
   <translation>Sep</translation>
  </message>
  <message>
   <source>Service level in percent</source>
   <translation>Servicegrad in Prozent</translation>
  </message>
  <message>
   <source>Set by hand on {day}: {days}</source>
   <translation>Von Hand gesetzt am {day}: {days}</translation>
  </message>
  <message>
   <source>Set promise</source>
   <translation>Zusage eintragen</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <source>Share of lines on time, by month of the first promise</source>
   <translation>Anteil pünktlicher Positionen, nach Monat der ersten Zusage</translation>
  </message>
  <message>
   <source>Share of the variation</source>
   <translation>Anteil an der Streuung</translation>
  </message>
  <message>
   <source>Share of the variation of arrival, 95 % interval</source>
   <translation>Anteil an der Streuung der Ankunft, 95-%-Intervall</translation>
  </message>
  <message>
   <source>Sheet</source>
   <translation>Blatt</translation>
  </message>
  <message>
   <source>Shift+↑ ↓</source>
   <translation>Umschalt+↑ ↓</translation>
  </message>
  <message>
   <source>ShipEngine must be told the carrier's code (such as ups) as the shipment's service.</source>
   <translation>ShipEngine braucht das Kürzel des Carriers (etwa ups) als Dienst der Sendung.</translation>
  </message>
  <message>
   <source>Shipment</source>
   <translation>Sendung</translation>
  </message>
  <message>
   <source>Shipments</source>
   <translation>Sendungen</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Versandt</translation>
  </message>
  <message>
   <source>Shipped by {carrier}</source>
   <translation>Versandt mit {carrier}</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Alle zeigen</translation>
  </message>
  <message>
   <source>Show all lines</source>
   <translation>Alle Positionen zeigen</translation>
  </message>
  <message>
   <source>Show all shipments</source>
   <translation>Alle Sendungen zeigen</translation>
  </message>
  <message>
   <source>Show as “will be late” from a chance of (%)</source>
   <translation>Als „wird zu spät“ zeigen ab einer Wahrscheinlichkeit von (%)</translation>
  </message>
  <message>
   <source>Show only lines that are so</source>
   <translation>Nur Positionen zeigen, die so sind</translation>
  </message>
  <message>
   <source>Show or hide the line's story</source>
   <translation>Verlauf der Position zeigen oder verbergen</translation>
  </message>
  <message>
   <source>Show or hide the shipment's events</source>
   <translation>Die Ereignisse der Sendung zeigen oder verbergen</translation>
  </message>
  <message>
   <source>Show the links by stage or by party, and choose one that lost days.</source>
   <translation>Zeigen Sie die Glieder nach Abschnitt oder Partei und wählen Sie eines, das Tage verlor.</translation>
  </message>
  <message>
   <source>Show the log files</source>
   <translation>Protokolldateien zeigen</translation>
  </message>
  <message>
   <source>Show these lines</source>
   <translation>Diese Positionen zeigen</translation>
  </message>
  <message>
   <source>Side</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Sign in by</source>
   <translation>Anmelden mit</translation>
  </message>
  <message>
   <source>Signal</source>
   <translation>Signal</translation>
  </message>
  <message>
   <source>Simulating stock</source>
   <translation>Bestand wird simuliert</translation>
  </message>
  <message>
   <source>Since April 2026 mostly for labels of your own or under an agreement with USPS.</source>
   <translation>Seit April 2026 meist nur für eigene Etiketten oder nach Vereinbarung mit USPS.</translation>
  </message>
  <message>
   <source>Since the export of</source>
   <translation>Seit dem Export vom</translation>
  </message>
  <message>
   <source>Since the export of {day}: {dates} moved{later}{due}.</source>
   <translation>Seit dem Export vom {day}: {dates} verschoben{later}{due}.</translation>
  </message>
  <message>
   <source>Single lines</source>
   <translation>Einzelne Positionen</translation>
  </message>
  <message>
   <source>Slips, and how often we were warned five working days ahead</source>
   <translation>Verschiebungen, und wie oft wir fünf Arbeitstage vorher gewarnt wurden</translation>
  </message>
  <message>
   <source>Snooze</source>
   <translation>Zurückstellen</translation>
  </message>
  <message>
   <source>Snooze until a day that is still to come.</source>
   <translation>Zurückstellen geht nur bis zu einem Tag, der noch kommt.</translation>
  </message>
  <message>
   <source>Snoozed</source>
   <translation>Zurückgestellt</translation>
  </message>
  <message>
   <source>Some carriers want more than the number; leave empty what they do not ask for.</source>
   <translation>Manche Carrier wollen mehr als die Nummer; lassen Sie leer, wonach sie nicht fragen.</translation>
  </message>
  <message>
   <source>Something was recorded by hand or read from a mail on lines of import {import_id}. Take that back first, or keep the import.</source>
   <translation>Zu Positionen von Import {import_id} wurde etwas von Hand erfasst oder aus einer Mail gelesen. Nehmen Sie das zuerst zurück, oder behalten Sie den Import.</translation>
  </message>
  <message>
   <source>Spanish</source>
   <translation>Spanisch</translation>
  </message>
  <message>
   <source>Stages</source>
   <translation>Abschnitte</translation>
  </message>
  <message>
   <source>Start here each morning</source>
   <translation>Beginnen Sie hier jeden Morgen</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Still for</source>
   <translation>Still seit</translation>
  </message>
  <message>
   <source>Still open</source>
   <translation>Noch offen</translation>
  </message>
  <message>
   <source>Still open: {lines}</source>
   <translation>Noch offen: {lines}</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Stop following</source>
   <translation>Nicht mehr verfolgen</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Abgebrochen.</translation>
  </message>
  <message>
   <source>Stopped. No demo was made.</source>
   <translation>Abgebrochen. Es wurde keine Demo erstellt.</translation>
  </message>
  <message>
   <source>Stopped. Nothing was imported.</source>
   <translation>Abgebrochen. Es wurde nichts importiert.</translation>
  </message>
  <message>
   <source>Stopped. What was unfinished was left as it was.</source>
   <translation>Abgebrochen. Was nicht fertig war, blieb, wie es war.</translation>
  </message>
  <message>
   <source>Stopped: {text}.</source>
   <translation>Abgebrochen: {text}.</translation>
  </message>
  <message>
   <source>Stopped: {text}. The next fetch goes on from here.</source>
   <translation>Angehalten: {text}. Der nächste Abruf macht hier weiter.</translation>
  </message>
  <message>
   <source>Stopping: {name}</source>
   <translation>Wird abgebrochen: {name}</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Stuck on the way</source>
   <translation>Steckt fest</translation>
  </message>
  <message>
   <source>Stuck on the way: still for at least (days)</source>
   <translation>Steckt unterwegs fest: still seit mindestens (Tagen)</translation>
  </message>
  <message>
   <source>Subtotals by supplier, material, owner, month and more</source>
   <translation>Zwischensummen nach Lieferant, Material, Zuständigem, Monat und mehr</translation>
  </message>
  <message>
   <source>Such as: their forwarder booked it</source>
   <translation>Etwa: ihr Spediteur hat gebucht</translation>
  </message>
  <message>
   <source>Suggestion “{words}” accepted</source>
   <translation>Vorschlag „{words}“ angenommen</translation>
  </message>
  <message>
   <source>Suggestion “{words}” set aside</source>
   <translation>Vorschlag „{words}“ verworfen</translation>
  </message>
  <message>
   <source>Summer shutdown, inventory …</source>
   <translation>Betriebsferien, Inventur …</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>So</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Supplier not known</source>
   <translation>Lieferant nicht bekannt</translation>
  </message>
  <message>
   <source>Supplier or country</source>
   <translation>Lieferant oder Land</translation>
  </message>
  <message>
   <source>Supplier scorecard</source>
   <translation>Lieferantenbewertung</translation>
  </message>
  <message>
   <source>Suppliers</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>Suppliers we agreed to talk to regularly</source>
   <translation>Lieferanten, mit denen wir regelmäßig sprechen wollen</translation>
  </message>
  <message>
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <source>Switch the selected carrier on or off</source>
   <translation>Den gewählten Carrier ein- oder ausschalten</translation>
  </message>
  <message>
   <source>Switching the carrier</source>
   <translation>Carrier wird umgeschaltet</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>Tables (*)</source>
   <translation>Tabellen (*)</translation>
  </message>
  <message>
   <source>Tables and dialogs</source>
   <translation>Tabellen und Dialoge</translation>
  </message>
  <message>
   <source>Tables and messages (*)</source>
   <translation>Tabellen und Nachrichten (*)</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take the planning lead time into the decision log</source>
   <translation>Die Planlieferzeit ins Entscheidungsprotokoll übernehmen</translation>
  </message>
  <message>
   <source>Take the selected import back</source>
   <translation>Den gewählten Import zurücknehmen</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Rundgang machen</translation>
  </message>
  <message>
   <source>Take your own word back</source>
   <translation>Die eigene Angabe zurücknehmen</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>Zurückgenommen: {what}</translation>
  </message>
  <message>
   <source>Taken for</source>
   <translation>Gilt als</translation>
  </message>
  <message>
   <source>Taking the import back</source>
   <translation>Import wird zurückgenommen</translation>
  </message>
  <message>
   <source>Te&amp;xt</source>
   <translation>Te&amp;xt</translation>
  </message>
  <message>
   <source>Tell me on the desktop when a status changes, or no longer</source>
   <translation>Auf dem Desktop melden, wenn sich ein Status ändert, oder nicht mehr</translation>
  </message>
  <message>
   <source>Tell receiving</source>
   <translation>Wareneingang informieren</translation>
  </message>
  <message>
   <source>Test connection</source>
   <translation>Verbindung prüfen</translation>
  </message>
  <message>
   <source>Test the connection</source>
   <translation>Verbindung prüfen</translation>
  </message>
  <message>
   <source>Testing the forecasts</source>
   <translation>Prognosen werden erprobt</translation>
  </message>
  <message>
   <source>That is no file on this machine. Save it first, then drop it here.</source>
   <translation>Das ist keine Datei auf diesem Rechner. Speichern Sie sie zuerst, dann hier ablegen.</translation>
  </message>
  <message>
   <source>That question is no longer there. Refresh the list.</source>
   <translation>Diese Frage gibt es nicht mehr. Aktualisieren Sie die Liste.</translation>
  </message>
  <message>
   <source>That was recorded for {number} before.</source>
   <translation>Das wurde für {number} schon festgehalten.</translation>
  </message>
  <message>
   <source>The ERP has no figure to keep here. Accept this one with A, or set one with E.</source>
   <translation>Das ERP hat hier keine Zahl, die man behalten könnte. Nehmen Sie diese mit A an, oder setzen Sie mit E eine eigene.</translation>
  </message>
  <message>
   <source>The ERP's figure kept on {day}: {days}</source>
   <translation>Zahl des ERP behalten am {day}: {days}</translation>
  </message>
  <message>
   <source>The address of {name} holds a password. Enter it as a key instead.</source>
   <translation>Die Adresse von {name} enthält ein Passwort. Geben Sie es stattdessen als Schlüssel ein.</translation>
  </message>
  <message>
   <source>The address set for {name} is not valid. Check it in Settings → Carriers.</source>
   <translation>Die Adresse für {name} ist ungültig. Prüfen Sie sie unter Einstellungen → Carrier.</translation>
  </message>
  <message>
   <source>The agenda is on the clipboard.</source>
   <translation>Die Tagesordnung liegt in der Zwischenablage.</translation>
  </message>
  <message>
   <source>The answer holds no EPCIS events.</source>
   <translation>Die Antwort enthält keine EPCIS-Ereignisse.</translation>
  </message>
  <message>
   <source>The answer of {name} has no data in it.</source>
   <translation>Die Antwort von {name} enthält keine Daten.</translation>
  </message>
  <message>
   <source>The answer of {name} has no details in it.</source>
   <translation>Die Antwort von {name} enthält keine Einzelheiten.</translation>
  </message>
  <message>
   <source>The answer of {name} has no mail piece in it.</source>
   <translation>Die Antwort von {name} enthält keine Postsendung.</translation>
  </message>
  <message>
   <source>The answer of {name} has no parcels in it.</source>
   <translation>Die Antwort von {name} enthält keine Pakete.</translation>
  </message>
  <message>
   <source>The answer of {name} has no results in it.</source>
   <translation>Die Antwort von {name} enthält keine Ergebnisse.</translation>
  </message>
  <message>
   <source>The answer of {name} has no shipment in it.</source>
   <translation>Die Antwort von {name} enthält keine Sendung.</translation>
  </message>
  <message>
   <source>The answer of {name} has no shipments in it.</source>
   <translation>Die Antwort von {name} enthält keine Sendungen.</translation>
  </message>
  <message>
   <source>The answer of {name} has no tracker in it.</source>
   <translation>Die Antwort von {name} enthält keinen Tracker.</translation>
  </message>
  <message>
   <source>The answer of {name} has no trackers in it.</source>
   <translation>Die Antwort von {name} enthält keine Tracker.</translation>
  </message>
  <message>
   <source>The answer of {name} has no tracking in it.</source>
   <translation>Die Antwort von {name} enthält keine Verfolgung.</translation>
  </message>
  <message>
   <source>The backup would overwrite the workspace itself. Choose another name.</source>
   <translation>Die Sicherung würde die Arbeitsdatei selbst überschreiben. Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>The carrier gives no date.</source>
   <translation>Der Carrier nennt keinen Termin.</translation>
  </message>
  <message>
   <source>The carrier gives no date; needed {day}.</source>
   <translation>Der Carrier nennt keinen Termin; Bedarf {day}.</translation>
  </message>
  <message>
   <source>The carrier names order {orders}: link it with O.</source>
   <translation>Der Carrier nennt Bestellung {orders}: mit O verknüpfen.</translation>
  </message>
  <message>
   <source>The carrier names {offered}. {about}</source>
   <translation>Der Carrier nennt {offered}. {about}</translation>
  </message>
  <message>
   <source>The carrier no longer lists it: its data has aged out. What is known is kept.</source>
   <translation>Der Carrier führt sie nicht mehr: Die Daten sind dort gelöscht. Was bekannt ist, bleibt erhalten.</translation>
  </message>
  <message>
   <source>The carrier's date has not moved</source>
   <translation>Der Termin des Carriers hat sich nicht verschoben</translation>
  </message>
  <message>
   <source>The carrier's date moved {moved} {direction}</source>
   <translation>Der Termin des Carriers hat sich um {moved} {direction} verschoben</translation>
  </message>
  <message>
   <source>The carrier's last answer failed.</source>
   <translation>Die letzte Antwort des Carriers ist gescheitert.</translation>
  </message>
  <message>
   <source>The certificate of {host} is not trusted ({verify_message}). Check the server's name; a company's own certificate belongs in this system's list.</source>
   <translation>Dem Zertifikat von {host} wird nicht vertraut ({verify_message}). Prüfen Sie den Namen des Servers; ein Firmenzertifikat gehört in die Zertifikatsliste dieses Systems.</translation>
  </message>
  <message>
   <source>The clock of this machine says {today}, but the last export came in on {last}. Set the clock: all days are counted from it.</source>
   <translation>Die Uhr dieses Rechners sagt {today}, aber der letzte Export kam am {last}. Stellen Sie die Uhr: Alle Tage werden ab ihr gezählt.</translation>
  </message>
  <message>
   <source>The columns are as you confirmed them before.</source>
   <translation>Die Spalten sind so, wie Sie sie früher bestätigt haben.</translation>
  </message>
  <message>
   <source>The connection to {host} broke off when the mail was handed over: it may have been sent. Look in your provider's list of sent mails, or ask the supplier.</source>
   <translation>Die Verbindung zu {host} brach bei der Übergabe der Mail ab: Sie ist vielleicht gesendet. Sehen Sie beim Anbieter in den gesendeten Mails nach, oder fragen Sie den Lieferanten.</translation>
  </message>
  <message>
   <source>The connection to {where} broke off. Try again.</source>
   <translation>Die Verbindung zu {where} brach ab. Versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The date the mail gives; nothing counts until you accept it</source>
   <translation>Das Datum, das die Mail nennt; nichts zählt, bevor Sie es annehmen</translation>
  </message>
  <message>
   <source>The dates in the file became known to us on this day</source>
   <translation>Die Termine der Datei wurden uns an diesem Tag bekannt</translation>
  </message>
  <message>
   <source>The day of the newest message</source>
   <translation>Der Tag der jüngsten Nachricht</translation>
  </message>
  <message>
   <source>The day on which we need it</source>
   <translation>Der Tag, an dem wir es brauchen</translation>
  </message>
  <message>
   <source>The day the order was sent; where a file has only the day it was created, that day</source>
   <translation>Der Tag, an dem die Bestellung hinausging; kennt eine Datei nur den Anlagetag, dann dieser</translation>
  </message>
  <message>
   <source>The drafts are written. Open them in your mail program and send them.</source>
   <translation>Die Entwürfe sind geschrieben. Öffnen Sie sie in Ihrem Mailprogramm und senden Sie sie.</translation>
  </message>
  <message>
   <source>The earliest day on which a line in it is needed</source>
   <translation>Der früheste Tag, an dem eine Position darin gebraucht wird</translation>
  </message>
  <message>
   <source>The encryption is tls, starttls or plain; one signs in by password or token.</source>
   <translation>Die Verschlüsselung ist tls, starttls oder plain; angemeldet wird mit Passwort oder Token.</translation>
  </message>
  <message>
   <source>The export of your open orders</source>
   <translation>Der Export Ihrer offenen Bestellungen</translation>
  </message>
  <message>
   <source>The figures could not be worked out.</source>
   <translation>Die Zahlen ließen sich nicht berechnen.</translation>
  </message>
  <message>
   <source>The file</source>
   <translation>Die Datei</translation>
  </message>
  <message>
   <source>The file has no column “{column}”. Its columns are: {headers}.</source>
   <translation>Die Datei hat keine Spalte „{column}“. Ihre Spalten sind: {headers}.</translation>
  </message>
  <message>
   <source>The file is damaged: {found}. Restore a backup.</source>
   <translation>Die Datei ist beschädigt: {found}. Stellen Sie eine Sicherung wieder her.</translation>
  </message>
  <message>
   <source>The file is sound.</source>
   <translation>Die Datei ist in Ordnung.</translation>
  </message>
  <message>
   <source>The first date the supplier gave; suppliers are graded against it</source>
   <translation>Das erste Datum, das der Lieferant nannte; daran wird er gemessen</translation>
  </message>
  <message>
   <source>The first day on which all that was received reaches the ordered quantity, less the tolerance</source>
   <translation>Der erste Tag, an dem alle Eingänge die bestellte Menge abzüglich der Toleranz erreichen</translation>
  </message>
  <message>
   <source>The first export in which the open line stood no more</source>
   <translation>Der erste Export, in dem die offene Position nicht mehr stand</translation>
  </message>
  <message>
   <source>The first fetch looks back between 1 day and 10 years.</source>
   <translation>Der erste Abruf blickt zwischen 1 Tag und 10 Jahren zurück.</translation>
  </message>
  <message>
   <source>The last date the supplier gave</source>
   <translation>Der letzte Termin, den der Lieferant nannte</translation>
  </message>
  <message>
   <source>The last day is before the first one. Exchange them.</source>
   <translation>Der letzte Tag liegt vor dem ersten. Beide tauschen.</translation>
  </message>
  <message>
   <source>The last decision on each holds, and goes into the export for the ERP.</source>
   <translation>Es gilt jeweils die letzte Entscheidung; sie steht auch im Export für das ERP.</translation>
  </message>
  <message>
   <source>The last part is promised for {last}.</source>
   <translation>Der letzte Teil ist für {last} zugesagt.</translation>
  </message>
  <message>
   <source>The lead time that covers 80 % of deliveries, open lines counted as longer so far; the ERP's below it</source>
   <translation>Die Lieferzeit, die 80 % der Lieferungen deckt, offene Positionen als bisher länger gezählt; darunter die des ERP</translation>
  </message>
  <message>
   <source>The lead time that covers the service level</source>
   <translation>Die Lieferzeit, die den Servicegrad abdeckt</translation>
  </message>
  <message>
   <source>The lead time that covers your service level beside the ERP's figure. The hope gap shows where the plan is a wish.</source>
   <translation>Die Lieferzeit, die Ihren Servicegrad abdeckt, neben dem Wert des ERP. Die Lücke zeigt, wo der Plan ein Wunsch ist.</translation>
  </message>
  <message>
   <source>The letter in {language} is saved.</source>
   <translation>Der Brief auf {language} ist gespeichert.</translation>
  </message>
  <message>
   <source>The letter must hold $table, where its order lines go.</source>
   <translation>Im Brief muss $table stehen, dort kommen die Positionen hin.</translation>
  </message>
  <message>
   <source>The line asked about</source>
   <translation>Die Position, nach der gefragt wird</translation>
  </message>
  <message>
   <source>The line does not know this number, or not yet.</source>
   <translation>Die Reederei kennt diese Nummer nicht oder noch nicht.</translation>
  </message>
  <message>
   <source>The line is confirmed, but there is no date.</source>
   <translation>Die Position ist bestätigt, aber ohne Termin.</translation>
  </message>
  <message>
   <source>The line was cancelled meanwhile.</source>
   <translation>Die Position wurde inzwischen storniert.</translation>
  </message>
  <message>
   <source>The line was received meanwhile.</source>
   <translation>Die Position ist inzwischen eingegangen.</translation>
  </message>
  <message>
   <source>The line's answer holds no list of events.</source>
   <translation>Die Antwort der Reederei enthält keine Liste von Ereignissen.</translation>
  </message>
  <message>
   <source>The line's answer holds no list of events: {reason}.</source>
   <translation>Die Antwort der Reederei enthält keine Liste von Ereignissen: {reason}.</translation>
  </message>
  <message>
   <source>The line's next page lies on another host, to which we do not take the key.</source>
   <translation>Die nächste Seite der Reederei liegt auf einem anderen Server, dem wir den Schlüssel nicht geben.</translation>
  </message>
  <message>
   <source>The line's story</source>
   <translation>Der Verlauf der Position</translation>
  </message>
  <message>
   <source>The lines asked about</source>
   <translation>Die Positionen, nach denen gefragt wird</translation>
  </message>
  <message>
   <source>The lines no longer listed are still open</source>
   <translation>Die nicht mehr gelisteten Positionen sind noch offen</translation>
  </message>
  <message>
   <source>The lines no longer listed were cancelled</source>
   <translation>Die nicht mehr gelisteten Positionen wurden storniert</translation>
  </message>
  <message>
   <source>The lines no longer listed were received</source>
   <translation>Die nicht mehr gelisteten Positionen sind eingegangen</translation>
  </message>
  <message>
   <source>The log of what was accepted, kept and set</source>
   <translation>Was angenommen, behalten und gesetzt wurde</translation>
  </message>
  <message>
   <source>The mail has very many parts; the rest was not read.</source>
   <translation>Die Mail hat sehr viele Teile; der Rest wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>The mail's structure is broken; its raw text is shown.</source>
   <translation>Der Aufbau der Mail ist beschädigt; gezeigt wird ihr Rohtext.</translation>
  </message>
  <message>
   <source>The mailbox has no folder “{folder}”. Choose its folders in Settings → Mail.</source>
   <translation>Das Postfach hat keinen Ordner „{folder}“. Wählen Sie seine Ordner unter Einstellungen → Mail.</translation>
  </message>
  <message>
   <source>The mails</source>
   <translation>Die Mails</translation>
  </message>
  <message>
   <source>The numbers are on the clipboard.</source>
   <translation>Die Zahlen liegen in der Zwischenablage.</translation>
  </message>
  <message>
   <source>The only line came as promised or sooner.</source>
   <translation>Die einzige Position kam wie zugesagt oder früher.</translation>
  </message>
  <message>
   <source>The only line took longer than promised.</source>
   <translation>Die einzige Position dauerte länger als zugesagt.</translation>
  </message>
  <message>
   <source>The pages of the scorecard</source>
   <translation>Die Seiten der Bewertung</translation>
  </message>
  <message>
   <source>The password was not changed.</source>
   <translation>Das Passwort wurde nicht geändert.</translation>
  </message>
  <message>
   <source>The period “{text}” ends before it starts. Put the earlier day first.</source>
   <translation>Der Zeitraum „{text}“ endet, bevor er beginnt. Stellen Sie den früheren Tag voran.</translation>
  </message>
  <message>
   <source>The person at the supplier</source>
   <translation>Die Person beim Lieferanten</translation>
  </message>
  <message>
   <source>The picture is on the clipboard.</source>
   <translation>Das Bild liegt in der Zwischenablage.</translation>
  </message>
  <message>
   <source>The program's file {name} is missing. Install the program again.</source>
   <translation>Die Programmdatei {name} fehlt. Installieren Sie das Programm neu.</translation>
  </message>
  <message>
   <source>The promise that stands now</source>
   <translation>Die Zusage, die jetzt gilt</translation>
  </message>
  <message>
   <source>The promise was {before} when we asked, and is {now} now.</source>
   <translation>Die Zusage war {before}, als wir fragten, und ist jetzt {now}.</translation>
  </message>
  <message>
   <source>The promised date has passed and the goods are not here</source>
   <translation>Der zugesagte Termin ist vorbei, und die Ware ist nicht da</translation>
  </message>
  <message>
   <source>The public holidays of “{country}” are not known. Choose a country.</source>
   <translation>Die Feiertage von „{country}“ sind nicht bekannt. Ein Land wählen.</translation>
  </message>
  <message>
   <source>The question is settled, say by phone; its clock stops</source>
   <translation>Die Frage ist geklärt, etwa am Telefon; ihre Uhr hält an</translation>
  </message>
  <message>
   <source>The required date was copied; what the supplier can really do is not known.</source>
   <translation>Der Bedarfstermin wurde übernommen; was der Lieferant wirklich kann, ist nicht bekannt.</translation>
  </message>
  <message>
   <source>The same is recorded already. Change its day or its text, or leave it.</source>
   <translation>Dasselbe ist schon erfasst. Ändern Sie Tag oder Text, oder lassen Sie es.</translation>
  </message>
  <message>
   <source>The same need may be ordered twice, or a line counted twice.</source>
   <translation>Derselbe Bedarf ist vielleicht zweimal bestellt oder eine Position doppelt gezählt.</translation>
  </message>
  <message>
   <source>The secure connection to {name} failed. Behind a company proxy, name its CA file in Settings.</source>
   <translation>Die gesicherte Verbindung zu {name} ist gescheitert. Nennen Sie hinter einem Firmenproxy dessen Zertifikatsdatei in den Einstellungen.</translation>
  </message>
  <message>
   <source>The selected dates become promises, with the mail as evidence</source>
   <translation>Die gewählten Termine werden Zusagen, mit der Mail als Nachweis</translation>
  </message>
  <message>
   <source>The sender is shown as {shown}, but the mail comes from {sender}.</source>
   <translation>Als Absender wird {shown} gezeigt, die Mail kommt aber von {sender}.</translation>
  </message>
  <message>
   <source>The service level lies between 0 and 1: write 0.8 for 80 %.</source>
   <translation>Der Servicegrad liegt zwischen 0 und 1: Schreiben Sie 0.8 für 80 %.</translation>
  </message>
  <message>
   <source>The share of deliveries that the planning lead time covers</source>
   <translation>Der Anteil der Lieferungen, den die Planlieferzeit abdeckt</translation>
  </message>
  <message>
   <source>The sheet “{name}” of {file} cannot be read ({error}). Save it again as XLSX or CSV.</source>
   <translation>Das Blatt „{name}“ von {file} ist nicht lesbar ({error}). Speichern Sie es neu als XLSX oder CSV.</translation>
  </message>
  <message>
   <source>The step is a number of months of at least one, such as 3m.</source>
   <translation>Der Schritt ist eine Zahl von Monaten, mindestens einer, etwa 3m.</translation>
  </message>
  <message>
   <source>The supplier gave a later date in the last week</source>
   <translation>Der Lieferant nannte in der letzten Woche einen späteren Termin</translation>
  </message>
  <message>
   <source>The supplier's country, and days off of its own</source>
   <translation>Das Land des Lieferanten und seine eigenen freien Tage</translation>
  </message>
  <message>
   <source>The supplier's promise</source>
   <translation>Die Zusage des Lieferanten</translation>
  </message>
  <message>
   <source>The supplier's usual delay, open lines counted</source>
   <translation>Üblicher Verzug des Lieferanten, offene Positionen mitgezählt</translation>
  </message>
  <message>
   <source>The table for {supplier} is on the clipboard: paste it into your mail. When the mail is on its way, press “I asked with the table”, and its clock starts.</source>
   <translation>Die Tabelle für {supplier} liegt in der Zwischenablage: Fügen Sie sie in Ihre Mail ein. Ist die Mail unterwegs, drücken Sie „Mit der Tabelle gefragt“, und ihre Uhr beginnt.</translation>
  </message>
  <message>
   <source>The text is filed.</source>
   <translation>Der Text ist abgelegt.</translation>
  </message>
  <message>
   <source>The text is very long; only its beginning was read.</source>
   <translation>Der Text ist sehr lang; nur sein Anfang wurde gelesen.</translation>
  </message>
  <message>
   <source>The user name has characters that cannot be typed. Type it again.</source>
   <translation>Der Benutzername enthält Zeichen, die man nicht tippen kann. Geben Sie ihn neu ein.</translation>
  </message>
  <message>
   <source>The usual limits hold for it</source>
   <translation>Für ihn gelten die üblichen Grenzen</translation>
  </message>
  <message>
   <source>The window speaks this language from its next start.</source>
   <translation>Das Fenster spricht diese Sprache ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>The words of the mails that ask for dates</source>
   <translation>Der Wortlaut der Mails, die nach Terminen fragen</translation>
  </message>
  <message>
   <source>Their call</source>
   <translation>Ihr Anruf</translation>
  </message>
  <message>
   <source>Their mail</source>
   <translation>Ihre Mail</translation>
  </message>
  <message>
   <source>There is no chart of “{measure}”. Choose from {choices}.</source>
   <translation>Ein Diagramm „{measure}“ gibt es nicht. Wählen Sie aus {choices}.</translation>
  </message>
  <message>
   <source>There is no column “{column}” in {name}.</source>
   <translation>Eine Spalte „{column}“ gibt es in {name} nicht.</translation>
  </message>
  <message>
   <source>There is no date to edit in it. Accept it with A.</source>
   <translation>Darin steht kein Termin zum Ändern. Nehmen Sie es mit A an.</translation>
  </message>
  <message>
   <source>There is no field “{field}”. Fields are: {fields}.</source>
   <translation>Ein Feld „{field}“ gibt es nicht. Felder sind: {fields}.</translation>
  </message>
  <message>
   <source>There is no figure to accept yet. Set one with E.</source>
   <translation>Noch gibt es keine Zahl anzunehmen. Setzen Sie mit E eine eigene.</translation>
  </message>
  <message>
   <source>There is no file {path}. Check the name, or import a file to create it.</source>
   <translation>Es gibt keine Datei {path}. Prüfen Sie den Namen, oder importieren Sie eine Datei, um sie anzulegen.</translation>
  </message>
  <message>
   <source>There is no file {path}. Check the name.</source>
   <translation>Es gibt keine Datei {path}. Prüfen Sie den Namen.</translation>
  </message>
  <message>
   <source>There is no filter “{keyword}” in {name}.</source>
   <translation>Einen Filter „{keyword}“ gibt es in {name} nicht.</translation>
  </message>
  <message>
   <source>There is no format “{name}”. Choose from {choices}.</source>
   <translation>Ein Format „{name}“ gibt es nicht. Wählen Sie aus {choices}.</translation>
  </message>
  <message>
   <source>There is no import {import_id}. `imports` lists them.</source>
   <translation>Einen Import {import_id} gibt es nicht. `imports` zählt sie auf.</translation>
  </message>
  <message>
   <source>There is no letter in “{language}”. Choose from {choices}.</source>
   <translation>Einen Brief auf „{language}“ gibt es nicht. Wählen Sie aus {choices}.</translation>
  </message>
  <message>
   <source>There is no operator “{operator}”.</source>
   <translation>Einen Vergleich „{operator}“ gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no stage “{stage}”. Stages are S0 to S10.</source>
   <translation>Einen Abschnitt „{stage}“ gibt es nicht. Abschnitte sind S0 bis S10.</translation>
  </message>
  <message>
   <source>There is no supplier {supplier_id} in this workspace.</source>
   <translation>Einen Lieferanten {supplier_id} gibt es in dieser Arbeitsdatei nicht.</translation>
  </message>
  <message>
   <source>There is no supplier “{name}”. Give its code or its name as in the orders.</source>
   <translation>Es gibt keinen Lieferanten „{name}“. Nennen Sie seine Nummer oder seinen Namen wie in den Bestellungen.</translation>
  </message>
  <message>
   <source>There is no supplier “{text}” in this workspace. Give its code or a part of its name.</source>
   <translation>Es gibt keinen Lieferanten „{text}“ in dieser Arbeitsdatei. Nennen Sie seine Nummer oder einen Teil seines Namens.</translation>
  </message>
  <message>
   <source>There is no table on the clipboard. Copy rows with their header in a spreadsheet.</source>
   <translation>In der Zwischenablage liegt keine Tabelle. Kopieren Sie Zeilen mit ihrer Überschrift aus einer Tabelle.</translation>
  </message>
  <message>
   <source>There is no table “{table}” to export. Choose from {choices}.</source>
   <translation>Eine Tabelle „{table}“ zum Exportieren gibt es nicht. Wählen Sie aus {choices}.</translation>
  </message>
  <message>
   <source>There is no text on the clipboard. Copy the mail's text, and paste it again.</source>
   <translation>In der Zwischenablage ist kein Text. Kopieren Sie den Text der Mail und fügen Sie ihn noch einmal ein.</translation>
  </message>
  <message>
   <source>These lines are no longer open.</source>
   <translation>Diese Positionen sind nicht mehr offen.</translation>
  </message>
  <message>
   <source>These lines count for no supplier.</source>
   <translation>Diese Positionen zählen für keinen Lieferanten.</translation>
  </message>
  <message>
   <source>They are closed then: {days}</source>
   <translation>Dort ist dann geschlossen: {days}</translation>
  </message>
  <message>
   <source>They are closed: {days}.</source>
   <translation>Dort ist geschlossen: {days}.</translation>
  </message>
  <message>
   <source>They asked</source>
   <translation>Sie fragten</translation>
  </message>
  <message>
   <source>They expect to ship on Thursday …</source>
   <translation>Sie wollen am Donnerstag versenden …</translation>
  </message>
  <message>
   <source>They have been called.</source>
   <translation>Sie wurden angerufen.</translation>
  </message>
  <message>
   <source>They owe an answer</source>
   <translation>Sie schulden eine Antwort</translation>
  </message>
  <message>
   <source>This FedEx key has no Track capability. Add it to the project at developer.fedex.com.</source>
   <translation>Diesem FedEx-Schlüssel fehlt die Track-Funktion. Fügen Sie sie unter developer.fedex.com zum Projekt hinzu.</translation>
  </message>
  <message>
   <source>This USPS key may not track. Ask USPS to add the tracking scope to your app.</source>
   <translation>Dieser USPS-Schlüssel darf nicht verfolgen. Bitten Sie USPS, Ihrer App den Scope für die Verfolgung zu geben.</translation>
  </message>
  <message>
   <source>This app</source>
   <translation>Dieses Programm</translation>
  </message>
  <message>
   <source>This cannot be saved: {text}.</source>
   <translation>Das kann nicht gespeichert werden: {text}.</translation>
  </message>
  <message>
   <source>This cannot be undone: something recorded later rests on it. Undo that first.</source>
   <translation>Das lässt sich nicht zurücknehmen: später Erfasstes beruht darauf. Nehmen Sie zuerst jenes zurück.</translation>
  </message>
  <message>
   <source>This check-in is no longer in the workspace. Refresh the screen.</source>
   <translation>Diese Abstimmung ist nicht mehr in der Arbeitsdatei. Aktualisieren Sie die Ansicht.</translation>
  </message>
  <message>
   <source>This date belongs to no order line of the workspace yet. Choose the line with E.</source>
   <translation>Dieses Datum gehört noch zu keiner Bestellposition der Arbeitsdatei. Wählen Sie die Position mit E.</translation>
  </message>
  <message>
   <source>This day was past already when we asked.</source>
   <translation>Dieser Tag war schon vorbei, als wir fragten.</translation>
  </message>
  <message>
   <source>This entry is no longer in the workspace. Refresh the screen.</source>
   <translation>Dieser Eintrag ist nicht mehr in der Arbeitsdatei. Aktualisieren Sie die Ansicht.</translation>
  </message>
  <message>
   <source>This file</source>
   <translation>Diese Datei</translation>
  </message>
  <message>
   <source>This is what would change; nothing has been imported yet.{waiting}</source>
   <translation>Das würde sich ändern; noch ist nichts importiert.{waiting}</translation>
  </message>
  <message>
   <source>This line is no longer in the workspace.</source>
   <translation>Diese Position ist nicht mehr in der Arbeitsdatei.</translation>
  </message>
  <message>
   <source>This line needs the booking beside the container number. Enter it on the shipment.</source>
   <translation>Diese Reederei braucht neben der Containernummer die Buchung. Tragen Sie sie an der Sendung ein.</translation>
  </message>
  <message>
   <source>This mail is larger than 60 MB and was not read.</source>
   <translation>Diese Mail ist größer als 60 MB und wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>This order has no other open line to link.</source>
   <translation>Diese Bestellung hat keine weitere offene Position zum Verknüpfen.</translation>
  </message>
  <message>
   <source>This order line is no longer in the workspace. Refresh the screen.</source>
   <translation>Diese Position ist nicht mehr in der Arbeitsdatei. Aktualisieren Sie die Ansicht.</translation>
  </message>
  <message>
   <source>This points to something that is no longer in the workspace. Refresh the screen.</source>
   <translation>Das verweist auf etwas, das nicht mehr in der Arbeitsdatei ist. Aktualisieren Sie die Ansicht.</translation>
  </message>
  <message>
   <source>This shipment is no longer in the workspace. Refresh the list.</source>
   <translation>Diese Sendung ist nicht mehr in der Arbeitsdatei. Aktualisieren Sie die Liste.</translation>
  </message>
  <message>
   <source>This suggestion has no date. Give one.</source>
   <translation>Dieser Vorschlag hat kein Datum. Geben Sie eines an.</translation>
  </message>
  <message>
   <source>This suggestion is no longer in the workspace. Refresh the screen.</source>
   <translation>Dieser Vorschlag ist nicht mehr in der Arbeitsdatei. Aktualisieren Sie die Ansicht.</translation>
  </message>
  <message>
   <source>This suggestion was decided already.</source>
   <translation>Über diesen Vorschlag wurde schon entschieden.</translation>
  </message>
  <message>
   <source>This supplier has no open line that the date could be about.</source>
   <translation>Dieser Lieferant hat keine offene Position, die gemeint sein könnte.</translation>
  </message>
  <message>
   <source>This supplier is no longer in the workspace. Refresh the screen.</source>
   <translation>Dieser Lieferant ist nicht mehr in der Arbeitsdatei. Aktualisieren Sie die Ansicht.</translation>
  </message>
  <message>
   <source>This system has no keyring that can be used: kept until the program ends. To spare typing, set {named} in the environment.</source>
   <translation>Dieses System hat keinen nutzbaren Schlüsselbund: gemerkt, bis das Programm endet. Um das Eintippen zu sparen, setzen Sie {named} in der Umgebung.</translation>
  </message>
  <message>
   <source>This text is longer than {most} characters. Shorten it.</source>
   <translation>Dieser Text ist länger als {most} Zeichen. Kürzen Sie ihn.</translation>
  </message>
  <message>
   <source>This text was pasted: who wrote it, and when, is as it says.</source>
   <translation>Dieser Text wurde eingefügt: Wer ihn wann schrieb, steht nur darin.</translation>
  </message>
  <message>
   <source>This window</source>
   <translation>Dieses Fenster</translation>
  </message>
  <message>
   <source>Through</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>Do</translation>
  </message>
  <message>
   <source>Time to answer us, half</source>
   <translation>Zeit bis zur Antwort an uns, Hälfte</translation>
  </message>
  <message>
   <source>Time to reply</source>
   <translation>Antwortzeit</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>To</source>
   <comment>of days</comment>
   <translation>Bis</translation>
  </message>
  <message>
   <source>To arrive within two weeks</source>
   <translation>Kommt binnen zwei Wochen</translation>
  </message>
  <message>
   <source>To be asked: {ticked} of {suppliers}. Nothing is written, sent or logged until you choose a way below.</source>
   <translation>Zu fragen: {ticked} von {suppliers}. Nichts wird geschrieben, gesendet oder festgehalten, bevor Sie unten einen Weg wählen.</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>Zu tun</translation>
  </message>
  <message>
   <source>To do ({rows})</source>
   <translation>Zu tun ({rows})</translation>
  </message>
  <message>
   <source>To know</source>
   <translation>Zu beachten</translation>
  </message>
  <message>
   <source>To origin port</source>
   <translation>Zum Abgangshafen</translation>
  </message>
  <message>
   <source>To the next field or table</source>
   <translation>Zum nächsten Feld oder zur nächsten Tabelle</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Today follows these limits now</source>
   <translation>Heute richtet sich jetzt nach diesen Grenzen</translation>
  </message>
  <message>
   <source>Today follows this supplier's own limits now</source>
   <translation>Heute richtet sich jetzt nach den eigenen Grenzen dieses Lieferanten</translation>
  </message>
  <message>
   <source>Today {done} done, {snoozed} snoozed.</source>
   <translation>Heute {done} erledigt, {snoozed} zurückgestellt.</translation>
  </message>
  <message>
   <source>Told on</source>
   <translation>Gesagt am</translation>
  </message>
  <message>
   <source>Too few promises have fallen due to say how far ahead they hold.</source>
   <translation>Zu wenige Zusagen sind fällig geworden, um zu sagen, wie weit im Voraus sie halten.</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>Dauerte</translation>
  </message>
  <message>
   <source>Tour</source>
   <translation>Rundgang</translation>
  </message>
  <message>
   <source>Tracking number {number} accepted; its carrier cannot be told, so it is not followed</source>
   <translation>Sendungsnummer {number} angenommen; ihr Carrier ist nicht erkennbar, sie wird daher nicht verfolgt</translation>
  </message>
  <message>
   <source>Tracking number {number} is followed from now on</source>
   <translation>Sendungsnummer {number} wird ab jetzt verfolgt</translation>
  </message>
  <message>
   <source>Tracking number, order, supplier or carrier</source>
   <translation>Sendungsnummer, Bestellung, Lieferant oder Carrier</translation>
  </message>
  <message>
   <source>Tracking {ago}</source>
   <translation>Verfolgung {ago}</translation>
  </message>
  <message>
   <source>Transshipped</source>
   <translation>Umgeladen</translation>
  </message>
  <message>
   <source>Tried on your own past since {since}, dates from this app were off by </source>
   <translation>An Ihrer eigenen Vergangenheit seit {since} erprobt, lagen die Termine dieses Programms daneben um </translation>
  </message>
  <message>
   <source>Trouble at the carrier</source>
   <translation>Störung beim Carrier</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal versuchen</translation>
  </message>
  <message>
   <source>Trying the mailbox</source>
   <translation>Postfach wird geprüft</translation>
  </message>
  <message>
   <source>Trying to sign in for sending</source>
   <translation>Anmeldung zum Senden wird geprüft</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>Di</translation>
  </message>
  <message>
   <source>Twelve months</source>
   <translation>Zwölf Monate</translation>
  </message>
  <message>
   <source>Two selected suppliers side by side; a single one beside its own year before</source>
   <translation>Zwei gewählte Lieferanten nebeneinander; einen einzelnen neben seinem Jahr davor</translation>
  </message>
  <message>
   <source>Type to search orders, materials, suppliers and mails. The panel on the right is the line's story: promises, slips, mails, shipments and the forecast on one time axis.</source>
   <translation>Tippen Sie, um Bestellungen, Materialien, Lieferanten und Mails zu suchen. Rechts steht der Verlauf der Position: Zusagen, Verschiebungen, Mails, Sendungen und die Prognose auf einer Zeitachse.</translation>
  </message>
  <message>
   <source>UPS asks: only for parties to the shipment, and its texts unaltered.</source>
   <translation>UPS verlangt: nur für Beteiligte der Sendung, und die Texte unverändert.</translation>
  </message>
  <message>
   <source>USPS does not let this key see that number: it is for labels of one's own.</source>
   <translation>USPS zeigt diesem Schlüssel die Nummer nicht: Er gilt für eigene Etiketten.</translation>
  </message>
  <message>
   <source>USPS refused the client id or secret. Enter them again in Settings → Carriers.</source>
   <translation>USPS hat Client-ID oder Secret abgelehnt. Geben Sie sie unter Einstellungen → Carrier neu ein.</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>Unterwegs</translation>
  </message>
  <message>
   <source>Understand</source>
   <translation>Verstehen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Units of the shipment that are delivered</source>
   <translation>Zugestellte Einheiten der Sendung</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Unloaded</source>
   <translation>Entladen</translation>
  </message>
  <message>
   <source>Unloaded on the way</source>
   <translation>Unterwegs entladen</translation>
  </message>
  <message>
   <source>Us</source>
   <translation>Wir</translation>
  </message>
  <message>
   <source>Use these</source>
   <translation>Diese verwenden</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Value on time, {name}</source>
   <translation>Wert pünktlich, {name}</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>Urteil</translation>
  </message>
  <message>
   <source>Views</source>
   <translation>Ansichten</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Waiting at origin</source>
   <translation>Warten am Abgang</translation>
  </message>
  <message>
   <source>Waiting for reply</source>
   <translation>Ohne Antwort</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Wants the booking, too</source>
   <translation>Will auch die Buchungsnummer</translation>
  </message>
  <message>
   <source>Warn planner</source>
   <translation>Planer warnen</translation>
  </message>
  <message>
   <source>Warned five working days before</source>
   <translation>Fünf Arbeitstage vorher gewarnt</translation>
  </message>
  <message>
   <source>Warned in time of a move</source>
   <translation>Rechtzeitig vor Verschiebung gewarnt</translation>
  </message>
  <message>
   <source>Was</source>
   <translation>War</translation>
  </message>
  <message>
   <source>Was planned for {day}.</source>
   <translation>War geplant für {day}.</translation>
  </message>
  <message>
   <source>Watch</source>
   <translation>Beobachten</translation>
  </message>
  <message>
   <source>Watched</source>
   <translation>Beobachtet</translation>
  </message>
  <message>
   <source>Watched shipments</source>
   <translation>Beobachtete Sendungen</translation>
  </message>
  <message>
   <source>Watched.</source>
   <translation>Beobachtet.</translation>
  </message>
  <message>
   <source>Watched: {number}</source>
   <translation>Wird beobachtet: {number}</translation>
  </message>
  <message>
   <source>Watching</source>
   <translation>Wird beobachtet</translation>
  </message>
  <message>
   <source>We</source>
   <translation>Wir</translation>
  </message>
  <message>
   <source>We are closed: {days}.</source>
   <translation>Bei uns ist geschlossen: {days}.</translation>
  </message>
  <message>
   <source>We asked</source>
   <translation>Wir fragten</translation>
  </message>
  <message>
   <source>We asked, and they have not answered yet</source>
   <translation>Wir haben gefragt, und sie haben noch nicht geantwortet</translation>
  </message>
  <message>
   <source>We owe an answer</source>
   <translation>Wir schulden eine Antwort</translation>
  </message>
  <message>
   <source>Weak links</source>
   <translation>Schwachstellen</translation>
  </message>
  <message>
   <source>Weak links are not ranked by “{rank}”. Choose from {choices}.</source>
   <translation>Schwachstellen werden nicht nach „{rank}“ geordnet. Wählen Sie aus {choices}.</translation>
  </message>
  <message>
   <source>Weak links by “{by}” are not known. Choose from {choices}.</source>
   <translation>Schwachstellen nach „{by}“ gibt es nicht. Wählen Sie aus {choices}.</translation>
  </message>
  <message>
   <source>Weather</source>
   <translation>Wetter</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>Mi</translation>
  </message>
  <message>
   <source>Weekend there.</source>
   <translation>Dort ist Wochenende.</translation>
  </message>
  <message>
   <source>Weights</source>
   <translation>Gewichte</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What and why</source>
   <translation>Was und warum</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>Was sich ändert</translation>
  </message>
  <message>
   <source>What does this mean?</source>
   <translation>Was bedeutet das?</translation>
  </message>
  <message>
   <source>What each figure on this screen means</source>
   <translation>Was jede Zahl auf dieser Seite bedeutet</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>What helps most now; C or Enter does it</source>
   <translation>Was jetzt am meisten hilft; C oder Enter führt es aus</translation>
  </message>
  <message>
   <source>What if</source>
   <translation>Was wäre, wenn</translation>
  </message>
  <message>
   <source>What if the selected stage took</source>
   <translation>Was wäre, wenn der gewählte Abschnitt dauerte</translation>
  </message>
  <message>
   <source>What if this stage took</source>
   <translation>Was wäre, wenn dieser Abschnitt dauerte</translation>
  </message>
  <message>
   <source>What is late or waits, and the facts that say so</source>
   <translation>Was verspätet ist oder wartet, und die Tatsachen dafür</translation>
  </message>
  <message>
   <source>What is shown</source>
   <translation>Was gezeigt wird</translation>
  </message>
  <message>
   <source>What is shown by month</source>
   <translation>Was nach Monaten gezeigt wird</translation>
  </message>
  <message>
   <source>What is still to come, by currency</source>
   <translation>Was noch kommt, nach Währung</translation>
  </message>
  <message>
   <source>What is still to come: ordered less received</source>
   <translation>Was noch kommen soll: bestellt abzüglich eingegangen</translation>
  </message>
  <message>
   <source>What is still to come; below it the days late, or the day it is needed</source>
   <translation>Was noch kommen soll; darunter die Tage Verspätung oder der Bedarfstag</translation>
  </message>
  <message>
   <source>What is to be done in the thread: dates found, or an answer owed</source>
   <translation>Was im Verlauf zu tun ist: gefundene Termine oder eine geschuldete Antwort</translation>
  </message>
  <message>
   <source>What it costs</source>
   <translation>Was es kostet</translation>
  </message>
  <message>
   <source>What it did</source>
   <translation>Was er tat</translation>
  </message>
  <message>
   <source>What it hides</source>
   <translation>Was es verbirgt</translation>
  </message>
  <message>
   <source>What needs you, the costliest first. Each row says why and offers one next step: C does it, S snoozes the row, D is done with it.</source>
   <translation>Was Sie braucht, das Teuerste zuerst. Jede Zeile sagt, warum, und bietet einen nächsten Schritt: C tut ihn, S stellt zurück, D ist fertig damit.</translation>
  </message>
  <message>
   <source>What suppliers say</source>
   <translation>Was Lieferanten sagen</translation>
  </message>
  <message>
   <source>What the ERP plans with, in days</source>
   <translation>Womit das ERP plant, in Tagen</translation>
  </message>
  <message>
   <source>What the figures mean</source>
   <translation>Was die Zahlen bedeuten</translation>
  </message>
  <message>
   <source>What the line is worth as ordered, in its own currency</source>
   <translation>Wert der Position wie bestellt, in ihrer eigenen Währung</translation>
  </message>
  <message>
   <source>What the row is ranked by: open value times the days it is late; in bold the open value</source>
   <translation>Wonach die Zeile eingereiht ist: offener Wert mal Tage Verspätung; fett der offene Wert</translation>
  </message>
  <message>
   <source>What they said, as evidence</source>
   <translation>Was sie gesagt haben, als Nachweis</translation>
  </message>
  <message>
   <source>What to plan with</source>
   <translation>Womit zu planen ist</translation>
  </message>
  <message>
   <source>What to talk about, and what came of it</source>
   <translation>Worüber zu sprechen ist und was herauskam</translation>
  </message>
  <message>
   <source>What was decided last: the figure accepted, the ERP's kept, or one set by hand</source>
   <translation>Was zuletzt entschieden wurde: die Zahl angenommen, die des ERP behalten oder eine von Hand gesetzt</translation>
  </message>
  <message>
   <source>What was fetched</source>
   <translation>Was abgerufen wurde</translation>
  </message>
  <message>
   <source>What was ordered, in the unit of the line</source>
   <translation>Was bestellt wurde, in der Einheit der Position</translation>
  </message>
  <message>
   <source>What we did to them</source>
   <translation>Unser eigener Anteil</translation>
  </message>
  <message>
   <source>What you heard of {number}, by phone or in a mail. It is kept beside what the carrier tells.</source>
   <translation>Was Sie über {number} gehört haben, am Telefon oder in einer Mail. Es steht neben dem, was der Carrier sagt.</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>When a line appears on Today</source>
   <translation>Wann eine Position unter Heute erscheint</translation>
  </message>
  <message>
   <source>When the carrier expects it; the forecast of a line stands in its story</source>
   <translation>Wann der Carrier sie erwartet; die Prognose einer Position steht in ihrem Verlauf</translation>
  </message>
  <message>
   <source>When the carrier is asked next, within its limits</source>
   <translation>Wann der Carrier als Nächstes gefragt wird, innerhalb seiner Grenzen</translation>
  </message>
  <message>
   <source>When this supplier's rows appear on Today</source>
   <translation>Wann dieser Lieferant unter Heute erscheint</translation>
  </message>
  <message>
   <source>When we received the file</source>
   <translation>Wann wir die Datei erhielten</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Where is it?</source>
   <translation>Wo ist es?</translation>
  </message>
  <message>
   <source>Where is the weak link in your inbound supply?</source>
   <translation>Wo ist die Schwachstelle in Ihrer Beschaffung?</translation>
  </message>
  <message>
   <source>Where it stands</source>
   <translation>Wo sie steht</translation>
  </message>
  <message>
   <source>Where the days go</source>
   <translation>Wohin die Tage gehen</translation>
  </message>
  <message>
   <source>Where to keep your workspace</source>
   <translation>Wo Ihre Arbeitsdatei liegen soll</translation>
  </message>
  <message>
   <source>Where to put the attached files</source>
   <translation>Wohin mit den angehängten Dateien</translation>
  </message>
  <message>
   <source>Where to put the drafts (one mail for each supplier)</source>
   <translation>Wohin die Entwürfe kommen (eine Mail je Lieferant)</translation>
  </message>
  <message>
   <source>Where to put the scorecards</source>
   <translation>Wohin die Bewertungen kommen</translation>
  </message>
  <message>
   <source>Whether our need is met cannot be judged.</source>
   <translation>Ob unser Bedarf gedeckt wird, lässt sich nicht beurteilen.</translation>
  </message>
  <message>
   <source>Whether the ERP plans too short (hopeful) or too long (padded); only where the interval excludes zero</source>
   <translation>Ob das ERP zu kurz (zu optimistisch) oder zu lang (zu großzügig) plant; nur wo das Intervall die Null ausschließt</translation>
  </message>
  <message>
   <source>Whether the carrier is asked at all</source>
   <translation>Ob der Carrier überhaupt gefragt wird</translation>
  </message>
  <message>
   <source>Which column is what</source>
   <translation>Welche Spalte was ist</translation>
  </message>
  <message>
   <source>While this window is open, and within each carrier's limits</source>
   <translation>Solange dieses Fenster offen ist, in den Grenzen jedes Carriers</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Who I am</source>
   <translation>Wer ich bin</translation>
  </message>
  <message>
   <source>Who looks after it; O hands it over</source>
   <translation>Wer sich kümmert; O übergibt</translation>
  </message>
  <message>
   <source>Who really arranged a stage of these lines, where the Incoterm names someone else</source>
   <translation>Wer einen Abschnitt dieser Positionen wirklich beauftragt hat, wo der Incoterm jemand anderen nennt</translation>
  </message>
  <message>
   <source>Who said it</source>
   <translation>Wer es gesagt hat</translation>
  </message>
  <message>
   <source>Who waits</source>
   <translation>Wer wartet</translation>
  </message>
  <message>
   <source>Whose days</source>
   <translation>Wessen Tage</translation>
  </message>
  <message>
   <source>Whose the {whole} lost days were is mostly not known: dates in between are missing.</source>
   <translation>Wessen die {whole} verlorenen Tage waren, ist meist nicht bekannt: Daten dazwischen fehlen.</translation>
  </message>
  <message>
   <source>Why it was rejected</source>
   <translation>Warum sie abgelehnt wurde</translation>
  </message>
  <message>
   <source>Will be late</source>
   <translation>Wird zu spät</translation>
  </message>
  <message>
   <source>With something found</source>
   <translation>Mit Fund</translation>
  </message>
  <message>
   <source>With the workbook</source>
   <translation>Mit der Arbeitsmappe</translation>
  </message>
  <message>
   <source>Without a workbook</source>
   <translation>Ohne Arbeitsmappe</translation>
  </message>
  <message>
   <source>Without any date from them</source>
   <translation>Ganz ohne Termin von ihnen</translation>
  </message>
  <message>
   <source>Without encryption, {host} would get mails and the password in the open. Choose TLS or STARTTLS.</source>
   <translation>Ohne Verschlüsselung bekäme {host} Mails und Passwort im Klartext. Wählen Sie TLS oder STARTTLS.</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Worte</translation>
  </message>
  <message>
   <source>Words, supplier or order</source>
   <translation>Worte, Lieferant oder Bestellung</translation>
  </message>
  <message>
   <source>Workbook</source>
   <translation>Arbeitsmappe</translation>
  </message>
  <message>
   <source>Workbooks (*.xlsx *.xls *.ods)</source>
   <translation>Arbeitsmappen (*.xlsx *.xls *.ods)</translation>
  </message>
  <message>
   <source>Working days</source>
   <translation>Arbeitstage</translation>
  </message>
  <message>
   <source>Working days of {name}</source>
   <translation>Arbeitstage von {name}</translation>
  </message>
  <message>
   <source>Working days …</source>
   <translation>Arbeitstage …</translation>
  </message>
  <message>
   <source>Working days, {span}</source>
   <translation>Arbeitstage, {span}</translation>
  </message>
  <message>
   <source>Working days, {span}, removed</source>
   <translation>Arbeitstage, {span}, entfernt</translation>
  </message>
  <message>
   <source>Working hours since the question was asked: 8 to 17 on the working days of whoever owes the answer</source>
   <translation>Arbeitsstunden seit der Frage: 8 bis 17 Uhr an den Arbeitstagen dessen, der die Antwort schuldet</translation>
  </message>
  <message>
   <source>Working out lead times</source>
   <translation>Lieferzeiten werden berechnet</translation>
  </message>
  <message>
   <source>Worklist</source>
   <translation>Arbeitsliste</translation>
  </message>
  <message>
   <source>Worklist and window</source>
   <translation>Arbeitsliste und Fenster</translation>
  </message>
  <message>
   <source>Workspaces (*.db *.sqlite);;All files (*)</source>
   <translation>Arbeitsdateien (*.db *.sqlite);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Workspaces (*.db)</source>
   <translation>Arbeitsdateien (*.db)</translation>
  </message>
  <message>
   <source>Write back in your own mail program</source>
   <translation>Im eigenen Mailprogramm antworten</translation>
  </message>
  <message>
   <source>Write down what you heard of this shipment, by phone or mail</source>
   <translation>Aufschreiben, was Sie über diese Sendung gehört haben, am Telefon oder per Mail</translation>
  </message>
  <message>
   <source>Write these lines to a spreadsheet, as they are shown</source>
   <translation>Diese Positionen in eine Tabelle schreiben, so wie sie gezeigt werden</translation>
  </message>
  <message>
   <source>Write to our own planner that it comes later</source>
   <translation>Dem eigenen Planer schreiben, dass es später kommt</translation>
  </message>
  <message>
   <source>Writing drafts</source>
   <translation>Entwürfe werden geschrieben</translation>
  </message>
  <message>
   <source>Writing to the planner</source>
   <translation>An den Planer wird geschrieben</translation>
  </message>
  <message>
   <source>Written to {name}.</source>
   <translation>Geschrieben als {name}.</translation>
  </message>
  <message>
   <source>Years that cannot be right, or lead times of years: typing errors, misread dates. Lead times leave them out.</source>
   <translation>Jahre, die nicht stimmen können, oder Lieferzeiten von Jahren: Tippfehler, falsch gelesene Daten. Lieferzeiten lassen sie aus.</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>Your mail program opens at most {n} drafts at once. Save more than that to a folder.</source>
   <translation>Ihr Mailprogramm öffnet höchstens {n} Entwürfe auf einmal. Speichern Sie mehr davon in einem Ordner.</translation>
  </message>
  <message>
   <source>Your mail server could not confirm that {sender} sent this mail ({checks}).</source>
   <translation>Ihr Mailserver konnte nicht bestätigen, dass {sender} diese Mail gesendet hat ({checks}).</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Ihr Name</translation>
  </message>
  <message>
   <source>Your own server; plain http inside your network must be allowed in its settings.</source>
   <translation>Ihr eigener Server; unverschlüsseltes http im eigenen Netz muss in seinen Einstellungen erlaubt sein.</translation>
  </message>
  <message>
   <source>[Help](index.md)

{words}</source>
   <translation>[Hilfe](index.md)

{words}</translation>
  </message>
  <message>
   <source>[here stands the table of the lines]</source>
   <translation>[hier steht die Tabelle der Positionen]</translation>
  </message>
  <message>
   <source>a PDF</source>
   <translation>ein PDF</translation>
  </message>
  <message>
   <source>a compressed archive</source>
   <translation>ein gepacktes Archiv</translation>
  </message>
  <message>
   <source>a database</source>
   <translation>eine Datenbank</translation>
  </message>
  <message>
   <source>a later export was imported before: of this one only new lines and promises are taken</source>
   <translation>ein späterer Export wurde schon importiert: aus diesem werden nur neue Positionen und Zusagen übernommen</translation>
  </message>
  <message>
   <source>a miss already</source>
   <translation>schon verfehlt</translation>
  </message>
  <message>
   <source>a picture</source>
   <translation>ein Bild</translation>
  </message>
  <message>
   <source>a program</source>
   <translation>ein Programm</translation>
  </message>
  <message>
   <source>a question</source>
   <translation>eine Frage</translation>
  </message>
  <message>
   <source>a receipt of nothing</source>
   <translation>ein Wareneingang über nichts</translation>
  </message>
  <message>
   <source>a remark: “{text}”</source>
   <translation>eine Bemerkung: „{text}“</translation>
  </message>
  <message>
   <source>a supplier</source>
   <translation>einem Lieferanten</translation>
  </message>
  <message>
   <source>a supplier not known</source>
   <translation>einem unbekannten Lieferanten</translation>
  </message>
  <message>
   <source>a text document</source>
   <translation>ein Textdokument</translation>
  </message>
  <message>
   <source>a total</source>
   <translation>eine Summe</translation>
  </message>
  <message>
   <source>a total: “{text}”</source>
   <translation>eine Summe: „{text}“</translation>
  </message>
  <message>
   <source>a unit without number</source>
   <translation>eine Einheit ohne Nummer</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>angenommen</translation>
  </message>
  <message>
   <source>accepted and released for shipment</source>
   <translation>angenommen und zum Versand freigegeben</translation>
  </message>
  <message>
   <source>accepted and shipped</source>
   <translation>angenommen und versandt</translation>
  </message>
  <message>
   <source>accepted in part, the rest in backorder</source>
   <translation>teilweise angenommen, der Rest im Rückstand</translation>
  </message>
  <message>
   <source>accepted with a substitute</source>
   <translation>mit einem Ersatz angenommen</translation>
  </message>
  <message>
   <source>accepted with amendment</source>
   <translation>mit Änderung angenommen</translation>
  </message>
  <message>
   <source>accepted with changes</source>
   <translation>mit Änderungen angenommen</translation>
  </message>
  <message>
   <source>accepted with reserves</source>
   <translation>unter Vorbehalt angenommen</translation>
  </message>
  <message>
   <source>accepted without amendment</source>
   <translation>unverändert angenommen</translation>
  </message>
  <message>
   <source>accepted without reserves</source>
   <translation>ohne Vorbehalt angenommen</translation>
  </message>
  <message>
   <source>accepted, date moved</source>
   <translation>angenommen, Termin verschoben</translation>
  </message>
  <message>
   <source>accepted, date to follow</source>
   <translation>angenommen, Termin folgt</translation>
  </message>
  <message>
   <source>accepted, price changed</source>
   <translation>angenommen, Preis geändert</translation>
  </message>
  <message>
   <source>accepted, price to follow</source>
   <translation>angenommen, Preis folgt</translation>
  </message>
  <message>
   <source>accepted, prices excepted</source>
   <translation>angenommen, ausgenommen die Preise</translation>
  </message>
  <message>
   <source>accepted, quantity changed</source>
   <translation>angenommen, Menge geändert</translation>
  </message>
  <message>
   <source>acknowledged</source>
   <translation>bestätigt</translation>
  </message>
  <message>
   <source>acknowledged on</source>
   <translation>bestätigt am</translation>
  </message>
  <message>
   <source>acknowledged with changes</source>
   <translation>mit Änderungen bestätigt</translation>
  </message>
  <message>
   <source>acknowledged, on hold</source>
   <translation>bestätigt, zurückgestellt</translation>
  </message>
  <message>
   <source>acknowledgement</source>
   <translation>Bestätigung</translation>
  </message>
  <message>
   <source>added</source>
   <translation>hinzugefügt</translation>
  </message>
  <message>
   <source>air waybill</source>
   <translation>Luftfrachtbrief</translation>
  </message>
  <message>
   <source>all lines</source>
   <translation>alle Positionen</translation>
  </message>
  <message>
   <source>all lines of the order</source>
   <translation>alle Positionen der Bestellung</translation>
  </message>
  <message>
   <source>all still open</source>
   <translation>alle noch offen</translation>
  </message>
  <message>
   <source>all that is open</source>
   <translation>alles, was offen ist</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>und {count} weitere</translation>
  </message>
  <message>
   <source>and {n} more</source>
   <translation>und {n} weitere</translation>
  </message>
  <message numerus="yes">
   <source>answer</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Antwort</numerusform>
    <numerusform>Antworten</numerusform>
   </translation>
  </message>
  <message>
   <source>answer to follow</source>
   <translation>Antwort folgt</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>beantwortet</translation>
  </message>
  <message>
   <source>answers, by the day they were given</source>
   <translation>Auskünfte, nach ihrem Tag</translation>
  </message>
  <message>
   <source>are</source>
   <translation>sind</translation>
  </message>
  <message>
   <source>arrival estimated</source>
   <translation>Ankunft geschätzt</translation>
  </message>
  <message>
   <source>arrival of the transport, estimated</source>
   <translation>Ankunft des Transports, geschätzt</translation>
  </message>
  <message>
   <source>arrival of the transport, scheduled</source>
   <translation>Ankunft des Transports, geplant</translation>
  </message>
  <message>
   <source>arrival, estimated</source>
   <translation>Ankunft, geschätzt</translation>
  </message>
  <message>
   <source>arrived</source>
   <translation>angekommen</translation>
  </message>
  <message>
   <source>arrived before it was ordered</source>
   <translation>angekommen, bevor bestellt wurde</translation>
  </message>
  <message>
   <source>arrived {day}</source>
   <translation>angekommen {day}</translation>
  </message>
  <message>
   <source>as it stands below the mails</source>
   <translation>wie es unter den Mails steht</translation>
  </message>
  <message>
   <source>as it was</source>
   <translation>wie bisher</translation>
  </message>
  <message>
   <source>as promised</source>
   <translation>wie zugesagt</translation>
  </message>
  <message>
   <source>as the ERP has it</source>
   <translation>wie das ERP es hat</translation>
  </message>
  <message>
   <source>as the carrier says</source>
   <translation>wie der Carrier sagt</translation>
  </message>
  <message>
   <source>at most …</source>
   <translation>höchstens …</translation>
  </message>
  <message>
   <source>at port</source>
   <translation>im Hafen</translation>
  </message>
  <message>
   <source>at work</source>
   <translation>in Betrieb</translation>
  </message>
  <message>
   <source>at work on Saturdays</source>
   <translation>samstags in Betrieb</translation>
  </message>
  <message>
   <source>average {value}</source>
   <translation>Mittel {value}</translation>
  </message>
  <message>
   <source>before</source>
   <comment>a day</comment>
   <translation>vor</translation>
  </message>
  <message>
   <source>better</source>
   <translation>besser</translation>
  </message>
  <message>
   <source>bill of lading</source>
   <translation>Konnossement</translation>
  </message>
  <message>
   <source>broken XML: {error}</source>
   <translation>beschädigtes XML: {error}</translation>
  </message>
  <message>
   <source>buyer</source>
   <translation>Einkäufer</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>von Hand</translation>
  </message>
  <message>
   <source>calendar days</source>
   <translation>Kalendertage</translation>
  </message>
  <message>
   <source>call</source>
   <translation>Anruf</translation>
  </message>
  <message>
   <source>cannot deliver</source>
   <translation>Absage</translation>
  </message>
  <message>
   <source>cannot say</source>
   <translation>keine Aussage</translation>
  </message>
  <message>
   <source>carrier</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>carriers' numbers by their check digits</source>
   <translation>Nummern von Carriern, an der Prüfziffer erkannt</translation>
  </message>
  <message>
   <source>certain</source>
   <translation>sicher</translation>
  </message>
  <message>
   <source>chance of missing the date needed</source>
   <translation>Wahrscheinlichkeit, den Bedarfstermin zu verfehlen</translation>
  </message>
  <message numerus="yes">
   <source>change</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Änderung</numerusform>
    <numerusform>Änderungen</numerusform>
   </translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <source>checked against {other}: {count} of {total} rows agree with {order}</source>
   <translation>verglichen mit {other}: {count} von {total} Zeilen passen zu {order}</translation>
  </message>
  <message>
   <source>chosen by you</source>
   <translation>von Ihnen gewählt</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>geschlossen</translation>
  </message>
  <message>
   <source>collection</source>
   <translation>Abholung</translation>
  </message>
  <message>
   <source>communications</source>
   <translation>Kommunikation</translation>
  </message>
  <message>
   <source>compared with a week ago</source>
   <translation>verglichen mit der Vorwoche</translation>
  </message>
  <message>
   <source>complete</source>
   <translation>vollständig</translation>
  </message>
  <message>
   <source>complete {completed_on}</source>
   <translation>vollständig {completed_on}</translation>
  </message>
  <message>
   <source>contact</source>
   <translation>Ansprechpartner</translation>
  </message>
  <message>
   <source>container</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>contains</source>
   <translation>enthält</translation>
  </message>
  <message>
   <source>country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>covers {service_level}</source>
   <translation>deckt {service_level} ab</translation>
  </message>
  <message>
   <source>created on</source>
   <translation>angelegt am</translation>
  </message>
  <message>
   <source>currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>current promise</source>
   <translation>geltende Zusage</translation>
  </message>
  <message numerus="yes">
   <source>date</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Termin</numerusform>
    <numerusform>Termine</numerusform>
   </translation>
  </message>
  <message>
   <source>date needed: {brief}</source>
   <translation>Bedarfstermin: {brief}</translation>
  </message>
  <message>
   <source>dates out of range</source>
   <translation>Daten außerhalb des Möglichen</translation>
  </message>
  <message numerus="yes">
   <source>day</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Tag</numerusform>
    <numerusform>Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>day and month are swapped in dates that look like year-month-day</source>
   <translation>in Daten, die wie Jahr-Monat-Tag aussehen, sind Tag und Monat vertauscht</translation>
  </message>
  <message>
   <source>day first</source>
   <translation>Tag zuerst</translation>
  </message>
  <message>
   <source>day of the event</source>
   <translation>Tag des Ereignisses</translation>
  </message>
  <message>
   <source>days</source>
   <comment>unit</comment>
   <translation>Tage</translation>
  </message>
  <message>
   <source>days from order sent to complete</source>
   <translation>Tage von Bestellung gesendet bis vollständig</translation>
  </message>
  <message>
   <source>days it took</source>
   <translation>tatsächliche Tage</translation>
  </message>
  <message>
   <source>days lost per line, leaning on the others where lines are few</source>
   <translation>verlorene Tage je Position, bei wenigen an die anderen angelehnt</translation>
  </message>
  <message>
   <source>days lost, added up over the lines</source>
   <translation>verlorene Tage, über die Positionen summiert</translation>
  </message>
  <message>
   <source>days promised</source>
   <translation>zugesagte Tage</translation>
  </message>
  <message>
   <source>ddd d MMM yyyy</source>
   <translation>ddd d. MMM yyyy</translation>
  </message>
  <message>
   <source>dddd d MMMM</source>
   <translation>dddd, d. MMMM</translation>
  </message>
  <message numerus="yes">
   <source>decision</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Entscheidung</numerusform>
    <numerusform>Entscheidungen</numerusform>
   </translation>
  </message>
  <message>
   <source>delayed</source>
   <translation>verzögert</translation>
  </message>
  <message>
   <source>deleted</source>
   <translation>gestrichen</translation>
  </message>
  <message>
   <source>delivered</source>
   <translation>zugestellt</translation>
  </message>
  <message numerus="yes">
   <source>delivery</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Lieferung</numerusform>
    <numerusform>Lieferungen</numerusform>
   </translation>
  </message>
  <message>
   <source>delivery at the latest</source>
   <translation>Lieferung spätestens</translation>
  </message>
  <message>
   <source>delivery date = order date</source>
   <translation>Liefertermin = Bestelldatum</translation>
  </message>
  <message>
   <source>delivery estimated</source>
   <translation>Lieferung geschätzt</translation>
  </message>
  <message>
   <source>delivery expected</source>
   <translation>Lieferung erwartet</translation>
  </message>
  <message>
   <source>delivery not after</source>
   <translation>Lieferung nicht nach</translation>
  </message>
  <message>
   <source>delivery promised</source>
   <translation>Lieferung zugesagt</translation>
  </message>
  <message>
   <source>delivery promised, not after</source>
   <translation>Lieferung zugesagt, nicht nach</translation>
  </message>
  <message>
   <source>delivery promised, not before</source>
   <translation>Lieferung zugesagt, nicht vor</translation>
  </message>
  <message>
   <source>delivery promised, week of</source>
   <translation>Lieferung zugesagt, Woche vom</translation>
  </message>
  <message>
   <source>delivery requested</source>
   <translation>Lieferung gewünscht</translation>
  </message>
  <message>
   <source>delivery scheduled</source>
   <translation>Lieferung geplant</translation>
  </message>
  <message>
   <source>delivery scheduled, not after</source>
   <translation>Lieferung geplant, nicht nach</translation>
  </message>
  <message>
   <source>delivery scheduled, not before</source>
   <translation>Lieferung geplant, nicht vor</translation>
  </message>
  <message>
   <source>delivery term</source>
   <translation>Lieferbedingung</translation>
  </message>
  <message>
   <source>delivery, current schedule</source>
   <translation>Lieferung, geltender Plan</translation>
  </message>
  <message>
   <source>delivery, first schedule</source>
   <translation>Lieferung, erster Plan</translation>
  </message>
  <message>
   <source>departed</source>
   <translation>abgefahren</translation>
  </message>
  <message>
   <source>departure estimated</source>
   <translation>Abfahrt geschätzt</translation>
  </message>
  <message>
   <source>departure scheduled</source>
   <translation>Abfahrt geplant</translation>
  </message>
  <message>
   <source>description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>despatch</source>
   <translation>Versand</translation>
  </message>
  <message>
   <source>despatch {number} is withdrawn by its sender: nothing is changed, look at it</source>
   <translation>Lieferavis {number} hat der Absender zurückgezogen: nichts wird geändert, sehen Sie es sich an</translation>
  </message>
  <message>
   <source>despatch {number} names no lines</source>
   <translation>Lieferavis {number} nennt keine Positionen</translation>
  </message>
  <message>
   <source>destination</source>
   <translation>Ziel</translation>
  </message>
  <message>
   <source>direction</source>
   <translation>Richtung</translation>
  </message>
  <message>
   <source>done {done_on}</source>
   <translation>erledigt {done_on}</translation>
  </message>
  <message>
   <source>due today</source>
   <translation>heute fällig</translation>
  </message>
  <message>
   <source>due {day}</source>
   <translation>fällig {day}</translation>
  </message>
  <message>
   <source>due {due}, {days} ago</source>
   <translation>fällig war {due}, {days} her</translation>
  </message>
  <message>
   <source>each link has too few lines</source>
   <translation>jedes Glied hat zu wenige Positionen</translation>
  </message>
  <message>
   <source>earlier</source>
   <translation>nach vorn</translation>
  </message>
  <message>
   <source>eight</source>
   <translation>acht</translation>
  </message>
  <message>
   <source>eight in a row on one side of {level}</source>
   <translation>acht in Folge auf einer Seite von {level}</translation>
  </message>
  <message>
   <source>eight on one side</source>
   <translation>acht auf einer Seite</translation>
  </message>
  <message>
   <source>eighth</source>
   <translation>achte</translation>
  </message>
  <message>
   <source>eleven</source>
   <translation>elf</translation>
  </message>
  <message>
   <source>empty: drafts for your mail program</source>
   <translation>leer: Entwürfe für Ihr Mailprogramm</translation>
  </message>
  <message>
   <source>empty: the one that is there</source>
   <translation>leer: der vorhandene</translation>
  </message>
  <message>
   <source>estimated</source>
   <translation>geschätzt</translation>
  </message>
  <message>
   <source>event</source>
   <translation>Ereignis</translation>
  </message>
  <message numerus="yes">
   <source>event</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Ereignis</numerusform>
    <numerusform>Ereignisse</numerusform>
   </translation>
  </message>
  <message>
   <source>events</source>
   <translation>Ereignisse</translation>
  </message>
  <message>
   <source>every four weeks</source>
   <translation>alle vier Wochen</translation>
  </message>
  <message>
   <source>every quarter</source>
   <translation>jedes Quartal</translation>
  </message>
  <message>
   <source>every two weeks</source>
   <translation>alle zwei Wochen</translation>
  </message>
  <message>
   <source>every week</source>
   <translation>jede Woche</translation>
  </message>
  <message>
   <source>exact-on-the-day promises</source>
   <translation>taggenau eingetroffene Zusagen</translation>
  </message>
  <message>
   <source>exactly</source>
   <translation>genau</translation>
  </message>
  <message>
   <source>exactly as said</source>
   <translation>genau wie gesagt</translation>
  </message>
  <message>
   <source>expected on</source>
   <translation>erwartet am</translation>
  </message>
  <message>
   <source>expected {day}</source>
   <translation>erwartet {day}</translation>
  </message>
  <message>
   <source>express, parcel-de, ups …</source>
   <translation>express, parcel-de, ups …</translation>
  </message>
  <message>
   <source>fair</source>
   <translation>angemessen</translation>
  </message>
  <message>
   <source>fifth</source>
   <translation>fünfte</translation>
  </message>
  <message numerus="yes">
   <source>file</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Datei</numerusform>
    <numerusform>Dateien</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>finding</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Befund</numerusform>
    <numerusform>Befunde</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>finished line</source>
   <comment>counted</comment>
   <translation>
    <numerusform>fertige Position</numerusform>
    <numerusform>fertige Positionen</numerusform>
   </translation>
  </message>
  <message>
   <source>first</source>
   <translation>erste</translation>
  </message>
  <message>
   <source>first promise</source>
   <translation>erste Zusage</translation>
  </message>
  <message>
   <source>first promise in the period</source>
   <translation>erste Zusage im Zeitraum</translation>
  </message>
  <message>
   <source>five</source>
   <translation>fünf</translation>
  </message>
  <message>
   <source>for {stand_in_share} of lines the created date stands in for the sent date</source>
   <translation>bei {stand_in_share} der Positionen springt das Anlagedatum für das Sendedatum ein</translation>
  </message>
  <message>
   <source>four</source>
   <translation>vier</translation>
  </message>
  <message>
   <source>fourth</source>
   <translation>vierte</translation>
  </message>
  <message>
   <source>from them</source>
   <translation>von ihnen</translation>
  </message>
  <message>
   <source>from us</source>
   <translation>von uns</translation>
  </message>
  <message>
   <source>from {early_days} before to {end}</source>
   <translation>von {early_days} vor bis {end}</translation>
  </message>
  <message>
   <source>from {place}</source>
   <translation>aus {place}</translation>
  </message>
  <message>
   <source>goods movement</source>
   <translation>Warenbewegung</translation>
  </message>
  <message>
   <source>goods movement {movement}: goods in blocked stock, not received yet</source>
   <translation>Warenbewegung {movement}: Ware im Sperrbestand, noch nicht eingegangen</translation>
  </message>
  <message>
   <source>goods movement {movement}: not a receipt for an order</source>
   <translation>Warenbewegung {movement}: kein Wareneingang zu einer Bestellung</translation>
  </message>
  <message numerus="yes">
   <source>group</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Gruppe</numerusform>
    <numerusform>Gruppen</numerusform>
   </translation>
  </message>
  <message>
   <source>half</source>
   <translation>Hälfte</translation>
  </message>
  <message>
   <source>half are at least this early</source>
   <translation>die Hälfte ist mindestens so früh</translation>
  </message>
  <message>
   <source>half are at most this late</source>
   <translation>die Hälfte ist höchstens so spät</translation>
  </message>
  <message>
   <source>half are here by then</source>
   <translation>die Hälfte ist bis dahin da</translation>
  </message>
  <message>
   <source>half are late by at most</source>
   <translation>die Hälfte verspätet sich höchstens um</translation>
  </message>
  <message>
   <source>half by {half}</source>
   <translation>Hälfte bis {half}</translation>
  </message>
  <message>
   <source>half of them answered</source>
   <translation>Hälfte davon beantwortet</translation>
  </message>
  <message>
   <source>half within {p50}</source>
   <translation>Hälfte: höchstens {p50}</translation>
  </message>
  <message>
   <source>half: not reached yet</source>
   <translation>Hälfte: noch nicht erreicht</translation>
  </message>
  <message>
   <source>half: {late}</source>
   <translation>Hälfte: {late}</translation>
  </message>
  <message>
   <source>heads a group: “{text}”</source>
   <translation>Überschrift einer Gruppe: „{text}“</translation>
  </message>
  <message>
   <source>held at customs</source>
   <translation>beim Zoll festgehalten</translation>
  </message>
  <message>
   <source>hopeful</source>
   <translation>zu optimistisch</translation>
  </message>
  <message numerus="yes">
   <source>hour</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Stunde</numerusform>
    <numerusform>Stunden</numerusform>
   </translation>
  </message>
  <message>
   <source>how many lines</source>
   <translation>wie viele Positionen</translation>
  </message>
  <message numerus="yes">
   <source>import</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Import</numerusform>
    <numerusform>Importe</numerusform>
   </translation>
  </message>
  <message>
   <source>in a list of receipts it is what came in</source>
   <translation>in einer Liste von Wareneingängen ist es die eingegangene Menge</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>insgesamt</translation>
  </message>
  <message>
   <source>in backorder</source>
   <translation>im Rückstand</translation>
  </message>
  <message>
   <source>in {place}</source>
   <translation>in {place}</translation>
  </message>
  <message>
   <source>is</source>
   <translation>ist</translation>
  </message>
  <message>
   <source>is empty</source>
   <translation>ist leer</translation>
  </message>
  <message>
   <source>is not</source>
   <translation>ist nicht</translation>
  </message>
  <message>
   <source>it names no order</source>
   <translation>sie nennt keine Bestellung</translation>
  </message>
  <message>
   <source>it says that something cannot be delivered</source>
   <translation>es heißt, dass etwas nicht geliefert werden kann</translation>
  </message>
  <message>
   <source>item of the receipt</source>
   <translation>Position des Belegs</translation>
  </message>
  <message>
   <source>its header “{header}” is known</source>
   <translation>die Überschrift „{header}“ ist bekannt</translation>
  </message>
  <message>
   <source>its header “{header}” is like “{like}”</source>
   <translation>die Überschrift „{header}“ ähnelt „{like}“</translation>
  </message>
  <message>
   <source>its header “{header}” names a step of the transport</source>
   <translation>die Überschrift „{header}“ nennt einen Schritt des Transports</translation>
  </message>
  <message>
   <source>its header “{header}” tells what happened</source>
   <translation>die Überschrift „{header}“ sagt, was geschah</translation>
  </message>
  <message>
   <source>its header “{header}” tells when something happened</source>
   <translation>die Überschrift „{header}“ sagt, wann etwas geschah</translation>
  </message>
  <message>
   <source>its header “{header}” tells where</source>
   <translation>die Überschrift „{header}“ sagt, wo</translation>
  </message>
  <message>
   <source>its median</source>
   <translation>so lange wie im Median</translation>
  </message>
  <message>
   <source>its numbers are spreadsheet dates</source>
   <translation>die Zahlen sind Tabellendaten</translation>
  </message>
  <message>
   <source>its plan</source>
   <translation>so lange wie geplant</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <source>karrio server</source>
   <translation>karrio-Server</translation>
  </message>
  <message>
   <source>karrio's carrier refused: {words}</source>
   <translation>der Carrier bei karrio hat abgelehnt: {words}</translation>
  </message>
  <message>
   <source>kept</source>
   <translation>behalten</translation>
  </message>
  <message>
   <source>kept the first promise</source>
   <translation>hielten die erste Zusage</translation>
  </message>
  <message>
   <source>lane</source>
   <translation>Strecke</translation>
  </message>
  <message>
   <source>language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>last promise: {brief}</source>
   <translation>letzte Zusage: {brief}</translation>
  </message>
  <message>
   <source>late at most, 4 of 5</source>
   <translation>Verzug, 4 von 5</translation>
  </message>
  <message numerus="yes">
   <source>late line</source>
   <comment>counted</comment>
   <translation>
    <numerusform>verspätete Position</numerusform>
    <numerusform>verspätete Positionen</numerusform>
   </translation>
  </message>
  <message>
   <source>later</source>
   <translation>nach hinten</translation>
  </message>
  <message numerus="yes">
   <source>lead time</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Lieferzeit</numerusform>
    <numerusform>Lieferzeiten</numerusform>
   </translation>
  </message>
  <message>
   <source>lead time in days</source>
   <translation>Lieferzeit in Tagen</translation>
  </message>
  <message>
   <source>lead time to plan with</source>
   <translation>Planlieferzeit</translation>
  </message>
  <message>
   <source>lead times</source>
   <translation>Lieferzeiten</translation>
  </message>
  <message>
   <source>leaves</source>
   <translation>geht ab</translation>
  </message>
  <message>
   <source>less than</source>
   <translation>weniger als</translation>
  </message>
  <message>
   <source>line</source>
   <translation>Position</translation>
  </message>
  <message numerus="yes">
   <source>line</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Position</numerusform>
    <numerusform>Positionen</numerusform>
   </translation>
  </message>
  <message>
   <source>lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>lines</source>
   <comment>unit</comment>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>lines complete {window} {name}</source>
   <translation>Positionen vollständig {window} {name}</translation>
  </message>
  <message>
   <source>lines to say</source>
   <translation>Positionen für eine Aussage</translation>
  </message>
  <message>
   <source>long on one side</source>
   <translation>lange auf einer Seite</translation>
  </message>
  <message>
   <source>longer</source>
   <translation>länger</translation>
  </message>
  <message>
   <source>lost</source>
   <translation>verloren</translation>
  </message>
  <message>
   <source>mail</source>
   <translation>Mail</translation>
  </message>
  <message numerus="yes">
   <source>mail</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Mail</numerusform>
    <numerusform>Mails</numerusform>
   </translation>
  </message>
  <message>
   <source>mail address</source>
   <translation>Mailadresse</translation>
  </message>
  <message>
   <source>material</source>
   <translation>Material</translation>
  </message>
  <message numerus="yes">
   <source>material</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Material</numerusform>
    <numerusform>Materialien</numerusform>
   </translation>
  </message>
  <message>
   <source>material group</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>materials</source>
   <translation>Materialien</translation>
  </message>
  <message>
   <source>meeting</source>
   <translation>Besprechung</translation>
  </message>
  <message>
   <source>message</source>
   <translation>Nachricht</translation>
  </message>
  <message numerus="yes">
   <source>message</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Nachricht</numerusform>
    <numerusform>Nachrichten</numerusform>
   </translation>
  </message>
  <message>
   <source>message {number} has no end: what came is read</source>
   <translation>Nachricht {number} hat kein Ende: gelesen wird, was kam</translation>
  </message>
  <message>
   <source>message {number} says it has {told} segments; {size} came</source>
   <translation>Nachricht {number} nennt {told} Segmente; {size} kamen an</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>fehlen</translation>
  </message>
  <message>
   <source>missing promise</source>
   <translation>fehlende Zusage</translation>
  </message>
  <message>
   <source>missing required date</source>
   <translation>fehlender Bedarfstermin</translation>
  </message>
  <message>
   <source>missing sent date</source>
   <translation>fehlendes Sendedatum</translation>
  </message>
  <message>
   <source>missing supplier</source>
   <translation>fehlender Lieferant</translation>
  </message>
  <message>
   <source>mode</source>
   <translation>Transportart</translation>
  </message>
  <message>
   <source>mode of transport</source>
   <translation>Transportart</translation>
  </message>
  <message numerus="yes">
   <source>month</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Monat</numerusform>
    <numerusform>Monate</numerusform>
   </translation>
  </message>
  <message>
   <source>month first</source>
   <translation>Monat zuerst</translation>
  </message>
  <message>
   <source>month first, written year-month-day</source>
   <translation>Monat zuerst, als Jahr-Monat-Tag geschrieben</translation>
  </message>
  <message>
   <source>month-day-year was read as year-month-day</source>
   <translation>Monat-Tag-Jahr wurde als Jahr-Monat-Tag gelesen</translation>
  </message>
  <message numerus="yes">
   <source>more file</source>
   <comment>counted</comment>
   <translation>
    <numerusform>weitere Datei</numerusform>
    <numerusform>weitere Dateien</numerusform>
   </translation>
  </message>
  <message>
   <source>more than</source>
   <translation>mehr als</translation>
  </message>
  <message>
   <source>more than half are not here</source>
   <translation>mehr als die Hälfte ist nicht da</translation>
  </message>
  <message>
   <source>most often the mail address</source>
   <translation>meist die Mailadresse</translation>
  </message>
  <message numerus="yes">
   <source>move</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Verschiebung</numerusform>
    <numerusform>Verschiebungen</numerusform>
   </translation>
  </message>
  <message>
   <source>moves</source>
   <translation>Verschiebungen</translation>
  </message>
  <message>
   <source>natural limits shaded</source>
   <translation>natürliche Grenzen schattiert</translation>
  </message>
  <message>
   <source>needed</source>
   <translation>Bedarf</translation>
  </message>
  <message>
   <source>needed {day}</source>
   <translation>Bedarf {day}</translation>
  </message>
  <message>
   <source>needed {needed}, promised {promised}</source>
   <translation>benötigt {needed}, zugesagt {promised}</translation>
  </message>
  <message>
   <source>needed, no date promised</source>
   <translation>Bedarfstermin, kein Termin zugesagt</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message numerus="yes">
   <source>new event</source>
   <comment>counted</comment>
   <translation>
    <numerusform>neues Ereignis</numerusform>
    <numerusform>neue Ereignisse</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>new mail</source>
   <comment>counted</comment>
   <translation>
    <numerusform>neue Mail</numerusform>
    <numerusform>neue Mails</numerusform>
   </translation>
  </message>
  <message>
   <source>nine</source>
   <translation>neun</translation>
  </message>
  <message>
   <source>ninth</source>
   <translation>neunte</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no account is set up. Add one in Settings → Carriers, or enter its events by hand.</source>
   <translation>kein Konto ist eingerichtet. Richten Sie eins unter Einstellungen → Carrier ein, oder tragen Sie die Ereignisse von Hand ein.</translation>
  </message>
  <message>
   <source>no address</source>
   <translation>keine Adresse</translation>
  </message>
  <message>
   <source>no address known: give one, or leave it to your mail program</source>
   <translation>keine Adresse bekannt: hier eingeben, oder erst im Mailprogramm</translation>
  </message>
  <message>
   <source>no answer code</source>
   <translation>ohne Antwortcode</translation>
  </message>
  <message>
   <source>no complete line has a promise</source>
   <translation>keine vollständige Position hat eine Zusage</translation>
  </message>
  <message>
   <source>no data</source>
   <translation>k. A.</translation>
  </message>
  <message>
   <source>no date</source>
   <translation>kein Termin</translation>
  </message>
  <message>
   <source>no date yet</source>
   <translation>noch kein Termin</translation>
  </message>
  <message>
   <source>no day above 12 here; read like the other date columns of the file</source>
   <translation>kein Tag über 12 hier; gelesen wie die anderen Datumsspalten der Datei</translation>
  </message>
  <message>
   <source>no header is known for it, but {share} of its cells look like it</source>
   <translation>keine bekannte Überschrift, aber {share} der Zellen sehen danach aus</translation>
  </message>
  <message>
   <source>no line came in these months</source>
   <translation>in diesen Monaten kam keine Position an</translation>
  </message>
  <message>
   <source>no line has its stages dated</source>
   <translation>keine Position hat datierte Abschnitte</translation>
  </message>
  <message>
   <source>no line is late</source>
   <translation>keine Position ist verspätet</translation>
  </message>
  <message>
   <source>no line passed this stage with its dates known</source>
   <translation>keine Position mit bekannten Daten hat diesen Abschnitt durchlaufen</translation>
  </message>
  <message>
   <source>no line was due</source>
   <translation>keine Position war fällig</translation>
  </message>
  <message>
   <source>no line was due in these months</source>
   <translation>in diesen Monaten war keine Position fällig</translation>
  </message>
  <message>
   <source>no line was late</source>
   <translation>keine Position war verspätet</translation>
  </message>
  <message>
   <source>no longer listed</source>
   <translation>nicht mehr gelistet</translation>
  </message>
  <message>
   <source>no owner</source>
   <translation>niemand zuständig</translation>
  </message>
  <message>
   <source>no promise</source>
   <translation>keine Zusage</translation>
  </message>
  <message>
   <source>no promise has fallen due yet</source>
   <translation>noch keine Zusage ist fällig geworden</translation>
  </message>
  <message>
   <source>no promise lies in the period</source>
   <translation>keine Zusage liegt im Zeitraum</translation>
  </message>
  <message>
   <source>no promise, no acknowledgement</source>
   <translation>keine Zusage, keine Bestätigung</translation>
  </message>
  <message>
   <source>no questions</source>
   <translation>keine Fragen</translation>
  </message>
  <message>
   <source>no questions recorded</source>
   <translation>keine Fragen erfasst</translation>
  </message>
  <message>
   <source>no reason given</source>
   <translation>ohne Angabe von Gründen</translation>
  </message>
  <message>
   <source>no receipts yet</source>
   <translation>noch keine Wareneingänge</translation>
  </message>
  <message>
   <source>no required date</source>
   <translation>kein Bedarfstermin</translation>
  </message>
  <message>
   <source>no sent date</source>
   <translation>kein Sendedatum</translation>
  </message>
  <message>
   <source>no subject</source>
   <translation>kein Betreff</translation>
  </message>
  <message>
   <source>no verdict</source>
   <translation>kein Urteil</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>niemand</translation>
  </message>
  <message>
   <source>none moved</source>
   <translation>keine verschoben</translation>
  </message>
  <message>
   <source>none of our questions was answered in these months</source>
   <translation>keine unserer Fragen wurde in diesen Monaten beantwortet</translation>
  </message>
  <message>
   <source>none of the {lines} is complete yet</source>
   <translation>von {lines} ist noch keine vollständig</translation>
  </message>
  <message>
   <source>none of the {lines} is late</source>
   <translation>von {lines} ist keine verspätet</translation>
  </message>
  <message>
   <source>none: {n} lines are too few</source>
   <translation>keine: {n} Positionen sind zu wenige</translation>
  </message>
  <message>
   <source>not accepted</source>
   <translation>nicht angenommen</translation>
  </message>
  <message>
   <source>not counted</source>
   <translation>nicht gezählt</translation>
  </message>
  <message>
   <source>not delivered</source>
   <translation>nicht zugestellt</translation>
  </message>
  <message>
   <source>not followed</source>
   <translation>nicht verfolgt</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>nicht gefunden</translation>
  </message>
  <message>
   <source>not imported</source>
   <translation>nicht importiert</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>nicht bekannt</translation>
  </message>
  <message>
   <source>not known: Monday to Friday</source>
   <translation>nicht bekannt: Montag bis Freitag</translation>
  </message>
  <message>
   <source>not processed</source>
   <translation>nicht bearbeitet</translation>
  </message>
  <message>
   <source>not reached</source>
   <translation>nicht erreicht</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <source>note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>nothing but the line itself is known</source>
   <translation>nichts als die Position selbst ist bekannt</translation>
  </message>
  <message>
   <source>nothing tells day from month; {order} is assumed from the way the file is written</source>
   <translation>nichts unterscheidet Tag und Monat; nach der Schreibweise der Datei wird angenommen: {order}</translation>
  </message>
  <message>
   <source>nothing this program needs</source>
   <translation>nichts, was dieses Programm braucht</translation>
  </message>
  <message>
   <source>nothing to go by</source>
   <translation>ohne Anhaltspunkt</translation>
  </message>
  <message>
   <source>nothing was found in it; read it, then X</source>
   <translation>nichts gefunden; lesen, dann X</translation>
  </message>
  <message>
   <source>number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>number and name are split</source>
   <translation>Nummer und Name sind getrennt</translation>
  </message>
  <message>
   <source>of 100</source>
   <translation>von 100</translation>
  </message>
  <message>
   <source>of lines that moved</source>
   <translation>der verschobenen Positionen</translation>
  </message>
  <message>
   <source>of the variation of arrival</source>
   <translation>der Streuung der Ankunft</translation>
  </message>
  <message>
   <source>of {lines}</source>
   <translation>von {lines}</translation>
  </message>
  <message>
   <source>of {n}, {open_past_due} still open</source>
   <translation>von {n}, {open_past_due} noch offen</translation>
  </message>
  <message>
   <source>on</source>
   <comment>a day</comment>
   <translation>am</translation>
  </message>
  <message>
   <source>on hold</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>on hold, a waiver is needed</source>
   <translation>zurückgestellt, eine Freigabe fehlt</translation>
  </message>
  <message>
   <source>on hold, description incomplete</source>
   <translation>zurückgestellt, Beschreibung unvollständig</translation>
  </message>
  <message>
   <source>on or after</source>
   <comment>a day</comment>
   <translation>am oder nach</translation>
  </message>
  <message>
   <source>on or before</source>
   <translation>bis zum Tag</translation>
  </message>
  <message>
   <source>on the day</source>
   <translation>termingerecht</translation>
  </message>
  <message>
   <source>on time, current promise</source>
   <translation>pünktlich, geltende</translation>
  </message>
  <message>
   <source>on time, first promise</source>
   <translation>pünktlich, erste</translation>
  </message>
  <message>
   <source>on time, required date</source>
   <translation>pünktlich, Bedarf</translation>
  </message>
  <message>
   <source>on {on}: expected {eta}</source>
   <translation>am {on}: erwartet {eta}</translation>
  </message>
  <message>
   <source>once</source>
   <translation>einmal</translation>
  </message>
  <message>
   <source>one</source>
   <translation>1</translation>
  </message>
  <message>
   <source>only changes told</source>
   <translation>nur Änderungen gemeldet</translation>
  </message>
  <message>
   <source>only one cell is filled: “{text}”</source>
   <translation>nur eine Zelle ist gefüllt: „{text}“</translation>
  </message>
  <message>
   <source>only {share} of its cells are numbers</source>
   <translation>nur {share} der Zellen sind Zahlen</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>open + received = ordered in {good} of {total} rows</source>
   <translation>offen + eingegangen = bestellt in {good} von {total} Zeilen</translation>
  </message>
  <message numerus="yes">
   <source>open line</source>
   <comment>counted</comment>
   <translation>
    <numerusform>offene Position</numerusform>
    <numerusform>offene Positionen</numerusform>
   </translation>
  </message>
  <message>
   <source>open lines</source>
   <translation>offene Positionen</translation>
  </message>
  <message>
   <source>open lines count as late so far</source>
   <translation>offene Positionen zählen mit dem bisherigen Verzug</translation>
  </message>
  <message>
   <source>open lines nobody mentions</source>
   <translation>offene Positionen, die niemand erwähnt</translation>
  </message>
  <message>
   <source>open quantity</source>
   <translation>offene Menge</translation>
  </message>
  <message>
   <source>open questions are counted as still waiting</source>
   <translation>offene Fragen zählen als noch wartend</translation>
  </message>
  <message>
   <source>open value</source>
   <translation>offener Wert</translation>
  </message>
  <message>
   <source>open, no owner</source>
   <translation>offen, ohne Zuständigen</translation>
  </message>
  <message>
   <source>open, no promise</source>
   <translation>offen, ohne Zusage</translation>
  </message>
  <message>
   <source>order</source>
   <translation>Bestellung</translation>
  </message>
  <message numerus="yes">
   <source>order</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Bestellung</numerusform>
    <numerusform>Bestellungen</numerusform>
   </translation>
  </message>
  <message>
   <source>order line</source>
   <translation>Position</translation>
  </message>
  <message numerus="yes">
   <source>order line</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Bestellposition</numerusform>
    <numerusform>Bestellpositionen</numerusform>
   </translation>
  </message>
  <message>
   <source>order number</source>
   <translation>Bestellnummer</translation>
  </message>
  <message>
   <source>order sent on</source>
   <translation>Bestellung gesendet am</translation>
  </message>
  <message>
   <source>order sent to complete</source>
   <translation>Bestellung gesendet bis vollständig</translation>
  </message>
  <message>
   <source>order sent {issued_on}</source>
   <translation>Bestellung gesendet {issued_on}</translation>
  </message>
  <message>
   <source>order {order} has no line for material {material}</source>
   <translation>Bestellung {order} hat keine Position mit Material {material}</translation>
  </message>
  <message>
   <source>order {order} has no line {line} in the workspace</source>
   <translation>Bestellung {order} hat in der Arbeitsdatei keine Position {line}</translation>
  </message>
  <message>
   <source>order {order} has no line {line} with item {item} in the workspace</source>
   <translation>Bestellung {order} hat in der Arbeitsdatei keine Position {line} mit Artikel {item}</translation>
  </message>
  <message>
   <source>order {order} has {count} lines, and the row names none</source>
   <translation>Bestellung {order} hat {count} Positionen, und die Zeile nennt keine</translation>
  </message>
  <message>
   <source>order {order} is not in the workspace: import the orders first</source>
   <translation>Bestellung {order} ist nicht in der Arbeitsdatei: Importieren Sie zuerst die Bestellungen</translation>
  </message>
  <message>
   <source>orders</source>
   <translation>Bestellungen</translation>
  </message>
  <message>
   <source>orders in 2 days: {brief}</source>
   <translation>binnen 2 Tagen: {brief}</translation>
  </message>
  <message>
   <source>origin</source>
   <translation>Abgangsort</translation>
  </message>
  <message>
   <source>our own</source>
   <translation>unsere</translation>
  </message>
  <message>
   <source>ours</source>
   <translation>wir</translation>
  </message>
  <message>
   <source>outside</source>
   <translation>außerhalb</translation>
  </message>
  <message>
   <source>outside its limits</source>
   <translation>außerhalb der Grenzen</translation>
  </message>
  <message>
   <source>outside what {level} on average makes likely</source>
   <translation>außerhalb dessen, was ein Mittel von {level} erwarten lässt</translation>
  </message>
  <message>
   <source>over {days} days ahead</source>
   <translation>über {days} Tage im Voraus</translation>
  </message>
  <message>
   <source>overdue since {day}</source>
   <translation>überfällig seit {day}</translation>
  </message>
  <message>
   <source>padded</source>
   <translation>zu großzügig</translation>
  </message>
  <message>
   <source>parcel</source>
   <translation>Paket</translation>
  </message>
  <message>
   <source>party</source>
   <translation>Partei</translation>
  </message>
  <message numerus="yes">
   <source>past line</source>
   <comment>counted</comment>
   <translation>
    <numerusform>frühere Position</numerusform>
    <numerusform>frühere Positionen</numerusform>
   </translation>
  </message>
  <message>
   <source>past the promise</source>
   <translation>über der Zusage</translation>
  </message>
  <message>
   <source>period before: too few ({n})</source>
   <translation>Zeitraum davor: zu wenige ({n})</translation>
  </message>
  <message>
   <source>period before: {letters}, {number}</source>
   <translation>Zeitraum davor: {letters}, {number}</translation>
  </message>
  <message>
   <source>phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>place</source>
   <translation>Stelle</translation>
  </message>
  <message>
   <source>place of the delivery term</source>
   <translation>Ort der Lieferbedingung</translation>
  </message>
  <message>
   <source>place of the event</source>
   <translation>Ort des Ereignisses</translation>
  </message>
  <message>
   <source>plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>planned</source>
   <translation>geplant</translation>
  </message>
  <message numerus="yes">
   <source>planned figure</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Planwert</numerusform>
    <numerusform>Planwerte</numerusform>
   </translation>
  </message>
  <message>
   <source>possible duplicates</source>
   <translation>mögliche Doppelte</translation>
  </message>
  <message>
   <source>posted on</source>
   <translation>gebucht am</translation>
  </message>
  <message>
   <source>promise</source>
   <translation>Zusage</translation>
  </message>
  <message numerus="yes">
   <source>promise</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Zusage</numerusform>
    <numerusform>Zusagen</numerusform>
   </translation>
  </message>
  <message>
   <source>promise always = required</source>
   <translation>Zusage immer = Bedarf</translation>
  </message>
  <message>
   <source>promise moved</source>
   <translation>Zusage verschoben</translation>
  </message>
  <message>
   <source>promised</source>
   <translation>zugesagt</translation>
  </message>
  <message>
   <source>promised while closed</source>
   <translation>Zusage in der Schließzeit</translation>
  </message>
  <message>
   <source>promised within a week</source>
   <translation>binnen einer Woche zugesagt</translation>
  </message>
  <message>
   <source>promised {day}, told {told} ({source})</source>
   <translation>zugesagt {day}, gesagt {told} ({source})</translation>
  </message>
  <message>
   <source>promised {p}, took {a}: {late}</source>
   <translation>zugesagt {p}, gedauert {a}: {late}</translation>
  </message>
  <message>
   <source>promises moved</source>
   <translation>Zusagen verschoben</translation>
  </message>
  <message>
   <source>promises moved later</source>
   <translation>Zusagen verschoben</translation>
  </message>
  <message>
   <source>promises replaced by a later date</source>
   <translation>durch einen späteren Termin ersetzte Zusagen</translation>
  </message>
  <message>
   <source>quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>quantity ordered</source>
   <translation>bestellte Menge</translation>
  </message>
  <message>
   <source>quantity received</source>
   <translation>eingegangene Menge</translation>
  </message>
  <message>
   <source>quantity rejected</source>
   <translation>zurückgewiesene Menge</translation>
  </message>
  <message>
   <source>quantity × price = value</source>
   <translation>Menge × Preis = Wert</translation>
  </message>
  <message>
   <source>quantity × price = value in {good} of {total} rows</source>
   <translation>Menge × Preis = Wert in {good} von {total} Zeilen</translation>
  </message>
  <message>
   <source>question</source>
   <translation>Frage</translation>
  </message>
  <message numerus="yes">
   <source>question</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Frage</numerusform>
    <numerusform>Fragen</numerusform>
   </translation>
  </message>
  <message>
   <source>questions</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>quoted: not known</source>
   <translation>genannt: nicht bekannt</translation>
  </message>
  <message>
   <source>quoted: {days}</source>
   <translation>genannt: {days}</translation>
  </message>
  <message>
   <source>read as {order}</source>
   <translation>gelesen als {order}</translation>
  </message>
  <message>
   <source>read as {order}, {count} of {total} compared rows would put {column} on the wrong side of {other}; read so, {left} do</source>
   <translation>gelesen als {order} stünden {count} von {total} verglichenen Zeilen von {column} auf der falschen Seite von {other}; so gelesen {left}</translation>
  </message>
  <message>
   <source>read the sheet “{sheet}”; not read: {others}</source>
   <translation>gelesen wurde das Blatt „{sheet}“; nicht gelesen: {others}</translation>
  </message>
  <message numerus="yes">
   <source>receipt</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Wareneingang</numerusform>
    <numerusform>Wareneingänge</numerusform>
   </translation>
  </message>
  <message>
   <source>receipt document</source>
   <translation>Wareneingangsbeleg</translation>
  </message>
  <message>
   <source>receipts</source>
   <translation>Wareneingänge</translation>
  </message>
  <message>
   <source>receipts posted in batches</source>
   <translation>stapelweise gebuchte Wareneingänge</translation>
  </message>
  <message>
   <source>received</source>
   <translation>eingegangen</translation>
  </message>
  <message>
   <source>received after today</source>
   <translation>Eingang nach heute</translation>
  </message>
  <message>
   <source>received in time of ordered</source>
   <translation>rechtzeitig erhalten von bestellt</translation>
  </message>
  <message>
   <source>received on</source>
   <translation>eingegangen am</translation>
  </message>
  <message>
   <source>reference</source>
   <translation>Bezug</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>abgelehnt</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>abgelehnt</translation>
  </message>
  <message>
   <source>rejected of a million received</source>
   <translation>abgelehnt von einer Million erhaltener</translation>
  </message>
  <message>
   <source>rejected, incomplete</source>
   <translation>abgelehnt, unvollständig</translation>
  </message>
  <message>
   <source>rejected: {ppm} ppm</source>
   <translation>abgelehnt: {ppm} ppm</translation>
  </message>
  <message>
   <source>rejects: no data</source>
   <translation>Ablehnungen: keine Daten</translation>
  </message>
  <message>
   <source>required date</source>
   <translation>Bedarfstermin</translation>
  </message>
  <message numerus="yes">
   <source>row</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Zeile</numerusform>
    <numerusform>Zeilen</numerusform>
   </translation>
  </message>
  <message>
   <source>rows</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>rows that continue the order above them: {count}</source>
   <translation>Zeilen, die die Bestellung darüber fortsetzen: {count}</translation>
  </message>
  <message>
   <source>rows that head a group</source>
   <translation>Zeilen, die eine Gruppe überschreiben</translation>
  </message>
  <message>
   <source>said {said}, true for {happened}</source>
   <translation>{said} gesagt, bei {happened} eingetroffen</translation>
  </message>
  <message>
   <source>same</source>
   <translation>gleich</translation>
  </message>
  <message>
   <source>save (S)</source>
   <translation>speichern (S)</translation>
  </message>
  <message>
   <source>schedule line</source>
   <translation>Einteilung</translation>
  </message>
  <message>
   <source>second</source>
   <translation>zweite</translation>
  </message>
  <message>
   <source>second date kept: {brief}</source>
   <translation>zweiter Termin gehalten: {brief}</translation>
  </message>
  <message>
   <source>see weights below</source>
   <translation>siehe Gewichte unten</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>sent date</source>
   <translation>Sendedatum</translation>
  </message>
  <message>
   <source>service not named</source>
   <translation>Dienst nicht genannt</translation>
  </message>
  <message>
   <source>set</source>
   <translation>gesetzt</translation>
  </message>
  <message>
   <source>seven</source>
   <translation>sieben</translation>
  </message>
  <message>
   <source>seventh</source>
   <translation>siebte</translation>
  </message>
  <message>
   <source>share</source>
   <comment>unit</comment>
   <translation>Anteil</translation>
  </message>
  <message>
   <source>share of moves</source>
   <translation>Anteil der Verschiebungen</translation>
  </message>
  <message>
   <source>share of orders</source>
   <translation>Anteil der Bestellungen</translation>
  </message>
  <message>
   <source>share of promises kept</source>
   <translation>Anteil gehaltener Zusagen</translation>
  </message>
  <message>
   <source>share that was</source>
   <translation>tatsächlicher Anteil</translation>
  </message>
  <message>
   <source>share the forecast said would be here</source>
   <translation>Anteil, der laut Prognose da sein sollte</translation>
  </message>
  <message>
   <source>ship date</source>
   <translation>Versandtermin</translation>
  </message>
  <message numerus="yes">
   <source>shipment</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Sendung</numerusform>
    <numerusform>Sendungen</numerusform>
   </translation>
  </message>
  <message>
   <source>shipment number</source>
   <translation>Lieferungsnummer</translation>
  </message>
  <message>
   <source>shipment promised</source>
   <translation>Versand zugesagt</translation>
  </message>
  <message>
   <source>shipment requested</source>
   <translation>Versand gewünscht</translation>
  </message>
  <message>
   <source>shipment {number}</source>
   <translation>Sendung {number}</translation>
  </message>
  <message>
   <source>shipment, current schedule</source>
   <translation>Versand, geltender Plan</translation>
  </message>
  <message>
   <source>shipment, first schedule</source>
   <translation>Versand, erster Plan</translation>
  </message>
  <message>
   <source>shipments</source>
   <translation>Sendungen</translation>
  </message>
  <message>
   <source>shipped</source>
   <translation>versendet</translation>
  </message>
  <message>
   <source>shipped on</source>
   <translation>versandt am</translation>
  </message>
  <message>
   <source>shorter</source>
   <translation>kürzer</translation>
  </message>
  <message>
   <source>six</source>
   <translation>sechs</translation>
  </message>
  <message>
   <source>sixth</source>
   <translation>sechste</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>übersprungen</translation>
  </message>
  <message>
   <source>some headers stand twice; the later ones are called {doubled}</source>
   <translation>einige Überschriften kommen doppelt vor; die späteren heißen {doubled}</translation>
  </message>
  <message>
   <source>some lines stand in several rows with different dates or quantities: each row is a schedule of its line</source>
   <translation>einige Positionen stehen in mehreren Zeilen mit anderen Daten oder Mengen: jede Zeile ist eine Einteilung ihrer Position</translation>
  </message>
  <message>
   <source>stage</source>
   <translation>Abschnitt</translation>
  </message>
  <message>
   <source>stages that run backwards</source>
   <translation>Abschnitte, die rückwärts laufen</translation>
  </message>
  <message numerus="yes">
   <source>starting day</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Starttag</numerusform>
    <numerusform>Starttage</numerusform>
   </translation>
  </message>
  <message>
   <source>status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>still open</source>
   <translation>noch offen</translation>
  </message>
  <message>
   <source>subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>such as “{example}”</source>
   <translation>etwa „{example}“</translation>
  </message>
  <message numerus="yes">
   <source>suggestion</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Vorschlag</numerusform>
    <numerusform>Vorschläge</numerusform>
   </translation>
  </message>
  <message>
   <source>sum of all later moves</source>
   <translation>Summe aller Verschiebungen nach hinten</translation>
  </message>
  <message>
   <source>supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message numerus="yes">
   <source>supplier</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Lieferant</numerusform>
    <numerusform>Lieferanten</numerusform>
   </translation>
  </message>
  <message>
   <source>supplier number</source>
   <translation>Lieferantennummer</translation>
  </message>
  <message>
   <source>suppliers</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>taken as missing: {listed}</source>
   <translation>gilt als fehlend: {listed}</translation>
  </message>
  <message>
   <source>ten</source>
   <translation>zehn</translation>
  </message>
  <message>
   <source>text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>that could not be asked</source>
   <translation>nicht abfragbar</translation>
  </message>
  <message>
   <source>the 4 oldest of {rows}</source>
   <translation>die 4 ältesten von {rows}</translation>
  </message>
  <message>
   <source>the acknowledgement</source>
   <translation>die Bestätigung</translation>
  </message>
  <message>
   <source>the action agreed</source>
   <translation>der vereinbarten Maßnahme</translation>
  </message>
  <message>
   <source>the authorities’</source>
   <translation>Tage der Behörden</translation>
  </message>
  <message>
   <source>the carrier does not know it</source>
   <translation>der Carrier kennt sie nicht</translation>
  </message>
  <message>
   <source>the carrier expects it</source>
   <translation>der Carrier erwartet es</translation>
  </message>
  <message>
   <source>the carrier has given no date yet</source>
   <translation>der Carrier noch keinen Termin genannt hat</translation>
  </message>
  <message>
   <source>the carrier has told no event yet</source>
   <translation>der Carrier noch kein Ereignis gemeldet hat</translation>
  </message>
  <message>
   <source>the carrier no longer lists it</source>
   <translation>der Carrier führt sie nicht mehr</translation>
  </message>
  <message>
   <source>the carrier says nothing that can be read</source>
   <translation>der Carrier sagt nichts Lesbares</translation>
  </message>
  <message>
   <source>the carrier's ETA</source>
   <translation>ETA des Carriers</translation>
  </message>
  <message>
   <source>the carrier's current status</source>
   <translation>der aktuelle Status des Carriers</translation>
  </message>
  <message>
   <source>the carrier's date</source>
   <translation>der Termin des Carriers</translation>
  </message>
  <message>
   <source>the carrier’s</source>
   <translation>Tage des Carriers</translation>
  </message>
  <message>
   <source>the code in brackets is split from the name</source>
   <translation>der Code in Klammern ist vom Namen getrennt</translation>
  </message>
  <message>
   <source>the column is empty</source>
   <translation>die Spalte ist leer</translation>
  </message>
  <message>
   <source>the contact's name</source>
   <translation>der Name des Ansprechpartners</translation>
  </message>
  <message>
   <source>the date</source>
   <translation>den Termin</translation>
  </message>
  <message>
   <source>the date needed</source>
   <translation>den Bedarfstermin</translation>
  </message>
  <message>
   <source>the date we need it</source>
   <translation>dem Bedarfstermin</translation>
  </message>
  <message>
   <source>the dates between order and arrival are missing on the {late_lines} (acknowledged, shipped, cleared)</source>
   <translation>die Daten zwischen Bestellung und Ankunft bei {late_lines} fehlen (bestätigt, versandt, verzollt)</translation>
  </message>
  <message>
   <source>the dates then lie closest to {other}</source>
   <translation>so liegen die Daten am nächsten bei {other}</translation>
  </message>
  <message>
   <source>the day of</source>
   <translation>am Tag</translation>
  </message>
  <message>
   <source>the despatch has neither a number nor a tracking number</source>
   <translation>das Lieferavis hat weder eine Nummer noch eine Sendungsnummer</translation>
  </message>
  <message>
   <source>the first promise</source>
   <translation>der ersten Zusage</translation>
  </message>
  <message>
   <source>the goods are still open, so it is expected</source>
   <translation>die Ware ist noch offen, also ist es der erwartete Termin</translation>
  </message>
  <message>
   <source>the header again</source>
   <translation>noch einmal die Überschrift</translation>
  </message>
  <message>
   <source>the last promise</source>
   <translation>der letzten Zusage</translation>
  </message>
  <message>
   <source>the line names no order</source>
   <translation>die Position nennt keine Bestellung</translation>
  </message>
  <message>
   <source>the newest event</source>
   <translation>das neueste Ereignis</translation>
  </message>
  <message>
   <source>the order numbers</source>
   <translation>die Nummern der Bestellungen</translation>
  </message>
  <message>
   <source>the promise</source>
   <translation>der Zusage</translation>
  </message>
  <message>
   <source>the promise and its usual delay</source>
   <translation>der Zusage und ihrem üblichen Verzug</translation>
  </message>
  <message>
   <source>the quantity is 0</source>
   <translation>die Menge ist 0</translation>
  </message>
  <message>
   <source>the quantity {quantity:g} is negative: a return, not an order</source>
   <translation>die Menge {quantity:g} ist negativ: eine Rücklieferung, keine Bestellung</translation>
  </message>
  <message>
   <source>the row's own number</source>
   <translation>eigene Nummer der Zeile</translation>
  </message>
  <message>
   <source>the same as</source>
   <translation>gleich wie</translation>
  </message>
  <message>
   <source>the same as an earlier row of order {order}, line {line}</source>
   <translation>wie eine frühere Zeile von Bestellung {order}, Position {line}</translation>
  </message>
  <message>
   <source>the same, weighted by value</source>
   <translation>dasselbe, nach Wert gewichtet</translation>
  </message>
  <message>
   <source>the sender</source>
   <translation>dem Absender</translation>
  </message>
  <message>
   <source>the sender {sender}</source>
   <translation>den Absender {sender}</translation>
  </message>
  <message>
   <source>the supplier’s</source>
   <translation>Tage des Lieferanten</translation>
  </message>
  <message>
   <source>the table of the lines</source>
   <translation>die Tabelle der Positionen</translation>
  </message>
  <message>
   <source>the worst {most}; all are in the workbook</source>
   <translation>die schlechtesten {most}; alle stehen in der Arbeitsmappe</translation>
  </message>
  <message>
   <source>the {kind} message names no order</source>
   <translation>die {kind}-Nachricht nennt keine Bestellung</translation>
  </message>
  <message>
   <source>the {most} likeliest of {rows}</source>
   <translation>die {most} wahrscheinlichsten von {rows}</translation>
  </message>
  <message>
   <source>the {words}</source>
   <translation>den {words}</translation>
  </message>
  <message>
   <source>theirs</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>them</source>
   <comment>who asked</comment>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>then</source>
   <translation>damals</translation>
  </message>
  <message>
   <source>there</source>
   <translation>da</translation>
  </message>
  <message>
   <source>there are no lines</source>
   <translation>keine Positionen da sind</translation>
  </message>
  <message>
   <source>there are no lines to measure</source>
   <translation>keine Positionen zum Messen da sind</translation>
  </message>
  <message>
   <source>there are no order lines</source>
   <translation>keine Bestellpositionen da sind</translation>
  </message>
  <message>
   <source>there are too few finished lines to learn from</source>
   <translation>zu wenige fertige Positionen zum Lernen da sind</translation>
  </message>
  <message>
   <source>there is neither a name nor a code</source>
   <translation>weder Name noch Nummer vorhanden</translation>
  </message>
  <message>
   <source>there is no date</source>
   <translation>kein Datum vorhanden</translation>
  </message>
  <message>
   <source>there is no date of receipt</source>
   <translation>kein Eingangsdatum vorhanden</translation>
  </message>
  <message>
   <source>there is no line number: lines are told apart by {named}</source>
   <translation>es gibt keine Positionsnummer: Positionen werden unterschieden nach {named}</translation>
  </message>
  <message>
   <source>there is no material number</source>
   <translation>keine Materialnummer vorhanden</translation>
  </message>
  <message>
   <source>there is no order number</source>
   <translation>keine Bestellnummer vorhanden</translation>
  </message>
  <message>
   <source>there is no quantity</source>
   <translation>keine Menge vorhanden</translation>
  </message>
  <message>
   <source>there is no tracking, container or shipment number</source>
   <translation>weder Sendungs-, Container- noch Lieferungsnummer vorhanden</translation>
  </message>
  <message>
   <source>there is too little history</source>
   <translation>zu wenig Vorgeschichte da ist</translation>
  </message>
  <message>
   <source>these lines come later than needed:</source>
   <translation>diese Positionen kommen später als benötigt:</translation>
  </message>
  <message>
   <source>they</source>
   <translation>sie</translation>
  </message>
  <message>
   <source>they asked us {questions} on {since}; we owe the answer</source>
   <translation>sie stellten uns am {since} {questions}; wir schulden die Antwort</translation>
  </message>
  <message>
   <source>they owe</source>
   <translation>sie schulden</translation>
  </message>
  <message>
   <source>they owe us</source>
   <translation>sie schulden uns</translation>
  </message>
  <message>
   <source>third</source>
   <translation>dritte</translation>
  </message>
  <message>
   <source>this comes later than needed:</source>
   <translation>diese Position kommt später als benötigt:</translation>
  </message>
  <message>
   <source>this machine</source>
   <translation>diesem Rechner</translation>
  </message>
  <message>
   <source>this mail</source>
   <translation>diese Mail</translation>
  </message>
  <message>
   <source>this very file was imported before (import {import_id}): nothing is added twice</source>
   <translation>genau diese Datei wurde schon importiert (Import {import_id}): nichts wird doppelt angelegt</translation>
  </message>
  <message numerus="yes">
   <source>thread</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Unterhaltung</numerusform>
    <numerusform>Unterhaltungen</numerusform>
   </translation>
  </message>
  <message>
   <source>three</source>
   <translation>drei</translation>
  </message>
  <message>
   <source>to answer our questions</source>
   <translation>bis zur Antwort</translation>
  </message>
  <message>
   <source>to be read</source>
   <translation>zu lesen</translation>
  </message>
  <message>
   <source>to look at</source>
   <translation>anzusehen</translation>
  </message>
  <message>
   <source>to plan for {service_level}</source>
   <translation>zu planen für {service_level}</translation>
  </message>
  <message>
   <source>today</source>
   <translation>heute</translation>
  </message>
  <message>
   <source>told {known_on}</source>
   <translation>gesagt {known_on}</translation>
  </message>
  <message>
   <source>too few</source>
   <translation>zu wenige</translation>
  </message>
  <message>
   <source>too few ({n})</source>
   <translation>zu wenige ({n})</translation>
  </message>
  <message>
   <source>too few complete lines</source>
   <translation>zu wenige vollständige Positionen</translation>
  </message>
  <message>
   <source>too few lines have the dates between order and arrival</source>
   <translation>zu wenige Positionen die Daten zwischen Bestellung und Ankunft haben</translation>
  </message>
  <message>
   <source>too few points for limits</source>
   <translation>zu wenige Punkte für Grenzen</translation>
  </message>
  <message>
   <source>too few to say</source>
   <translation>zu wenige Daten</translation>
  </message>
  <message>
   <source>too few to say ({n})</source>
   <translation>zu wenige für eine Aussage ({n})</translation>
  </message>
  <message>
   <source>tracking</source>
   <translation>Verfolgung</translation>
  </message>
  <message>
   <source>tracking number</source>
   <translation>Sendungsnummer</translation>
  </message>
  <message>
   <source>twelve</source>
   <translation>zwölf</translation>
  </message>
  <message>
   <source>twice</source>
   <translation>zweimal</translation>
  </message>
  <message>
   <source>two</source>
   <translation>zwei</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>unverändert</translation>
  </message>
  <message>
   <source>under way</source>
   <translation>unterwegs</translation>
  </message>
  <message>
   <source>unit</source>
   <translation>Mengeneinheit</translation>
  </message>
  <message>
   <source>unit price</source>
   <translation>Einzelpreis</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>until half are answered</source>
   <translation>bis die Hälfte beantwortet ist</translation>
  </message>
  <message>
   <source>until half are confirmed</source>
   <translation>bis die Hälfte bestätigt ist</translation>
  </message>
  <message>
   <source>up to {late_days} after</source>
   <translation>bis {late_days} nach</translation>
  </message>
  <message>
   <source>us</source>
   <comment>who asked</comment>
   <translation>wir</translation>
  </message>
  <message>
   <source>value of the line</source>
   <translation>Wert der Position</translation>
  </message>
  <message>
   <source>vanished from the export</source>
   <translation>aus dem Export verschwunden</translation>
  </message>
  <message>
   <source>warned in time: {brief}</source>
   <translation>rechtzeitig gewarnt: {brief}</translation>
  </message>
  <message>
   <source>watched</source>
   <translation>beobachtet</translation>
  </message>
  <message>
   <source>we</source>
   <translation>wir</translation>
  </message>
  <message>
   <source>we owe</source>
   <translation>wir schulden</translation>
  </message>
  <message>
   <source>we owe them</source>
   <translation>wir schulden ihnen</translation>
  </message>
  <message numerus="yes">
   <source>week</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Woche</numerusform>
    <numerusform>Wochen</numerusform>
   </translation>
  </message>
  <message>
   <source>weekend dates</source>
   <translation>Termine am Wochenende</translation>
  </message>
  <message>
   <source>weight {weight}</source>
   <translation>Gewicht {weight}</translation>
  </message>
  <message>
   <source>weighted mean of the parts</source>
   <translation>gewichtetes Mittel der Teile</translation>
  </message>
  <message>
   <source>what</source>
   <translation>was</translation>
  </message>
  <message>
   <source>what we did to them</source>
   <translation>unser eigener Anteil</translation>
  </message>
  <message>
   <source>whatever is recognised</source>
   <translation>was erkannt wird</translation>
  </message>
  <message>
   <source>when it took place</source>
   <translation>Zeitpunkt</translation>
  </message>
  <message>
   <source>where the goods are</source>
   <translation>wo die Ware ist</translation>
  </message>
  <message>
   <source>workbook</source>
   <translation>Mappe</translation>
  </message>
  <message numerus="yes">
   <source>working day</source>
   <comment>counted</comment>
   <translation>
    <numerusform>Arbeitstag</numerusform>
    <numerusform>Arbeitstage</numerusform>
   </translation>
  </message>
  <message>
   <source>working hours</source>
   <translation>Arbeitsstunden</translation>
  </message>
  <message>
   <source>worse</source>
   <translation>schlechter</translation>
  </message>
  <message>
   <source>year-day-month</source>
   <translation>Jahr-Tag-Monat</translation>
  </message>
  <message>
   <source>year-month-day</source>
   <translation>Jahr-Monat-Tag</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>your mail address, if the user is none</source>
   <translation>Ihre Mailadresse, wenn der Benutzer keine ist</translation>
  </message>
  <message>
   <source>your name</source>
   <translation>Ihr Name</translation>
  </message>
  <message>
   <source>{about}. Beside it: since a week ago.</source>
   <translation>{about}. Daneben: gegenüber der Vorwoche.</translation>
  </message>
  <message>
   <source>{absorbed_days} made good on the way</source>
   <translation>{absorbed_days} unterwegs aufgeholt</translation>
  </message>
  <message>
   <source>{added} new events and {changed} new ETAs of these shipments</source>
   <translation>{added} neue Ereignisse und {changed} neue ETAs dieser Sendungen</translation>
  </message>
  <message>
   <source>{all_suppliers}; none has a line past due.</source>
   <translation>{all_suppliers}; keine Position ist überfällig.</translation>
  </message>
  <message>
   <source>{all_suppliers}; {late_suppliers} with {lines} past due.</source>
   <translation>{all_suppliers}; {late_suppliers} mit {lines} überfällig.</translation>
  </message>
  <message>
   <source>{backup} is damaged ({found}). Nothing was restored.</source>
   <translation>{backup} ist beschädigt ({found}). Nichts wurde wiederhergestellt.</translation>
  </message>
  <message>
   <source>{backup} takes the place of {file}. The file as it is now is kept beside it.</source>
   <translation>{backup} tritt an die Stelle von {file}. Die jetzige Datei wird daneben aufbewahrt.</translation>
  </message>
  <message>
   <source>{borrowed_share} from similar lines</source>
   <translation>{borrowed_share} von ähnlichen Positionen</translation>
  </message>
  <message>
   <source>{carrier_name} has no public page for single shipments.</source>
   <translation>{carrier_name} hat keine öffentliche Seite für einzelne Sendungen.</translation>
  </message>
  <message>
   <source>{carrier} has {count} shipments under {number}</source>
   <translation>{carrier} hat {count} Sendungen unter {number}</translation>
  </message>
  <message>
   <source>{chance} No date promised{half}.</source>
   <translation>{chance} Kein Termin zugesagt{half}.</translation>
  </message>
  <message>
   <source>{chance} Promised {promise}, {after} after it is needed.</source>
   <translation>{chance} Zugesagt {promise}, {after} nach dem Bedarf.</translation>
  </message>
  <message>
   <source>{chance} Promised {promise}{half}.</source>
   <translation>{chance} Zugesagt {promise}{half}.</translation>
  </message>
  <message>
   <source>{chance} likely late.</source>
   <translation>{chance} wahrscheinlich zu spät.</translation>
  </message>
  <message>
   <source>{changed_by_us} of {total}</source>
   <translation>{changed_by_us} von {total}</translation>
  </message>
  <message>
   <source>{changes} proposed by {supplier}; nothing counts until you accept it.</source>
   <translation>{changes}, vorgeschlagen von {supplier}; nichts gilt, bevor Sie es annehmen.</translation>
  </message>
  <message>
   <source>{change} points {direction} than</source>
   <translation>{change} Punkte {direction} als</translation>
  </message>
  <message>
   <source>{coming} likely late</source>
   <translation>{coming} wahrscheinlich zu spät</translation>
  </message>
  <message>
   <source>{count} blank rows</source>
   <translation>{count} leere Zeilen</translation>
  </message>
  <message>
   <source>{count} cells could not be read and are left empty</source>
   <translation>{count} Zellen waren nicht lesbar und bleiben leer</translation>
  </message>
  <message>
   <source>{count} dates can only be the other way round and are read so</source>
   <translation>{count} Daten können nur andersherum gemeint sein und werden so gelesen</translation>
  </message>
  <message>
   <source>{count} dates have a part above 12, which can only be the day: {order}</source>
   <translation>{count} Daten haben einen Teil über 12, der nur der Tag sein kann: {order}</translation>
  </message>
  <message>
   <source>{count} dates with “{mark}” could be either; read like the others of the column</source>
   <translation>{count} Daten mit „{mark}“ sind zweideutig; gelesen wie die anderen der Spalte</translation>
  </message>
  <message>
   <source>{count} events were known</source>
   <translation>{count} Ereignisse waren bekannt</translation>
  </message>
  <message>
   <source>{count} messages of the kind {kind} are not used</source>
   <translation>{count} Nachrichten der Art {kind} werden nicht verwendet</translation>
  </message>
  <message>
   <source>{count} receipts were read from the order lines</source>
   <translation>{count} Wareneingänge wurden aus den Bestellpositionen gelesen</translation>
  </message>
  <message>
   <source>{count} rows name an order that is not in the workspace; their shipments stand alone</source>
   <translation>{count} Zeilen nennen eine Bestellung, die nicht in der Arbeitsdatei ist; deren Sendungen stehen für sich</translation>
  </message>
  <message>
   <source>{count} shipments with {carrier} were not asked: {trouble}</source>
   <translation>{count} Sendungen mit {carrier} wurden nicht abgefragt: {trouble}</translation>
  </message>
  <message>
   <source>{count} suggestions accepted</source>
   <translation>{count} Vorschläge angenommen</translation>
  </message>
  <message>
   <source>{count} tables are attached; the first {most} were read.</source>
   <translation>{count} Tabellen sind angehängt; die ersten {most} wurden gelesen.</translation>
  </message>
  <message>
   <source>{count} waiting</source>
   <translation>{count} warten</translation>
  </message>
  <message>
   <source>{count} {mails} filed</source>
   <translation>{count} {mails} abgelegt</translation>
  </message>
  <message>
   <source>{count} {mails} sent</source>
   <translation>{count} {mails} gesendet</translation>
  </message>
  <message>
   <source>{days_per_line:.1f}  of {lines}</source>
   <translation>{days_per_line:.1f}  von {lines}</translation>
  </message>
  <message>
   <source>{days_per_line:.1f} days lost per line, {expected:.1f} to expect (between {low:.1f} and {high:.1f}){late_days}; {late_lines} of {lines} late</source>
   <translation>{days_per_line:.1f} verlorene Tage je Position, {expected:.1f} zu erwarten (zwischen {low:.1f} und {high:.1f}){late_days}; {late_lines} von {lines} verspätet</translation>
  </message>
  <message>
   <source>{days} ago</source>
   <translation>{days} her</translation>
  </message>
  <message>
   <source>{days} early</source>
   <translation>{days} früher</translation>
  </message>
  <message>
   <source>{days} fall on none of these: other stages lost them, or the {noun} is not known</source>
   <translation>{days} entfallen auf keines davon: andere Abschnitte verloren sie, oder es ist nicht bekannt: {noun}</translation>
  </message>
  <message>
   <source>{days} late</source>
   <translation>{days} Verzug</translation>
  </message>
  <message>
   <source>{days} later</source>
   <translation>{days} später</translation>
  </message>
  <message>
   <source>{days} lost and made good again</source>
   <translation>{days} verloren und wieder aufgeholt</translation>
  </message>
  <message>
   <source>{days} still</source>
   <translation>{days} still</translation>
  </message>
  <message>
   <source>{days} that no stage explains</source>
   <translation>{days}, die kein Abschnitt erklärt</translation>
  </message>
  <message>
   <source>{days} to go</source>
   <translation>noch {days}</translation>
  </message>
  <message>
   <source>{days} too late</source>
   <translation>{days} zu spät</translation>
  </message>
  <message>
   <source>{days} × value</source>
   <translation>{days} × Wert</translation>
  </message>
  <message>
   <source>{day} {month}</source>
   <translation>{day}. {month}</translation>
  </message>
  <message>
   <source>{day} {month} {year}</source>
   <translation>{day}. {month} {year}</translation>
  </message>
  <message>
   <source>{day}, as before</source>
   <translation>{day}, wie bisher</translation>
  </message>
  <message>
   <source>{dealt}Nothing needs you now.</source>
   <translation>{dealt}Jetzt braucht Sie nichts.</translation>
  </message>
  <message>
   <source>{decisions} on planning lead times.</source>
   <translation>{decisions} über Planlieferzeiten.</translation>
  </message>
  <message>
   <source>{deliveries} will probably be late{first}</source>
   <translation>{deliveries}: wahrscheinlich zu spät{first}</translation>
  </message>
  <message>
   <source>{deliveries} {verb} past due{worth}{first}</source>
   <translation>{deliveries} {verb} überfällig{worth}{first}</translation>
  </message>
  <message>
   <source>{done} of {total} delivered.</source>
   <translation>{done} von {total} zugestellt.</translation>
  </message>
  <message>
   <source>{file_name} was taken back.</source>
   <translation>{file_name} wurde zurückgenommen.</translation>
  </message>
  <message>
   <source>{files} saved to {folder}.</source>
   <translation>{files} in {folder} gespeichert.</translation>
  </message>
  <message>
   <source>{files} written to {folder}.</source>
   <translation>{files} nach {folder} geschrieben.</translation>
  </message>
  <message>
   <source>{findings}; the largest: {check}.</source>
   <translation>{findings}; am größten: {check}.</translation>
  </message>
  <message>
   <source>{finished_lines}, none still open.</source>
   <translation>{finished_lines}, keine mehr offen.</translation>
  </message>
  <message>
   <source>{finished_lines}, {open} still open and counted.</source>
   <translation>{finished_lines}, {open} noch offen und mitgezählt.</translation>
  </message>
  <message>
   <source>{first}–{last} days ahead</source>
   <translation>{first}–{last} Tage im Voraus</translation>
  </message>
  <message>
   <source>{found}
All folders: {folders}</source>
   <translation>{found}
Alle Ordner: {folders}</translation>
  </message>
  <message>
   <source>{found} found</source>
   <translation>{found} gefunden</translation>
  </message>
  <message>
   <source>{goods}: promised {day}, {late} late</source>
   <translation>{goods}: zugesagt {day}, {late} Verzug</translation>
  </message>
  <message>
   <source>{grade}. {lines} due in {period}</source>
   <translation>{grade}. {lines} fällig in: {period}</translation>
  </message>
  <message>
   <source>{hits} of {n}</source>
   <translation>{hits} von {n}</translation>
  </message>
  <message>
   <source>{hits} of {n} kept</source>
   <translation>{hits} von {n} gehalten</translation>
  </message>
  <message>
   <source>{hits} of {n}, too few to say</source>
   <translation>{hits} von {n}, zu wenige für eine Aussage</translation>
  </message>
  <message>
   <source>{hits} warned in time</source>
   <translation>{hits} mit Vorwarnung</translation>
  </message>
  <message>
   <source>{host} did not accept the password of {user}. Type it again in Settings → Mail; many providers want an app password made for this program.</source>
   <translation>{host} hat das Passwort von {user} nicht angenommen. Geben Sie es unter Einstellungen → Mail neu ein; viele Anbieter verlangen ein App-Passwort für dieses Programm.</translation>
  </message>
  <message>
   <source>{host} did not accept the token of {user}. Get a new one: they expire.</source>
   <translation>{host} hat das Token von {user} nicht angenommen. Holen Sie ein neues: Sie laufen ab.</translation>
  </message>
  <message>
   <source>{host} did not do what was asked: {said}</source>
   <translation>{host} hat nicht getan, worum gebeten wurde: {said}</translation>
  </message>
  <message>
   <source>{host} did not take {what}: {words}</source>
   <translation>{host} hat {what} nicht angenommen: {words}</translation>
  </message>
  <message>
   <source>{host} offers no STARTTLS on port {port}. Choose TLS.</source>
   <translation>{host} bietet auf Port {port} kein STARTTLS an. Wählen Sie TLS.</translation>
  </message>
  <message>
   <source>{host} takes mails from {user}.</source>
   <translation>{host} nimmt Mails von {user} an.</translation>
  </message>
  <message>
   <source>{hours:.0f} working h</source>
   <translation>{hours:.0f} Arbeitsstd.</translation>
  </message>
  <message>
   <source>{hours} hours ago</source>
   <translation>vor {hours} Stunden</translation>
  </message>
  <message>
   <source>{inner} in {name} is an archive in an archive and was not opened.</source>
   <translation>{inner} in {name} ist ein Archiv in einem Archiv und wurde nicht geöffnet.</translation>
  </message>
  <message>
   <source>{inner} in {name} is over the size limit and was not read.</source>
   <translation>{inner} in {name} ist zu groß und wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>{keys} of {name} is a key: it is not kept in the file.</source>
   <translation>{keys} von {name} ist ein Schlüssel: Er wird nicht in der Datei gespeichert.</translation>
  </message>
  <message>
   <source>{kind} message of {day}</source>
   <translation>{kind}-Nachricht vom {day}</translation>
  </message>
  <message>
   <source>{kind}, despatch {number}</source>
   <translation>{kind}, Lieferavis {number}</translation>
  </message>
  <message>
   <source>{kind}, order {order}: {words}.</source>
   <translation>{kind}, Bestellung {order}: {words}.</translation>
  </message>
  <message>
   <source>{known} (withdrawn)</source>
   <translation>{known} (zurückgezogen)</translation>
  </message>
  <message>
   <source>{label} is over the size limit and was not kept.</source>
   <translation>{label} ist größer als erlaubt und wurde nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>{late_days} after</source>
   <translation>{late_days} nach</translation>
  </message>
  <message>
   <source>{late_ordered_share} ordered with less than the ERP's lead time left</source>
   <translation>{late_ordered_share} mit weniger als der ERP-Lieferzeit bestellt</translation>
  </message>
  <message>
   <source>{late} late, but no dates in between to tell where. See them by supplier.</source>
   <translation>{late} Verspätung, aber ohne Daten dazwischen, die sagen wo. Zeigen Sie sie nach Lieferant.</translation>
  </message>
  <message>
   <source>{late} of {lines} late</source>
   <translation>{late} von {lines} verspätet</translation>
  </message>
  <message>
   <source>{left} of {limit}</source>
   <translation>{left} von {limit}</translation>
  </message>
  <message>
   <source>{level} by {day}</source>
   <translation>{level} bis {day}</translation>
  </message>
  <message>
   <source>{lines} by {title}, {groups}{told}.</source>
   <translation>{lines} nach {title}, {groups}{told}.</translation>
  </message>
  <message>
   <source>{lines} can stop production this week{first}</source>
   <translation>{lines} können diese Woche die Fertigung anhalten{first}</translation>
  </message>
  <message>
   <source>{lines} due in this period: too few to grade. At least five are needed.</source>
   <translation>{lines} in diesem Zeitraum fällig: zu wenige für eine Note. Mindestens fünf werden gebraucht.</translation>
  </message>
  <message>
   <source>{lines} linked to {number}</source>
   <translation>{lines} mit {number} verknüpft</translation>
  </message>
  <message>
   <source>{lines} measured, {late_lines} late</source>
   <translation>{lines} gemessen, {late_lines} verspätet</translation>
  </message>
  <message>
   <source>{lines} measured, {late_lines} of them later than first promised (else than needed), by {late} in all</source>
   <translation>{lines} gemessen, davon {late_lines} später als zuerst zugesagt (sonst als benötigt), zusammen um {late}</translation>
  </message>
  <message>
   <source>{lines} no longer listed: received or cancelled?</source>
   <translation>{lines} nicht mehr gelistet: erhalten oder storniert?</translation>
  </message>
  <message>
   <source>{lines} not confirmed</source>
   <translation>{lines} nicht bestätigt</translation>
  </message>
  <message>
   <source>{lines} selected, {open} open</source>
   <translation>{lines} gewählt, {open} offen</translation>
  </message>
  <message>
   <source>{lines} still open</source>
   <translation>{lines} noch offen</translation>
  </message>
  <message>
   <source>{lines} without a usable date left out</source>
   <translation>{lines} ohne brauchbares Datum ausgelassen</translation>
  </message>
  <message>
   <source>{lines}, {open} still open</source>
   <translation>{lines}, davon {open} noch offen</translation>
  </message>
  <message>
   <source>{link_name} causes {share} of the {whole} days lost</source>
   <translation>{link_name} verursacht {share} der {whole} verlorenen Tage</translation>
  </message>
  <message>
   <source>{link_name} makes arrival hardest to predict: {share} of the variation</source>
   <translation>{link_name} macht die Ankunft am schwersten vorhersagbar: {share} der Streuung</translation>
  </message>
  <message>
   <source>{link_name}: {days_lost} lost, {late}</source>
   <translation>{link_name}: {days_lost} verloren, {late}</translation>
  </message>
  <message>
   <source>{mails} unanswered since {asked_since}</source>
   <translation>{mails} unbeantwortet seit {asked_since}</translation>
  </message>
  <message>
   <source>{messages} filed, {known_already} known already.</source>
   <translation>{messages} abgelegt, {known_already} schon bekannt.</translation>
  </message>
  <message>
   <source>{message} ({file}), despatch {number}: {what} {day}</source>
   <translation>{message} ({file}), Lieferavis {number}: {what} {day}</translation>
  </message>
  <message>
   <source>{minutes} min ago</source>
   <translation>vor {minutes} min</translation>
  </message>
  <message>
   <source>{money} a day</source>
   <translation>{money} je Tag</translation>
  </message>
  <message>
   <source>{moves} times</source>
   <translation>{moves}-mal</translation>
  </message>
  <message>
   <source>{moves}, {days_slipped} in all</source>
   <translation>{moves}, {days_slipped} insgesamt</translation>
  </message>
  <message>
   <source>{names} cost most, {lost} of {total} days lost; which of them leads is not certain.</source>
   <translation>{names} kosten am meisten, {lost} von {total} verlorenen Tagen; welches davon führt, ist nicht sicher.</translation>
  </message>
  <message>
   <source>{names} cost most; which leads is not certain.</source>
   <translation>{names} kosten am meisten; welches führt, ist nicht sicher.</translation>
  </message>
  <message>
   <source>{name} accepts the client id and secret, for tracking.</source>
   <translation>{name} nimmt Client-ID und Secret an, zum Verfolgen.</translation>
  </message>
  <message>
   <source>{name} accepts the client id and secret.</source>
   <translation>{name} nimmt Client-ID und Secret an.</translation>
  </message>
  <message>
   <source>{name} accepts the key.</source>
   <translation>{name} nimmt den Schlüssel an.</translation>
  </message>
  <message>
   <source>{name} accepts the key; {left} credits are left.</source>
   <translation>{name} nimmt den Schlüssel an; {left} Guthabenpunkte sind übrig.</translation>
  </message>
  <message>
   <source>{name} accepts the user and password.</source>
   <translation>{name} nimmt Benutzer und Passwort an.</translation>
  </message>
  <message>
   <source>{name} allows no more calls for now.</source>
   <translation>{name} erlaubt vorerst keine weiteren Abfragen.</translation>
  </message>
  <message>
   <source>{name} allows no more calls today.</source>
   <translation>{name} erlaubt heute keine weiteren Abfragen.</translation>
  </message>
  <message>
   <source>{name} answered in a form that cannot be unpacked.</source>
   <translation>{name} hat in einer Form geantwortet, die sich nicht entpacken lässt.</translation>
  </message>
  <message>
   <source>{name} answered something that is not JSON.</source>
   <translation>{name} hat etwas geantwortet, das kein JSON ist.</translation>
  </message>
  <message>
   <source>{name} answered too slowly. It is tried again later.</source>
   <translation>{name} hat zu langsam geantwortet. Später wird es wieder versucht.</translation>
  </message>
  <message>
   <source>{name} answered with more than {most} MB; not read.</source>
   <translation>{name} hat mit mehr als {most} MB geantwortet; nicht gelesen.</translation>
  </message>
  <message>
   <source>{name} asks us to wait before the next sign-in.</source>
   <translation>{name} bittet uns, mit der nächsten Anmeldung zu warten.</translation>
  </message>
  <message>
   <source>{name} asks us to wait.</source>
   <translation>{name} bittet uns zu warten.</translation>
  </message>
  <message>
   <source>{name} breaks off at line {line} ({error}). Export it again.</source>
   <translation>{name} bricht in Zeile {line} ab ({error}). Exportieren Sie die Datei neu.</translation>
  </message>
  <message>
   <source>{name} cannot be reached, or does not answer. Check the network; it is tried again later.</source>
   <translation>{name} ist nicht erreichbar oder antwortet nicht. Prüfen Sie das Netz; später wird es wieder versucht.</translation>
  </message>
  <message>
   <source>{name} cannot sign us in at the moment. It is tried again later.</source>
   <translation>{name} kann uns im Moment nicht anmelden. Später wird es wieder versucht.</translation>
  </message>
  <message>
   <source>{name} cannot use this number (status {status}). Check it, and the carrier.</source>
   <translation>{name} kann mit dieser Nummer nichts anfangen (Status {status}). Prüfen Sie Nummer und Carrier.</translation>
  </message>
  <message>
   <source>{name} cannot use this number. Check it.</source>
   <translation>{name} kann mit dieser Nummer nichts anfangen. Prüfen Sie sie.</translation>
  </message>
  <message>
   <source>{name} changed so saves nothing at 80 %</source>
   <translation>{name} so zu ändern spart bei 80 % nichts</translation>
  </message>
  <message>
   <source>{name} changed so saves {gain} at 80 %</source>
   <translation>{name} so zu ändern spart bei 80 % {gain}</translation>
  </message>
  <message>
   <source>{name} costs most: {days} of {late} late.</source>
   <translation>{name} kostet am meisten: {days} von {late} Verspätung.</translation>
  </message>
  <message>
   <source>{name} costs most: {lost} of {total} days lost.</source>
   <translation>{name} kostet am meisten: {lost} von {total} verlorenen Tagen.</translation>
  </message>
  <message>
   <source>{name} could not be written: {error}</source>
   <translation>{name} ließ sich nicht schreiben: {error}</translation>
  </message>
  <message>
   <source>{name} did not answer in time. It is tried again later.</source>
   <translation>{name} hat nicht rechtzeitig geantwortet. Später wird es wieder versucht.</translation>
  </message>
  <message>
   <source>{name} does not begin like an EDI file (ISA, UNA or UNB). Choose another kind.</source>
   <translation>{name} beginnt nicht wie eine EDI-Datei (ISA, UNA oder UNB). Wählen Sie eine andere Art.</translation>
  </message>
  <message>
   <source>{name} does not know this number, or not yet.</source>
   <translation>{name} kennt diese Nummer nicht oder noch nicht.</translation>
  </message>
  <message>
   <source>{name} does not let this key see that. Check what the key is for at the carrier.</source>
   <translation>{name} zeigt das mit diesem Schlüssel nicht. Prüfen Sie beim Carrier, wofür der Schlüssel gilt.</translation>
  </message>
  <message>
   <source>{name} gave an empty answer.</source>
   <translation>{name} hat leer geantwortet.</translation>
  </message>
  <message>
   <source>{name} gave no token.</source>
   <translation>{name} hat kein Token gegeben.</translation>
  </message>
  <message>
   <source>{name} got {verdict} after “{what}”: from {before} to {level} on average.</source>
   <translation>{name} wurde nach „{what}“ {verdict}: von {before} auf {level} im Mittel.</translation>
  </message>
  <message>
   <source>{name} got {verdict}: {why}.</source>
   <translation>{name} wurde {verdict}: {why}.</translation>
  </message>
  <message>
   <source>{name} has a cell in row {rows}, column {columns}, far from its table, and cannot be read. Copy the table into a new workbook.</source>
   <translation>{name} hat eine Zelle in Zeile {rows}, Spalte {columns}, weit ab der Tabelle, und ist nicht lesbar. Kopieren Sie die Tabelle in eine neue Arbeitsmappe.</translation>
  </message>
  <message>
   <source>{name} has column headers but no rows. Nothing was imported.</source>
   <translation>{name} hat Spaltenüberschriften, aber keine Zeilen. Nichts wurde importiert.</translation>
  </message>
  <message>
   <source>{name} has more than {most} rows, which XLSX cannot hold. Write it as .csv.</source>
   <translation>{name} hat mehr als {most} Zeilen, die XLSX nicht fassen kann. Schreiben Sie als .csv.</translation>
  </message>
  <message>
   <source>{name} has no key named {unknown}. It takes: {choices}.</source>
   <translation>{name} hat keinen Schlüssel namens {unknown}. Es braucht: {choices}.</translation>
  </message>
  <message>
   <source>{name} has no sheet “{sheet}”. Its sheets are: {names}.</source>
   <translation>{name} hat kein Blatt „{sheet}“. Die Blätter sind: {names}.</translation>
  </message>
  <message>
   <source>{name} has no valid address (“{url}”). Enter one in Settings → Carriers.</source>
   <translation>{name} hat keine gültige Adresse („{url}“). Geben Sie eine unter Einstellungen → Carrier ein.</translation>
  </message>
  <message>
   <source>{name} has order numbers but neither a quantity nor a date column (found: {headers}).</source>
   <translation>{name} hat Bestellnummern, aber weder eine Mengen- noch eine Datumsspalte (gefunden: {headers}).</translation>
  </message>
  <message>
   <source>{name} has trouble of its own (status {status}). It is tried again later.</source>
   <translation>{name} hat selbst eine Störung (Status {status}). Später wird es wieder versucht.</translation>
  </message>
  <message>
   <source>{name} has trouble of its own. It is tried again later.</source>
   <translation>{name} hat selbst eine Störung. Später wird es wieder versucht.</translation>
  </message>
  <message>
   <source>{name} has {megabytes:.0f} MB and was not fetched; up to {most:.0f} MB are. Save it from your mail program and drop it on the window.</source>
   <translation>{name} hat {megabytes:.0f} MB und wurde nicht abgerufen; bis {most:.0f} MB geht es. Speichern Sie sie aus Ihrem Mailprogramm und ziehen Sie sie auf das Fenster.</translation>
  </message>
  <message>
   <source>{name} has {megabytes:.0f} MB and was not read; import it as a file.</source>
   <translation>{name} hat {megabytes:.0f} MB und wurde nicht gelesen; importieren Sie sie als Datei.</translation>
  </message>
  <message>
   <source>{name} has {size} MB; mails of up to 60 MB are read.</source>
   <translation>{name} hat {size} MB; gelesen werden Mails bis 60 MB.</translation>
  </message>
  <message>
   <source>{name} holds neither EPCIS 2.0 nor DCSA events.</source>
   <translation>{name} enthält weder EPCIS-2.0- noch DCSA-Ereignisse.</translation>
  </message>
  <message>
   <source>{name} holds no files.</source>
   <translation>{name} enthält keine Dateien.</translation>
  </message>
  <message>
   <source>{name} holds no table that could be recognised.</source>
   <translation>{name} enthält keine erkennbare Tabelle.</translation>
  </message>
  <message>
   <source>{name} holds no table: no row of column headers was found. Bring it in with its headers, as CSV or XLSX.</source>
   <translation>{name} enthält keine Tabelle: Es wurde keine Zeile mit Spaltenüberschriften gefunden. Bringen Sie sie mit ihren Überschriften herein, als CSV oder XLSX.</translation>
  </message>
  <message>
   <source>{name} holds only the head of an EDI file (UNA); the message after it is missing. Ask the sender to send the file again.</source>
   <translation>{name} enthält nur den Kopf einer EDI-Datei (UNA); die Nachricht danach fehlt. Bitten Sie den Absender, die Datei noch einmal zu senden.</translation>
  </message>
  <message>
   <source>{name} holds {count} files; the first {most} were read.</source>
   <translation>{name} enthält {count} Dateien; die ersten {most} wurden gelesen.</translation>
  </message>
  <message>
   <source>{name} holds {kinds}. Only acknowledgements (855, ORDRSP) and despatch advices (856, DESADV) are read.</source>
   <translation>{name} enthält {kinds}. Gelesen werden nur Auftragsbestätigungen (855, ORDRSP) und Lieferavise (856, DESADV).</translation>
  </message>
  <message>
   <source>{name} is JSON, not a table. Export it as CSV or XLSX.</source>
   <translation>{name} ist JSON, keine Tabelle. Exportieren Sie die Datei als CSV oder XLSX.</translation>
  </message>
  <message>
   <source>{name} is a binary workbook (XLSB). Save it as XLSX.</source>
   <translation>{name} ist eine binäre Arbeitsmappe (XLSB). Speichern Sie sie als XLSX.</translation>
  </message>
  <message>
   <source>{name} is a web page or XML, not a table. Open it in a spreadsheet and save it as XLSX.</source>
   <translation>{name} ist eine Webseite oder XML, keine Tabelle. Öffnen Sie die Datei in einer Tabellenkalkulation, und speichern Sie sie als XLSX.</translation>
  </message>
  <message>
   <source>{name} is an EDI file without a message: it ends at segment {place} ({tag}). It was cut off on its way, or sent empty: ask the sender to send it again.</source>
   <translation>{name} ist eine EDI-Datei ohne Nachricht: Sie endet bei Segment {place} ({tag}). Sie wurde unterwegs abgeschnitten oder leer gesendet: Bitten Sie den Absender, sie noch einmal zu senden.</translation>
  </message>
  <message>
   <source>{name} is asked again later.</source>
   <translation>{name} wird später wieder gefragt.</translation>
  </message>
  <message>
   <source>{name} is broken and was left out; the log holds the details.</source>
   <translation>{name} ist beschädigt und wurde weggelassen; Einzelheiten stehen im Protokoll.</translation>
  </message>
  <message>
   <source>{name} is damaged and cannot be read as an Outlook mail. Save it again as .eml.</source>
   <translation>{name} ist beschädigt und als Outlook-Mail nicht lesbar. Speichern Sie sie neu als .eml.</translation>
  </message>
  <message>
   <source>{name} is damaged or packed in an unknown way. Ask for the files without it.</source>
   <translation>{name} ist beschädigt oder auf unbekannte Weise gepackt. Bitten Sie um die Dateien ohne Archiv.</translation>
  </message>
  <message>
   <source>{name} is empty. Export it again.</source>
   <translation>{name} ist leer. Exportieren Sie die Datei neu.</translation>
  </message>
  <message>
   <source>{name} is empty. Save the mail again.</source>
   <translation>{name} ist leer. Speichern Sie die Mail neu.</translation>
  </message>
  <message>
   <source>{name} is in an encoding that cannot be read. Save it as UTF-8.</source>
   <translation>{name} hat eine Zeichenkodierung, die nicht lesbar ist. Speichern Sie die Datei als UTF-8.</translation>
  </message>
  <message>
   <source>{name} is larger than 50 MB. Split it.</source>
   <translation>{name} ist größer als 50 MB. Teilen Sie die Datei.</translation>
  </message>
  <message>
   <source>{name} is locked with a password and was not opened. Ask for the files without one.</source>
   <translation>{name} ist mit einem Kennwort geschützt und wurde nicht geöffnet. Bitten Sie um die Dateien ohne Kennwort.</translation>
  </message>
  <message>
   <source>{name} is not a JSON file of events.</source>
   <translation>{name} ist keine JSON-Datei mit Ereignissen.</translation>
  </message>
  <message>
   <source>{name} is not a JSON file of events. Choose shipments for a forwarder's sheet.</source>
   <translation>{name} ist keine JSON-Datei mit Ereignissen. Wählen Sie Sendungen für die Tabelle eines Spediteurs.</translation>
  </message>
  <message>
   <source>{name} is not a table: it holds binary data. Export it as CSV or XLSX.</source>
   <translation>{name} ist keine Tabelle: die Datei enthält Binärdaten. Exportieren Sie sie als CSV oder XLSX.</translation>
  </message>
  <message>
   <source>{name} is not a workbook that can be read ({error}). Save it again as XLSX or CSV.</source>
   <translation>{name} ist keine lesbare Arbeitsmappe ({error}). Speichern Sie sie neu als XLSX oder CSV.</translation>
  </message>
  <message>
   <source>{name} is not a workbook that can be read ({error}). Save it again as XLSX.</source>
   <translation>{name} ist keine lesbare Arbeitsmappe ({error}). Speichern Sie sie neu als XLSX.</translation>
  </message>
  <message>
   <source>{name} is not an Outlook mail. Save the mail as .eml or .msg.</source>
   <translation>{name} ist keine Outlook-Mail. Speichern Sie die Mail als .eml oder .msg.</translation>
  </message>
  <message>
   <source>{name} is not an open-order workbook: the columns Purchase order, Line and Confirmed date were not found.</source>
   <translation>{name} ist keine Arbeitsmappe der offenen Positionen: die Spalten „Purchase order“, „Line“ und „Confirmed date“ fehlen.</translation>
  </message>
  <message>
   <source>{name} is protected by a password. Save it without one and import it again.</source>
   <translation>{name} ist mit einem Passwort geschützt. Speichern Sie die Datei ohne, und importieren Sie sie neu.</translation>
  </message>
  <message>
   <source>{name} is there already. Replace it?</source>
   <translation>{name} gibt es schon. Ersetzen?</translation>
  </message>
  <message>
   <source>{name} is too large for an open-order workbook. Ask for it without pictures.</source>
   <translation>{name} ist zu groß für eine Arbeitsmappe der offenen Positionen. Bitten Sie um eine ohne Bilder.</translation>
  </message>
  <message>
   <source>{name} is {what}, not a table. Export it as CSV or XLSX.</source>
   <translation>{name} ist {what}, keine Tabelle. Exportieren Sie die Datei als CSV oder XLSX.</translation>
  </message>
  <message>
   <source>{name} looks like receipts, but no column tells when they came in (found: {headers}).</source>
   <translation>{name} sieht nach Wareneingängen aus, aber keine Spalte sagt, wann sie kamen (gefunden: {headers}).</translation>
  </message>
  <message>
   <source>{name} loses {days_per_line:.1f} days on each line</source>
   <translation>{name} verliert {days_per_line:.1f} Tage je Position</translation>
  </message>
  <message>
   <source>{name} must end in .csv or .xlsx to say which kind of file to write.</source>
   <translation>{name} muss auf .csv oder .xlsx enden, damit klar ist, welche Art Datei entstehen soll.</translation>
  </message>
  <message>
   <source>{name} needs its {missing}. Enter it in Settings → Carriers.</source>
   <translation>{name} braucht {missing}. Geben Sie das unter Einstellungen → Carrier ein.</translation>
  </message>
  <message>
   <source>{name} on {lines}</source>
   <translation>{name} bei {lines}</translation>
  </message>
  <message>
   <source>{name} refused the client id or secret. Enter them again in Settings → Carriers.</source>
   <translation>{name} hat Client-ID oder Secret abgelehnt. Geben Sie sie unter Einstellungen → Carrier neu ein.</translation>
  </message>
  <message>
   <source>{name} refused the key. Enter it again in Settings → Carriers.</source>
   <translation>{name} hat den Schlüssel abgelehnt. Geben Sie ihn unter Einstellungen → Carrier neu ein.</translation>
  </message>
  <message>
   <source>{name} says: {words}</source>
   <translation>{name} sagt: {words}</translation>
  </message>
  <message>
   <source>{name} says: {words} ({code}).</source>
   <translation>{name} sagt: {words} ({code}).</translation>
  </message>
  <message>
   <source>{name} sent us on to another address, which we do not follow with a key. Check its address in Settings → Carriers.</source>
   <translation>{name} hat uns an eine andere Adresse verwiesen, der wir mit einem Schlüssel nicht folgen. Prüfen Sie die Adresse unter Einstellungen → Carrier.</translation>
  </message>
  <message>
   <source>{name} shows no clear change after “{what}”: {level} on average.</source>
   <translation>{name} zeigt nach „{what}“ keine klare Änderung: {level} im Mittel.</translation>
  </message>
  <message>
   <source>{name} shows no clear change: it varies around {level}.</source>
   <translation>{name} zeigt keine klare Änderung: schwankt um {level}.</translation>
  </message>
  <message>
   <source>{name} unpacks to far more than a table holds, and was not read.</source>
   <translation>{name} ist entpackt weit größer als eine Tabelle und wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>{name} unpacks to far more than it should, and was not opened. Ask what it is.</source>
   <translation>{name} wird beim Entpacken viel zu groß und wurde nicht geöffnet. Fragen Sie nach, was es ist.</translation>
  </message>
  <message>
   <source>{name} was opened again.</source>
   <translation>{name} wurde neu geöffnet.</translation>
  </message>
  <message>
   <source>{name} would be asked without encryption. Use an https address.</source>
   <translation>{name} würde unverschlüsselt gefragt. Nehmen Sie eine https-Adresse.</translation>
  </message>
  <message>
   <source>{name} · as of {as_of}</source>
   <translation>{name} · Stand {as_of}</translation>
  </message>
  <message>
   <source>{name} · {answers} since {day}</source>
   <translation>{name} · {answers} seit {day}</translation>
  </message>
  <message>
   <source>{name}, row {row}</source>
   <translation>{name}, Zeile {row}</translation>
  </message>
  <message>
   <source>{name}: complete {completed_on}</source>
   <translation>{name}: vollständig {completed_on}</translation>
  </message>
  <message>
   <source>{name}: no date promised yet.</source>
   <translation>{name}: noch kein Termin zugesagt.</translation>
  </message>
  <message>
   <source>{name}: promised {last}</source>
   <translation>{name}: zugesagt {last}</translation>
  </message>
  <message>
   <source>{name}: too early to say what “{what}” changed; {months} so far at {level}, before it {before}.</source>
   <translation>{name}: noch zu früh zu sagen, was „{what}“ änderte; bisher {months} bei {level}, davor {before}.</translation>
  </message>
  <message>
   <source>{name}: too few months to tell routine from change ({values}).</source>
   <translation>{name}: zu wenige Monate, um Gewohntes von Änderung zu trennen ({values}).</translation>
  </message>
  <message>
   <source>{name}: {added} new, {changed} changed, {promises_moved} promises moved, {rejected} rejected</source>
   <translation>{name}: {added} neu, {changed} geändert, {promises_moved} Zusagen verschoben, {rejected} abgelehnt</translation>
  </message>
  <message>
   <source>{name}: {days} lost</source>
   <translation>{name}: {days} verloren</translation>
  </message>
  <message>
   <source>{name}: {lines} that lost days there.</source>
   <translation>{name}: {lines}, die dort Tage verloren.</translation>
  </message>
  <message>
   <source>{note} Leave a key empty to keep the one that is there.</source>
   <translation>{note} Lassen Sie einen Schlüssel leer, um den vorhandenen zu behalten.</translation>
  </message>
  <message>
   <source>{number} is followed.</source>
   <translation>{number} wird verfolgt.</translation>
  </message>
  <message>
   <source>{number} is in no shipment, and names no order that is known</source>
   <translation>{number} ist in keiner Sendung und nennt keine bekannte Bestellung</translation>
  </message>
  <message>
   <source>{number} of 100</source>
   <translation>{number} von 100</translation>
  </message>
  <message>
   <source>{number} working days</source>
   <translation>{number} Arbeitstage</translation>
  </message>
  <message>
   <source>{number}: details changed</source>
   <translation>{number}: Einzelheiten geändert</translation>
  </message>
  <message>
   <source>{n} asked, {open} unanswered</source>
   <translation>{n} gefragt, {open} offen</translation>
  </message>
  <message>
   <source>{n} kinds of event name no step that is known, and are kept as they are: {words}</source>
   <translation>{n} Arten von Ereignissen nennen keinen bekannten Schritt und bleiben, wie sie sind: {words}</translation>
  </message>
  <message>
   <source>{n} questions closed</source>
   <translation>{n} Fragen erledigt</translation>
  </message>
  <message>
   <source>{one} and {other}</source>
   <translation>{one} und {other}</translation>
  </message>
  <message>
   <source>{open_questions} open{oldest}</source>
   <translation>{open_questions} offen{oldest}</translation>
  </message>
  <message>
   <source>{ordered_below_lead_time} of {total}</source>
   <translation>{ordered_below_lead_time} von {total}</translation>
  </message>
  <message>
   <source>{orders} without an answer, the oldest sent {sent}, {ago}.</source>
   <translation>{orders} ohne Antwort, die älteste gesendet {sent}, {ago}.</translation>
  </message>
  <message>
   <source>{order} is right</source>
   <translation>{order} ist richtig</translation>
  </message>
  <message>
   <source>{past} past due</source>
   <translation>{past} überfällig</translation>
  </message>
  <message>
   <source>{path} already exists. Choose another name or open it.</source>
   <translation>{path} gibt es schon. Wählen Sie einen anderen Namen, oder öffnen Sie die Datei.</translation>
  </message>
  <message>
   <source>{path} is a folder. Choose a file in it.</source>
   <translation>{path} ist ein Ordner. Wählen Sie eine Datei darin.</translation>
  </message>
  <message>
   <source>{path} is a folder. Choose the mails in it.</source>
   <translation>{path} ist ein Ordner. Wählen Sie die Mails darin.</translation>
  </message>
  <message>
   <source>{path} is a folder. Choose the workspace file in it.</source>
   <translation>{path} ist ein Ordner. Wählen Sie die Arbeitsdatei darin.</translation>
  </message>
  <message>
   <source>{path} is a workspace of yours, not a demo. Choose another name for the demo.</source>
   <translation>{path} ist Ihre eigene Arbeitsdatei, keine Demo. Wählen Sie für die Demo einen anderen Namen.</translation>
  </message>
  <message>
   <source>{path} is an SQLite file, but not a workspace of this program. Open another file.</source>
   <translation>{path} ist eine SQLite-Datei, aber keine Arbeitsdatei dieses Programms. Öffnen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{path} is damaged (part of it is missing). Restore a backup; the file was left as it is.</source>
   <translation>{path} ist beschädigt (ein Teil fehlt). Stellen Sie eine Sicherung wieder her; die Datei blieb, wie sie ist.</translation>
  </message>
  <message>
   <source>{path} is damaged ({text}). Restore a backup; the file was left as it is.</source>
   <translation>{path} ist beschädigt ({text}). Stellen Sie eine Sicherung wieder her; die Datei blieb, wie sie ist.</translation>
  </message>
  <message>
   <source>{path} is empty. Restore a backup, or import into a new file.</source>
   <translation>{path} ist leer. Stellen Sie eine Sicherung wieder her, oder importieren Sie in eine neue Datei.</translation>
  </message>
  <message>
   <source>{path} is in a folder that may not be written. Copy the file into one of your own.</source>
   <translation>{path} liegt in einem Ordner, in den nicht geschrieben werden darf. Kopieren Sie die Datei in einen eigenen.</translation>
  </message>
  <message>
   <source>{path} is locked by another program. Close it there and try again.</source>
   <translation>{path} wird von einem anderen Programm gesperrt. Schließen Sie die Datei dort, und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>{path} is not a workspace file. To bring in a table, import it instead.</source>
   <translation>{path} ist keine Arbeitsdatei. Eine Tabelle können Sie importieren.</translation>
  </message>
  <message>
   <source>{path} is read-only and must be brought up to date first. Make it writable.</source>
   <translation>{path} ist schreibgeschützt und muss erst auf den neuen Stand gebracht werden. Machen Sie die Datei beschreibbar.</translation>
  </message>
  <message>
   <source>{path} may only be read, and the workspace needs it. Make it writable.</source>
   <translation>{path} darf nur gelesen werden, und die Arbeitsdatei braucht sie. Machen Sie die Datei beschreibbar.</translation>
  </message>
  <message>
   <source>{path} was made by a newer version of this program. Update the program to open it.</source>
   <translation>{path} stammt von einer neueren Version dieses Programms. Aktualisieren Sie das Programm, um die Datei zu öffnen.</translation>
  </message>
  <message>
   <source>{path}: {groups} written, {decided} of them decided.</source>
   <translation>{path}: {groups} geschrieben, davon {decided} entschieden.</translation>
  </message>
  <message>
   <source>{percent} of {n}</source>
   <translation>{percent} von {n}</translation>
  </message>
  <message>
   <source>{period_name} compared with {period_name2}</source>
   <translation>{period_name} verglichen mit {period_name2}</translation>
  </message>
  <message>
   <source>{place} of {stops}</source>
   <translation>{place} von {stops}</translation>
  </message>
  <message>
   <source>{planned_figures} too hopeful; the worst, {name}, by {hope_gap_days}.</source>
   <translation>{planned_figures} zu optimistisch; am weitesten {name}, um {hope_gap_days}.</translation>
  </message>
  <message>
   <source>{port} is no port. Ports go from 1 to 65535.</source>
   <translation>{port} ist kein Port. Ports gehen von 1 bis 65535.</translation>
  </message>
  <message>
   <source>{promise}: {quantity:g} of it</source>
   <translation>{promise}: {quantity:g} davon</translation>
  </message>
  <message>
   <source>{questions} unanswered since {since}</source>
   <translation>{questions} unbeantwortet seit {since}</translation>
  </message>
  <message>
   <source>{reply}, {open} open</source>
   <translation>{reply}, {open} offen</translation>
  </message>
  <message>
   <source>{rest} others</source>
   <translation>{rest} andere</translation>
  </message>
  <message>
   <source>{rest} others: {days} lost</source>
   <translation>{rest} andere: {days} verloren</translation>
  </message>
  <message>
   <source>{rows} done, {snoozed} snoozed. </source>
   <translation>{rows} erledigt, {snoozed} zurückgestellt. </translation>
  </message>
  <message>
   <source>{rows} of {kind}{layout}, header in row {header_row}.</source>
   <translation>{rows} der Art {kind}{layout}, Überschrift in Zeile {header_row}.</translation>
  </message>
  <message>
   <source>{rows} without an answer.</source>
   <translation>{rows} ohne Antwort.</translation>
  </message>
  <message>
   <source>{sender} is no known contact of this supplier. Make sure who wrote it before you accept.</source>
   <translation>{sender} ist kein bekannter Kontakt dieses Lieferanten. Vergewissern Sie sich, wer geschrieben hat, bevor Sie annehmen.</translation>
  </message>
  <message>
   <source>{sender} is not {known}, though it looks like it. Ask the supplier by phone before you accept anything.</source>
   <translation>{sender} ist nicht {known}, auch wenn es so aussieht. Fragen Sie den Lieferanten am Telefon, bevor Sie etwas annehmen.</translation>
  </message>
  <message>
   <source>{sentence}, {failed} could not be asked.</source>
   <translation>{sentence}, {failed} nicht abfragbar.</translation>
  </message>
  <message>
   <source>{several}; the newest is followed. Choose in Shipments.</source>
   <translation>{several}; die neueste wird verfolgt. Wählen Sie unter Sendungen.</translation>
  </message>
  <message>
   <source>{share} likely</source>
   <translation>zu {share} wahrscheinlich</translation>
  </message>
  <message>
   <source>{share} of its cells are Incoterms</source>
   <translation>{share} der Zellen sind Incoterms</translation>
  </message>
  <message>
   <source>{share} of its cells are currencies</source>
   <translation>{share} der Zellen sind Währungen</translation>
  </message>
  <message>
   <source>{share} of its cells are dates</source>
   <translation>{share} der Zellen sind Daten</translation>
  </message>
  <message>
   <source>{share} of its cells are mail addresses</source>
   <translation>{share} der Zellen sind Mailadressen</translation>
  </message>
  <message>
   <source>{share} of its cells are modes of transport</source>
   <translation>{share} der Zellen sind Transportarten</translation>
  </message>
  <message>
   <source>{share} of its cells are numbers</source>
   <translation>{share} der Zellen sind Zahlen</translation>
  </message>
  <message>
   <source>{share} of its cells are units</source>
   <translation>{share} der Zellen sind Mengeneinheiten</translation>
  </message>
  <message>
   <source>{share} of the variation{doubt}</source>
   <translation>{share} der Streuung{doubt}</translation>
  </message>
  <message>
   <source>{share} of {lines} came on time and in full</source>
   <translation>{share} von {lines} kamen pünktlich und vollständig</translation>
  </message>
  <message>
   <source>{slack} to spare</source>
   <translation>{slack} Luft</translation>
  </message>
  <message>
   <source>{slipped_lines} of {lines} lines moved later</source>
   <translation>{slipped_lines} von {lines} nach hinten verschoben</translation>
  </message>
  <message>
   <source>{span} days: {lines}</source>
   <translation>{span} Tage: {lines}</translation>
  </message>
  <message>
   <source>{spelled} of {lost} cause {share} of the {whole} days lost.</source>
   <translation>{spelled} von {lost} verursachen {share} der {whole} verlorenen Tage.</translation>
  </message>
  <message>
   <source>{stage} counts as arranged by {party}: {reason}</source>
   <translation>{stage} zählt als beauftragt von {party}: {reason}</translation>
  </message>
  <message>
   <source>{stage} of {line} counts as arranged by {party}</source>
   <translation>{stage} von {line} gilt als beauftragt von: {party}</translation>
  </message>
  <message>
   <source>{start} to {end}</source>
   <translation>{start} bis {end}</translation>
  </message>
  <message>
   <source>{step}, estimated</source>
   <translation>{step}, geschätzt</translation>
  </message>
  <message>
   <source>{suggestions} to look at; we owe an answer in {threads}.</source>
   <translation>{suggestions} anzusehen; wir schulden eine Antwort: {threads}.</translation>
  </message>
  <message>
   <source>{supplier} · {material} · as of {as_of}</source>
   <translation>{supplier} · {material} · Stand {as_of}</translation>
  </message>
  <message>
   <source>{supplier}, {period}; as it will be printed.</source>
   <translation>{supplier}, {period}; so wie es gedruckt wird.</translation>
  </message>
  <message>
   <source>{supplier}: the year and the one before</source>
   <translation>{supplier}: das Jahr und das davor</translation>
  </message>
  <message>
   <source>{table} has no column {choices}.</source>
   <translation>{table} hat keine Spalte {choices}.</translation>
  </message>
  <message>
   <source>{table} is not edited by hand.</source>
   <translation>{table} wird nicht von Hand bearbeitet.</translation>
  </message>
  <message>
   <source>{tenths} days in the middle</source>
   <translation>in der Mitte {tenths} Tage</translation>
  </message>
  <message>
   <source>{title}: empty</source>
   <translation>{title}: leer</translation>
  </message>
  <message>
   <source>{to} did not get our mail of {since}: correct the address, and send it again</source>
   <translation>{to} hat unsere Mail vom {since} nicht bekommen: Berichtigen Sie die Adresse, und senden Sie sie erneut</translation>
  </message>
  <message>
   <source>{to} did not get our mail: correct the address, send it again, then X</source>
   <translation>{to} hat unsere Mail nicht bekommen: Adresse berichtigen, erneut senden, dann X</translation>
  </message>
  <message>
   <source>{trend} {direction} each year</source>
   <translation>{trend} {direction} je Jahr</translation>
  </message>
  <message>
   <source>{value} % of deliveries</source>
   <translation>{value} % der Lieferungen</translation>
  </message>
  <message>
   <source>{weekday} {day} {month}</source>
   <translation>{weekday} {day}. {month}</translation>
  </message>
  <message>
   <source>{what} by {group}</source>
   <translation>{what} nach {group}</translation>
  </message>
  <message>
   <source>{what} must be above zero.</source>
   <translation>{what} muss größer als null sein.</translation>
  </message>
  <message>
   <source>{what} of {lines}</source>
   <translation>{what} von {lines}</translation>
  </message>
  <message>
   <source>{what}. Undo with Ctrl+Z.</source>
   <translation>{what}. Rückgängig mit Strg+Z.</translation>
  </message>
  <message>
   <source>{what}{at} for {still}{usual}</source>
   <translation>{what}{at}, {still} lang{usual}</translation>
  </message>
  <message>
   <source>{what}{at} {still} ago and nothing since{usual}</source>
   <translation>{what}{at}, {still} her, seither nichts{usual}</translation>
  </message>
  <message>
   <source>{where} did not answer within {patience:g} seconds. Try again later, or check server and port.</source>
   <translation>{where} hat binnen {patience:g} Sekunden nicht geantwortet. Versuchen Sie es später wieder, oder prüfen Sie Server und Port.</translation>
  </message>
  <message>
   <source>{where} does not answer with TLS. Choose another encryption or port in Settings → Mail.</source>
   <translation>{where} antwortet nicht mit TLS. Wählen Sie unter Einstellungen → Mail eine andere Verschlüsselung oder einen anderen Port.</translation>
  </message>
  <message>
   <source>{where} takes no connections. Check server and port in Settings → Mail.</source>
   <translation>{where} nimmt keine Verbindungen an. Prüfen Sie Server und Port unter Einstellungen → Mail.</translation>
  </message>
  <message>
   <source>{whose}: at work</source>
   <translation>{whose}: in Betrieb</translation>
  </message>
  <message>
   <source>{whose}: closed</source>
   <translation>{whose}: geschlossen</translation>
  </message>
  <message>
   <source>{who}: name, date, signature</source>
   <translation>{who}: Name, Datum, Unterschrift</translation>
  </message>
  <message>
   <source>{words}
The last try failed: {error}</source>
   <translation>{words}
Der letzte Versuch scheiterte: {error}</translation>
  </message>
  <message>
   <source>{words}, delayed</source>
   <translation>{words}, verspätet</translation>
  </message>
  <message>
   <source>{words}, the suppliers' promises by {tenths}.</source>
   <translation>{words}, die Zusagen der Lieferanten um {tenths}.</translation>
  </message>
  <message>
   <source>{words}, too few to say</source>
   <translation>{words}, zu wenige für eine Aussage</translation>
  </message>
  <message>
   <source>{words}: as said.</source>
   <translation>{words}: wie gesagt.</translation>
  </message>
  <message>
   <source>{words}: these dates are cautious.</source>
   <translation>{words}: Diese Termine sind vorsichtig.</translation>
  </message>
  <message>
   <source>{words}: these dates are hopeful.</source>
   <translation>{words}: Diese Termine sind hoffnungsvoll.</translation>
  </message>
  <message>
   <source>{words}; the middle one came {bias}.</source>
   <translation>{words}; die mittlere kam: {bias}.</translation>
  </message>
  <message>
   <source>“Mine” on Today shows this owner's rows</source>
   <translation>„Meine“ unter Heute zeigt die Zeilen dieses Zuständigen</translation>
  </message>
  <message>
   <source>“{answer}” is no answer. Say received, cancelled or still open.</source>
   <translation>„{answer}“ ist keine Antwort. Sagen Sie received, cancelled oder still open.</translation>
  </message>
  <message>
   <source>“{carrier}” is not a carrier this program can ask. Enter its events by hand.</source>
   <translation>„{carrier}“ ist kein Carrier, den dieses Programm fragen kann. Tragen Sie seine Ereignisse von Hand ein.</translation>
  </message>
  <message>
   <source>“{carrier}” is not a carrier this program can ask. Known are: {known}.</source>
   <translation>„{carrier}“ ist kein Carrier, den dieses Programm fragen kann. Bekannt sind: {known}.</translation>
  </message>
  <message>
   <source>“{channel}” cannot be recorded by hand. Choose call, meeting or note.</source>
   <translation>„{channel}“ kann nicht von Hand erfasst werden. Wählen Sie call, meeting oder note.</translation>
  </message>
  <message>
   <source>“{field}” of a line cannot be edited. Editable are: {choices}, owner.</source>
   <translation>„{field}“ einer Position kann nicht bearbeitet werden. Bearbeitbar sind: {choices}, owner.</translation>
  </message>
  <message>
   <source>“{field}” of a material cannot be edited.</source>
   <translation>„{field}“ eines Materials kann nicht bearbeitet werden.</translation>
  </message>
  <message>
   <source>“{field}” of a supplier cannot be edited.</source>
   <translation>„{field}“ eines Lieferanten kann nicht bearbeitet werden.</translation>
  </message>
  <message>
   <source>“{folder}” holds {count} {mails}.</source>
   <translation>„{folder}“ enthält {count} {mails}.</translation>
  </message>
  <message>
   <source>“{host}” is no server name. Write it like imap.example.com.</source>
   <translation>„{host}“ ist kein Servername. Schreiben Sie ihn wie imap.example.com.</translation>
  </message>
  <message>
   <source>“{kind}” is no kind of import. Kinds are: auto, {kinds}.</source>
   <translation>„{kind}“ ist keine Art von Import. Arten sind: auto, {kinds}.</translation>
  </message>
  <message>
   <source>“{name}” met a fault in the program; the log holds the details.</source>
   <translation>„{name}“ traf auf einen Fehler im Programm; die Einzelheiten stehen im Protokoll.</translation>
  </message>
  <message>
   <source>“{name}” must end in .csv, .xlsx or .ics to say which kind of file to write.</source>
   <translation>„{name}“ muss auf .csv, .xlsx oder .ics enden, damit klar ist, welche Art Datei entstehen soll.</translation>
  </message>
  <message>
   <source>“{occurred_local}” is not a time. Write it as 2026-11-23 or 2026-11-23 14:30.</source>
   <translation>„{occurred_local}“ ist keine Zeit. Schreiben Sie sie als 2026-11-23 oder 2026-11-23 14:30.</translation>
  </message>
  <message>
   <source>“{one}” is no mail address. Correct the contact.</source>
   <translation>„{one}“ ist keine Mailadresse. Berichtigen Sie den Kontakt.</translation>
  </message>
  <message>
   <source>“{pair}” is not FIELD=COLUMN, such as purchase_order=“PO number”.</source>
   <translation>„{pair}“ ist nicht FELD=SPALTE, etwa purchase_order=„PO number“.</translation>
  </message>
  <message>
   <source>“{status}” cannot be set by hand. Choose one of {choices}.</source>
   <translation>„{status}“ kann nicht von Hand gesetzt werden. Wählen Sie aus {choices}.</translation>
  </message>
  <message>
   <source>“{subject}” from {sender}</source>
   <translation>„{subject}“ von {sender}</translation>
  </message>
  <message>
   <source>“{text}” fits {n} suppliers: {some}. Give the code or the whole name.</source>
   <translation>„{text}“ passt auf {n} Lieferanten: {some}. Nennen Sie die Nummer oder den ganzen Namen.</translation>
  </message>
  <message>
   <source>“{text}” has lost the last digits of its number.</source>
   <translation>„{text}“ hat die letzten Ziffern der Nummer verloren.</translation>
  </message>
  <message>
   <source>“{text}” is no date.</source>
   <translation>„{text}“ ist kein Datum.</translation>
  </message>
  <message>
   <source>“{text}” is no quantity.</source>
   <translation>„{text}“ ist keine Menge.</translation>
  </message>
  <message>
   <source>“{text}” is not a date</source>
   <translation>„{text}“ ist kein Datum</translation>
  </message>
  <message>
   <source>“{text}” is not a number</source>
   <translation>„{text}“ ist keine Zahl</translation>
  </message>
  <message>
   <source>“{text}” is not a period. Write 2026, 2026Q3, 2026-07 or 2026-01-01..2026-03-31.</source>
   <translation>„{text}“ ist kein Zeitraum. Schreiben Sie 2026, 2026Q3, 2026-07 oder 2026-01-01..2026-03-31.</translation>
  </message>
  <message>
   <source>“{text}” {count} times</source>
   <translation>„{text}“ {count}-mal</translation>
  </message>
  <message>
   <source>“{value}” is not a date. Write it as 2026-11-23.</source>
   <translation>„{value}“ ist kein Datum. Schreiben Sie es als 2026-11-23.</translation>
  </message>
  <message>
   <source>“{value}” is not a number.</source>
   <translation>„{value}“ ist keine Zahl.</translation>
  </message>
  <message>
   <source>“{words}” is no number of days. Write a whole number, such as 42.</source>
   <translation>„{words}“ ist keine Anzahl von Tagen. Schreiben Sie eine ganze Zahl, etwa 42.</translation>
  </message>
  <message>
   <source>… and when later than needed by more than (days)</source>
   <translation>… und wenn später als der Bedarf um mehr als (Tage)</translation>
  </message>
  <message>
   <source>… and {n} more</source>
   <translation>… und {n} weitere</translation>
  </message>
  <message>
   <source>↑ ↓ Home End</source>
   <translation>↑ ↓ Pos1 Ende</translation>
  </message>
  <message>
   <source>▲ hopeful</source>
   <translation>▲ zu optimistisch</translation>
  </message>
  <message>
   <source>▼ padded</source>
   <translation>▼ zu großzügig</translation>
  </message>
  <message>
   <source>● fair</source>
   <translation>● angemessen</translation>
  </message>
 </context>
</TS>