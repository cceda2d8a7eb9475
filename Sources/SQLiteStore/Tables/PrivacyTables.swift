import GRDB

/// Mail under lock, and what was thrown away for good.
extension DatabaseMigrator {
    /// Who a mail is to, and what it says, lies under a key of its own, like every other record of a person: a copy of the
    /// outbox would tell who took part in which plan. An address is found by its blind index.
    static let sealedMailTables = """
        CREATE TABLE newMail (
            number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))) CHECK (length(key) = 32),
            recordKey BLOB NOT NULL CHECK (length(recordKey) = 60),
            recipient BLOB NOT NULL,
            recipientIndex TEXT NOT NULL CHECK (length(recipientIndex) = 64),
            name BLOB NOT NULL,
            language TEXT NOT NULL CHECK (language <> ''),
            subject BLOB NOT NULL,
            text BLOB,
            calendar BLOB,
            urgency TEXT NOT NULL CHECK (urgency IN ('atOnce', 'digest')),
            queuedAt INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'gathered', 'sent', 'failed', 'withdrawn')),
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            nextAttempt INTEGER,
            settledAt INTEGER,
            answer BLOB,
            digest INTEGER REFERENCES newMail (number),
            CHECK ((text IS NOT NULL) = (state IN ('waiting', 'failed'))),
            CHECK (calendar IS NULL OR text IS NOT NULL),
            CHECK ((settledAt IS NULL) = (state = 'waiting')),
            CHECK (nextAttempt IS NULL OR state = 'waiting'),
            CHECK (nextAttempt IS NOT NULL OR state <> 'waiting' OR urgency = 'digest'),
            CHECK ((digest IS NOT NULL) = (state = 'gathered'))
        ) STRICT;

        CREATE TEMPORARY TABLE mailKey AS SELECT number, newKey() AS recordKey FROM mail;
        INSERT INTO newMail
        SELECT number, key, recordKey, sealed(recipient, recordKey, 'recipient'), blindIndex(recipient),
            sealed(name, recordKey, 'name'), language, sealed(subject, recordKey, 'subject'),
            sealed(text, recordKey, 'text'), sealed(calendar, recordKey, 'calendar'), urgency, queuedAt, state,
            attempts, nextAttempt, settledAt, sealed(answer, recordKey, 'answer'), digest
        FROM mail JOIN mailKey USING (number);
        DROP TABLE mailKey;
        DROP TABLE mail;
        ALTER TABLE newMail RENAME TO mail;

        CREATE INDEX mailToSend ON mail (nextAttempt, number) WHERE state = 'waiting';
        CREATE INDEX mailByState ON mail (state, number);
        CREATE INDEX mailByRecipient ON mail (recipientIndex);

        CREATE TABLE newMailPreference (
            addressIndex TEXT NOT NULL PRIMARY KEY CHECK (length(addressIndex) = 64),
            preference TEXT NOT NULL CHECK (preference IN ('daily', 'atOnce'))
        ) STRICT, WITHOUT ROWID;

        INSERT INTO newMailPreference SELECT blindIndex(address), preference FROM mailPreference;
        DROP TABLE mailPreference;
        ALTER TABLE newMailPreference RENAME TO mailPreference;
        """

    /// Added to, never changed. `mark` is made of the key that was thrown away: by it a record that an older copy of the
    /// database brings back is known for the same.
    static let erasureTable = """
        CREATE TABLE erasure (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            position INTEGER NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind <> ''),
            plan TEXT CHECK (plan <> ''),
            record TEXT NOT NULL CHECK (record <> ''),
            mark TEXT NOT NULL CHECK (length(mark) = 64),
            ground TEXT NOT NULL CHECK (ground <> ''),
            day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
            doneBy TEXT CHECK (doneBy <> ''),
            cause TEXT CHECK (cause <> id)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX erasureOfRecord ON erasure (kind, record, plan);

        CREATE TRIGGER erasureStays BEFORE DELETE ON erasure
        BEGIN
            SELECT RAISE(ABORT, 'an erasure stays');
        END;
        """

    /// `days` is NULL for what stays. A disposal is added to and never changed.
    static let retentionTables = """
        CREATE TABLE retentionPeriod (
            kind TEXT NOT NULL PRIMARY KEY CHECK (kind <> ''),
            days INTEGER CHECK (days >= 1)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE disposal (
            position INTEGER NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind <> ''),
            count INTEGER NOT NULL CHECK (count >= 1),
            days INTEGER NOT NULL CHECK (days >= 1),
            day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
            doneBy TEXT CHECK (doneBy <> '')
        ) STRICT;

        CREATE TRIGGER disposalStays BEFORE DELETE ON disposal
        BEGIN
            SELECT RAISE(ABORT, 'a disposal stays');
        END;

        CREATE TABLE disposalRound (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            day TEXT NOT NULL CHECK (day IS date(day, '+0 days'))
        ) STRICT;
        """
}
