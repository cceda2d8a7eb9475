import GRDB

/// The outbox, and by which server it is emptied.
extension DatabaseMigrator {
    /// A mail keeps its words as long as it may have to be sent, and not longer. Its number is never given out again;
    /// its key is made here, so that a number of a database that was put back cannot stand for two mails.
    static let outboxTables = """
        CREATE TABLE mail (
            number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))) CHECK (length(key) = 32),
            recipient TEXT NOT NULL CHECK (recipient LIKE '_%@_%'),
            name TEXT NOT NULL,
            language TEXT NOT NULL CHECK (language <> ''),
            subject TEXT NOT NULL,
            text TEXT,
            calendar TEXT,
            urgency TEXT NOT NULL CHECK (urgency IN ('atOnce', 'digest')),
            queuedAt INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'gathered', 'sent', 'failed', 'withdrawn')),
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            nextAttempt INTEGER,
            settledAt INTEGER,
            answer TEXT,
            digest INTEGER REFERENCES mail (number),
            CHECK ((text IS NOT NULL) = (state IN ('waiting', 'failed'))),
            CHECK (calendar IS NULL OR text IS NOT NULL),
            CHECK ((settledAt IS NULL) = (state = 'waiting')),
            CHECK (nextAttempt IS NULL OR state = 'waiting'),
            CHECK (nextAttempt IS NOT NULL OR state <> 'waiting' OR urgency = 'digest'),
            CHECK ((digest IS NOT NULL) = (state = 'gathered'))
        ) STRICT;

        CREATE INDEX mailToSend ON mail (nextAttempt, number) WHERE state = 'waiting';
        CREATE INDEX mailByState ON mail (state, number);

        CREATE TABLE mailPreference (
            address TEXT NOT NULL PRIMARY KEY CHECK (address LIKE '_%@_%'),
            preference TEXT NOT NULL CHECK (preference IN ('daily', 'atOnce'))
        ) STRICT, WITHOUT ROWID;
        """

    /// One row at most. The password stands here as it is, since a mail server wants to have it so; the file is readable
    /// by its owner alone.
    static let mailSettingsTable = """
        CREATE TABLE mailSettings (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            host TEXT NOT NULL CHECK (host <> ''),
            port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
            security TEXT NOT NULL CHECK (security IN ('startTLS', 'tls', 'none')),
            user TEXT CHECK (user <> ''),
            password TEXT CHECK (password <> ''),
            authorityFile TEXT CHECK (authorityFile LIKE '/%'),
            sender TEXT NOT NULL CHECK (sender LIKE '_%@_%'),
            senderName TEXT NOT NULL,
            siteAddress TEXT NOT NULL CHECK (siteAddress LIKE 'http%'),
            CHECK ((user IS NULL) = (password IS NULL))
        ) STRICT;
        """
}
