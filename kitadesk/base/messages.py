"""The German sentences for every error code: one says what happened, one says what to do.

New lines go into the table in alphabetical order. A placeholder is a plain name in braces; whoever
raises the code gives the value: `UserError("paper_unknown", paper="…")`.
"""

from __future__ import annotations

from kitadesk.base.storage_messages import STORAGE_MESSAGES, Message

_MESSAGES: dict[str, Message] = {
    "already_in_group": Message(
        "Alle gewählten Kinder sind schon dort: {group}.",
        "Bitte wählen Sie eine andere Gruppe oder andere Kinder.",
    ),
    "answer_not_understood": Message(
        "„{text}“ ist hier keine Antwort.",
        "Möglich ist: {allowed}.",
    ),
    "calendar_empty": Message(
        "In {name} steht kein Termin.",
        "Bitte wählen Sie eine Kalenderdatei mit Terminen.",
    ),
    "calendar_not_readable": Message(
        "Die Datei {name} ist kein lesbarer Kalender.",
        "Bitte geben Sie die Termine im anderen Programm noch einmal als .ics aus.",
    ),
    "calendar_too_large": Message(
        "In {name} stehen mehr als {most} Termine.",
        "Bitte geben Sie nur die Termine aus, die Sie brauchen.",
    ),
    "cell_from_ledger": Message(
        "„{measure}“ folgt aus den Einwilligungen und wird nicht von Hand abgehakt.",
        "Bitte tragen Sie ein, wer wann unterschrieben hat.",
    ),
    "child_is_here": Message(
        "Für {name} ist kein Weggang eingetragen.",
        "Es ist nichts zu tun.",
    ),
    "choice_repeated": Message(
        "„{choice}“ steht zweimal in der Auswahl.",
        "Bitte nennen Sie jede Antwort nur einmal.",
    ),
    "choices_number": Message(
        "So viele Antworten können hier nicht zur Auswahl stehen: {count}.",
        "Möglich sind {least} bis {most} Antworten, eine je Zeile.",
    ),
    "column_unknown": Message(
        "Eine Spalte „{column}“ gibt es in der Liste nicht.",
        "Vorhanden sind: {columns}.",
    ),
    "consent_answered": Message(
        "Zur Einwilligung für {name} gibt es schon eine Antwort.",
        "Auch ein Nein wird nicht nachgefragt. Bitte drucken Sie es nicht als Erinnerung.",
    ),
    "consent_nothing_ticked": Message(
        "Auf dem Formular ist nichts angekreuzt.",
        "Bitte kreuzen Sie an, was dort steht, oder tragen Sie „nein“ ein.",
    ),
    "consent_without_subject": Message(
        "Bei der Einwilligung fehlt, für wen sie gilt.",
        "Bitte wählen Sie das Kind oder die Person, um die es geht.",
    ),
    "contact_place_unknown": Message(
        "„{text}“ ist keine der Einrichtungen in den Kontakten.",
        "Bitte wählen Sie eine aus der Liste, oder legen Sie mit „Neue Einrichtung“ eine an.",
    ),
    "data_folder_not_empty": Message(
        "In diesem Ordner liegen schon Daten von KitaDesk.",
        "Wählen Sie bitte einen leeren Ordner.",
    ),
    "date_not_understood": Message(
        "„{text}“ ist kein Datum, das es gibt.",
        "Bitte zum Beispiel „8.4.2027“ oder „Do 8. April“ eingeben.",
    ),
    "day_follows_event": Message(
        "Der Tag dieser Maßnahme folgt der Veranstaltung.",
        "Bitte verschieben Sie die Veranstaltung, oder lösen Sie die Maßnahme von ihr.",
    ),
    "day_in_future": Message(
        "Der Tag in „{field}“ liegt in der Zukunft.",
        "Bitte geben Sie einen Tag bis heute ein.",
    ),
    "day_out_of_range": Message(
        "Der Tag in „{field}“ liegt im Jahr {year}.",
        "Bitte geben Sie ein Jahr von {least} bis {most} ein.",
    ),
    "days_in_wrong_order": Message(
        "Das Ende liegt vor dem Anfang.",
        "Bitte geben Sie zuerst den früheren und dann den späteren Tag ein.",
    ),
    "display_missing": Message(
        "Hier ist kein Bildschirm, auf dem sich ein Fenster öffnen ließe.",
        "Die Befehle gehen auch ohne; „kitadesk --help“ zeigt sie.",
    ),
    "entered_before_birth": Message(
        "Das Kind wäre in der Kita gewesen, bevor es am {birth_date} geboren wurde.",
        "Bitte sehen Sie nach, welcher der beiden Tage stimmt.",
    ),
    "event_is_off": Message(
        "Die Veranstaltung ist abgesagt, deshalb entfallen alle Aufgaben dafür.",
        "Was trotzdem zu tun ist, schreiben Sie bitte mit Strg+N als Notiz auf.",
    ),
    "event_title_missing": Message(
        "Die Veranstaltung hat noch keinen Titel.",
        "Bitte geben Sie einen Titel ein, zum Beispiel „Elternabend der Frösche“.",
    ),
    "events_without_columns": Message(
        "In der Liste fehlen die Spalten Titel und Datum.",
        "Bitte schreiben Sie sie als Überschriften über die Spalten.",
    ),
    "export_type": Message(
        "Als „{name}“ lässt sich die Liste nicht speichern.",
        "Möglich sind Namen mit der Endung {endings}.",
    ),
    "file_damaged": Message(
        "Die Datei „{name}“ ist beschädigt oder unvollständig.",
        "Bitte öffnen Sie sie in dem Programm, aus dem sie stammt, und speichern Sie sie neu.",
    ),
    "file_is_cards": Message(
        "In „{name}“ stehen Visitenkarten und keine Kinderliste.",
        "Bitte speichern Sie die Liste der Kinder als .xlsx, .xls, .ods oder .csv.",
    ),
    "file_is_children": Message(
        "In „{name}“ stehen Kinder und keine Kontakte.",
        "Bitte übernehmen Sie diese Liste unter „Übergang“.",
    ),
    "file_is_page": Message(
        "„{name}“ ist innen eine Internetseite, auch wenn der Name nach einer Tabelle aussieht.",
        "Bitte öffnen Sie die Datei in Excel und speichern Sie sie dort als .xlsx.",
    ),
    "file_not_readable": Message(
        "Die Datei „{name}“ lässt sich nicht lesen.",
        "Prüfen Sie bitte, ob es sie noch gibt und ob ein anderes Programm sie geöffnet hat.",
    ),
    "file_not_writable": Message(
        "Die Datei „{name}“ lässt sich hier nicht speichern.",
        "Schließen Sie sie in anderen Programmen oder wählen Sie bitte einen anderen Ordner.",
    ),
    "file_protected": Message(
        "Die Datei „{name}“ ist mit einem Kennwort geschützt oder sehr alt.",
        "Bitte speichern Sie sie in Excel als .xlsx ohne Kennwort.",
    ),
    "file_too_large": Message(
        "Die Datei „{name}“ ist viel größer als eine Liste aus einer Kita.",
        "Bitte speichern Sie nur das Blatt mit der Liste in eine eigene Datei.",
    ),
    "file_type_unknown": Message(
        "Mit der Datei „{name}“ kann KitaDesk nichts anfangen.",
        "Bitte speichern Sie die Liste als .xlsx, .xls, .ods oder .csv.",
    ),
    "folder_empty": Message(
        "In der Mappe ist kein Papier angekreuzt.",
        "Kreuzen Sie mindestens eines an, mit einem Exemplar oder mehr.",
    ),
    "folder_not_usable": Message(
        "Der Ordner „{name}“ lässt sich nicht anlegen oder beschreiben.",
        "Prüfen Sie bitte den Pfad und die Rechte, oder wählen Sie einen anderen Ordner.",
    ),
    "glyph_missing": Message(
        "KitaDesk kann diese Zeichen nicht drucken: {chars}.",
        "Bitte nehmen Sie sie heraus oder schreiben Sie sie anders.",
    ),
    "guest_label_missing": Message(
        "Bei den Gästen fehlt, wer kommt.",
        "Bitte geben Sie ein Wort dafür ein, zum Beispiel „Team“ oder „Großeltern“.",
    ),
    "house_exists": Message(
        "Ihre Kita ist schon angelegt.",
        "Namen und Anschrift ändern Sie bitte in den Einstellungen.",
    ),
    "house_missing": Message(
        "Ihre Kita ist noch nicht angelegt.",
        "Geben Sie bitte zuerst Namen und Postleitzahl der Kita ein.",
    ),
    "house_name_missing": Message(
        "Der Name der Kita fehlt.",
        "Bitte geben Sie ihn ein, so wie er auf Briefen stehen soll.",
    ),
    "kind_unknown": Message(
        "Eine Liste „{kind}“ gibt es nicht.",
        "Möglich sind: {kinds}.",
    ),
    "language_missing": Message(
        "Für „{paper}“ gibt es noch keinen Text in der Sprache „{language}“.",
        "Wählen Sie bitte eine andere Sprache oder drucken Sie auf Deutsch.",
    ),
    "left_before_entry": Message(
        "Das Kind wäre gegangen, bevor es am {first} da sein konnte.",
        "Bitte geben Sie einen späteren Tag für den Weggang ein oder prüfen Sie die Aufnahme.",
    ),
    "link_not_understood": Message(
        "„{text}“ passt nicht in einen QR-Code.",
        "Möglich ist eine Internetadresse wie www.example.org oder eine E-Mail-Adresse.",
    ),
    "logo_not_readable": Message(
        "Das Logo lässt sich nicht als Bild lesen.",
        "Bitte wählen Sie eine Bilddatei der Art PNG oder JPEG.",
    ),
    "logo_too_large": Message(
        "Das Bild für das Logo ist zu groß.",
        "Bitte nehmen Sie eine kleinere Bilddatei, höchstens 1 MB.",
    ),
    "mail_program_missing": Message(
        "Auf diesem Computer öffnet sich kein Mailprogramm.",
        "Bitte kopieren Sie die Adressen und fügen Sie sie in eine neue E-Mail ein, in das Feld "
        "„Bcc“.",
    ),
    "minutes_missing": Message(
        "Zu dieser Veranstaltung gibt es noch kein Protokoll.",
        "Bitte beginnen Sie es auf der Seite „Danach“.",
    ),
    "minutes_released": Message(
        "Das Protokoll ist freigegeben und wird nicht mehr geändert.",
        "Bitte wählen Sie auf der Seite „Danach“ zuerst „Wieder bearbeiten“.",
    ),
    "minutes_wrong": Message(
        "„{text}“ ist keine Dauer für einen Punkt.",
        "Bitte Minuten von 1 bis {most} eingeben, zum Beispiel „15“, „15 min“ oder „1:30“.",
    ),
    "name_missing": Message(
        "Der Name in „{field}“ fehlt.",
        "Bitte geben Sie einen Namen ein.",
    ),
    "name_taken": Message(
        "„{name}“ gibt es schon.",
        "Bitte wählen Sie einen anderen Namen.",
    ),
    "no_change_planned": Message(
        "Für {name} ist kein Gruppenwechsel geplant.",
        "Es ist nichts zu tun.",
    ),
    "no_contact_column": Message(
        "In der Liste ist keine Spalte mit Namen oder Einrichtungen zu erkennen.",
        "Geben Sie bitte an, in welcher Spalte sie stehen.",
    ),
    "no_readable_contact": Message(
        "Aus der Liste ließ sich kein Kontakt lesen. Zeile {line}: {reason}.",
        "Bitte prüfen Sie die Liste und die Zuordnung der Spalten.",
    ),
    "no_readable_event": Message(
        "Kein Termin der Datei ist lesbar; zu Termin {line} heißt es: „{reason}“.",
        "Bitte sehen Sie die Datei durch und versuchen Sie es noch einmal.",
    ),
    "no_readable_row": Message(
        "Aus der Liste ließ sich kein Kind lesen. Zeile {line}: {reason}.",
        "Bitte prüfen Sie die Liste und die Zuordnung der Spalten.",
    ),
    "no_such_sheet": Message(
        "Ein Blatt {first} gibt es nicht: Der Lauf hat {sheets} Blatt.",
        "Geben Sie bitte eine Zahl von 1 bis {sheets} ein, die erste nicht größer als die zweite.",
    ),
    "no_usable_column": Message(
        "In der Liste ist keine Spalte mit Namen von Kindern zu erkennen.",
        "Geben Sie bitte an, in welcher Spalte Name oder Vorname stehen.",
    ),
    "nobody_to_mail": Message(
        "Für diesen Brief bekommt niemand eine E-Mail.",
        "Bitte wählen Sie „Alle mit Adresse“ oder drucken Sie den Brief.",
    ),
    "nobody_to_print_for": Message(
        "Für diese Auswahl gibt es keinen Brief zu drucken.",
        "Bitte prüfen Sie, wer eingeladen ist und wer E-Mail bekommt.",
    ),
    "note_empty": Message(
        "Die Notiz ist noch leer.",
        "Bitte schreiben Sie ein paar Worte hinein.",
    ),
    "nothing_to_redo": Message(
        "Es gibt nichts zu wiederholen.",
        "Wiederholen geht nur gleich nach dem Rückgängigmachen.",
    ),
    "nothing_to_undo": Message(
        "Es gibt nichts rückgängig zu machen.",
        "KitaDesk merkt sich die Schritte der letzten 14 Tage.",
    ),
    "number_out_of_range": Message(
        "„{text}“ passt hier nicht.",
        "Bitte eine ganze Zahl von {least} bis {most} eingeben.",
    ),
    "output_not_writable": Message(
        "Was der Befehl sagt, ließ sich nicht schreiben.",
        "Prüfen Sie bitte, wohin die Ausgabe geht und ob dort noch Platz ist.",
    ),
    "paper_does_not_fit": Message(
        "„{paper}“ passt nicht zu „{subject}“.",
        "Bitte wählen Sie einen anderen Eintrag oder ein anderes Papier.",
    ),
    "paper_needs_subject": Message(
        "„{paper}“ wird für etwas Bestimmtes gedruckt.",
        "Wählen Sie bitte zuerst aus, für wen oder wofür.",
    ),
    "paper_needs_subject_here": Message(
        "„{paper}“ wird für etwas Bestimmtes gedruckt.",
        "Nennen Sie es mit --for ID; was es gibt, zeigt „kitadesk list {kind}“.",
    ),
    "paper_not_for_word": Message(
        "„{paper}“ lässt sich nicht als Word-Datei sichern.",
        "Etiketten, Schilder und Jahresbilder leben vom genauen Platz: Bitte als PDF sichern.",
    ),
    "paper_text_unknown": Message(
        "Einen Text „{key}“ gibt es nicht.",
        "Bitte öffnen Sie die Texte der Papiere neu.",
    ),
    "paper_too_large": Message(
        "Ein Text in „{paper}“ ist zu lang für eine Seite.",
        "Kürzen Sie bitte den Text oder teilen Sie ihn in Absätze.",
    ),
    "paper_unknown": Message(
        "Einen Druck „{paper}“ gibt es nicht.",
        "Alle Drucke zeigt „kitadesk papers“.",
    ),
    "param_none": Message(
        "„{paper}“ kennt keine Angabe „{name}“.",
        "Für dieses Papier ist nichts einzustellen; bitte lassen Sie die Angabe weg.",
    ),
    "param_unknown": Message(
        "„{paper}“ kennt keine Angabe „{name}“.",
        "Möglich sind: {known}.",
    ),
    "param_value": Message(
        "„{value}“ passt nicht zu „{label}“ ({name}).",
        "Möglich ist: {allowed}.",
    ),
    "path_too_long": Message(
        "Der Weg zum Datenordner ist zu lang.",
        "Bitte legen Sie die Daten in einen Ordner mit kürzerem Namen.",
    ),
    "persons_out_of_range": Message(
        "„{persons}“ ist keine mögliche Zahl von Personen.",
        "Bitte eine Zahl von 0 bis {most} eingeben; 0 heißt „kommt nicht“.",
    ),
    "placeholder_missing": Message(
        "Der Platzhalter {name} fehlt: {meaning}.",
        "Bitte fügen Sie ihn ein; KitaDesk setzt beim Drucken das Richtige dafür ein.",
    ),
    "placeholder_none_known": Message(
        "Einen Platzhalter „{name}“ gibt es nicht.",
        "In diesem Text steht keiner; bitte schreiben Sie ihn ohne geschweifte Klammern.",
    ),
    "placeholder_unknown": Message(
        "Einen Platzhalter „{name}“ gibt es nicht.",
        "Möglich sind: {known}.",
    ),
    "postcode_unknown": Message(
        "Die Postleitzahl „{postcode}“ ist nicht bekannt.",
        "Prüfen Sie bitte die Zahl oder geben Sie Ort und Bundesland selbst an.",
    ),
    "postponed_to_past": Message(
        "Der neue Tag ist schon vorbei.",
        "Bitte geben Sie einen Tag ab heute ein.",
    ),
    "postponed_to_same_day": Message(
        "Das ist der Termin, der schon feststeht.",
        "Bitte geben Sie einen anderen Tag oder eine andere Uhrzeit ein.",
    ),
    "print_refused": Message(
        "Der Drucker hat den Auftrag nicht angenommen.",
        "Prüfen Sie bitte, ob er eingeschaltet ist, oder speichern Sie das Papier als PDF.",
    ),
    "record_gone": Message(
        "Diesen Eintrag gibt es nicht mehr.",
        "Nehmen Sie bitte den letzten Schritt zurück, wenn er aus Versehen gelöscht wurde.",
    ),
    "record_in_use": Message(
        "Dieser Eintrag wird noch gebraucht und bleibt deshalb stehen.",
        "Lösen Sie bitte zuerst, was auf ihn verweist.",
    ),
    "reply_after_event": Message(
        "Die Rückgabe der Zettel läge nach dem neuen Tag.",
        "Bitte geben Sie einen früheren Rückgabetag ein oder lassen Sie ihn leer.",
    ),
    "reply_kind_answered": Message(
        "Auf diese Frage haben schon Familien geantwortet, deshalb bleibt die Art der Antwort.",
        "Nehmen Sie bitte zuerst die Antworten zurück oder schreiben Sie einen neuen Brief.",
    ),
    "room_name_missing": Message(
        "Der Raum hat noch keinen Namen.",
        "Bitte geben Sie einen Namen ein, zum Beispiel „Großer Saal“.",
    ),
    "rule_not_understood": Message(
        "„{text}“ ist keine Regel, aus der sich ein Termin ergibt.",
        "Bitte zum Beispiel „2 Wochen vor den Herbstferien“, „3. Donnerstag im Oktober“ oder "
        "„bis 31. Januar“ eingeben.",
    ),
    "rules_file_wrong": Message(
        "In der Regeldatei „{file}“ stimmt die Angabe „{field}“ nicht: „{found}“.",
        "Vergleichen Sie sie bitte mit der Erklärung darüber in der Datei.",
    ),
    "seat_taken": Message(
        "Dieser Platz gehört in dieser Zeit schon {name}.",
        "Bitte beenden Sie zuerst diese Amtszeit oder wählen Sie einen späteren Beginn.",
    ),
    "second_instance": Message(
        "KitaDesk ist mit diesen Daten schon geöffnet.",
        "Wechseln Sie bitte in das offene Fenster oder schließen Sie es zuerst.",
    ),
    "series_rule_not_understood": Message(
        "„{text}“ ist keine Regel für eine Reihe.",
        "Möglich ist zum Beispiel „jeden ersten Mittwoch“, „jeden Monat am 15.“, „mittwochs“, "
        "„alle zwei Wochen“ oder „jede Woche“.",
    ),
    "series_without_dates": Message(
        "Für die Reihe ist noch kein Termin ausgewählt.",
        "Bitte wählen Sie mindestens einen Tag aus.",
    ),
    "setting_unknown": Message(
        "Eine Einstellung „{name}“ gibt es nicht.",
        "Prüfen Sie bitte die Schreibweise.",
    ),
    "sheet_empty": Message(
        "In der Liste stehen keine Daten.",
        "Wählen Sie bitte das Blatt oder die Datei mit den Daten.",
    ),
    "signature_missing": Message(
        "Für „liegt vor“ fehlt, wer unterschrieben hat.",
        "Bitte setzen Sie den Haken bei allen, deren Unterschrift auf dem Papier steht.",
    ),
    "signature_twice": Message(
        "Die Unterschrift von {name} steht zweimal da.",
        "Bitte nennen Sie jede Person nur einmal.",
    ),
    "signer_not_entitled": Message(
        "Hier kann {name} nicht unterschreiben.",
        "Für ein Kind unterschreiben die Sorgeberechtigten, für eigene Angaben die Person selbst.",
    ),
    "slip_check_digit": Message(
        "Die Nummer „{number}“ hat einen Zahlendreher oder Tippfehler.",
        "Bitte lesen Sie sie noch einmal vom Abschnitt ab.",
    ),
    "slip_other_event": Message(
        "Der Abschnitt „{number}“ gehört zu „{event}“.",
        "Bitte erfassen Sie ihn dort.",
    ),
    "slip_unknown": Message(
        "Einen Abschnitt mit der Nummer „{number}“ gibt es nicht.",
        "Lesen Sie bitte die Nummer noch einmal ab oder suchen Sie die Familie in der Liste.",
    ),
    "subject_unknown": Message(
        "Den Eintrag „{subject}“ gibt es nicht oder nicht mehr.",
        "Wählen Sie ihn bitte neu aus der Liste.",
    ),
    "task_is_planned": Message(
        "Dieser Schritt gehört zum Plan der Veranstaltung und käme wieder.",
        "Sagen Sie bitte „Entfällt“, dann ist er vom Tisch.",
    ),
    "task_title_missing": Message(
        "Die Aufgabe hat noch keinen Text.",
        "Bitte schreiben Sie, was zu tun ist, zum Beispiel „Beamer ausleihen“.",
    ),
    "term_backwards": Message(
        "Das Ende der Amtszeit liegt vor ihrem Beginn.",
        "Bitte prüfen Sie beide Tage.",
    ),
    "text_one_line": Message(
        "„{title}“ hat auf dem Papier nur eine Zeile.",
        "Bitte schreiben Sie den Text ohne neue Zeile.",
    ),
    "text_parts": Message(
        "„{title}“ hat {count} Teile, wie in „{shipped}“.",
        "Bitte lassen Sie es so viele, mit einem | zwischen je zweien.",
    ),
    "time_not_understood": Message(
        "„{text}“ ist keine Uhrzeit.",
        "Bitte zum Beispiel „19:30“ oder „19“ eingeben.",
    ),
    "undo_in_use": Message(
        "Dieser Schritt lässt sich nicht zurücknehmen, denn es hängt schon etwas daran, zum "
        "Beispiel gedruckte Rückmeldezettel oder Einwilligungen.",
        "Löschen Sie bitte stattdessen den Eintrag, wenn er nicht mehr gebraucht wird.",
    ),
    "value_too_long": Message(
        "Der Text in „{field}“ ist zu lang.",
        "Bitte kürzen Sie ihn auf höchstens {most} Zeichen.",
    ),
    "visitors_below_replies": Message(
        "Gezählt sind schon {known} Personen aus Rückmeldungen und anderen Gästen.",
        "Bitte geben Sie mindestens {known} ein, oder ändern Sie zuerst die Rückmeldungen.",
    ),
}

MESSAGES: dict[str, Message] = dict(sorted((_MESSAGES | STORAGE_MESSAGES).items()))
"""All sentences by code; those about the data file stand in `base.storage_messages`."""
