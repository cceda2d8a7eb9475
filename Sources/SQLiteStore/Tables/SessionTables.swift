import GRDB

/// Sessions at which people are heard, and every version of their reports.
extension DatabaseMigrator {
    /// `details` holds title and place, which of a closed session are secret; sealed like the reports.
    static let sessionTables = """
        CREATE TABLE session (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind <> ''),
            day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
            startsAt TEXT CHECK (startsAt IS strftime('%H:%M', startsAt)),
            organisations TEXT NOT NULL CHECK (json_type(organisations) = 'array'),
            isClosed INTEGER NOT NULL CHECK (isClosed IN (0, 1)),
            state TEXT NOT NULL CHECK (state <> ''),
            present TEXT NOT NULL CHECK (json_type(present) = 'array'),
            recordKey BLOB CHECK (length(recordKey) = 60),
            details BLOB,
            version INTEGER NOT NULL CHECK (version >= 1),
            FOREIGN KEY (plan, round) REFERENCES consultationRound (plan, id)
        ) STRICT;

        CREATE INDEX sessionOfPlan ON session (plan, day);

        CREATE TABLE sessionReport (
            session TEXT NOT NULL REFERENCES session (id),
            version INTEGER NOT NULL CHECK (version >= 1),
            text BLOB,
            writtenBy TEXT NOT NULL CHECK (writtenBy <> ''),
            writtenAt INTEGER NOT NULL,
            approvedBy TEXT CHECK (approvedBy <> writtenBy),
            approvedAt INTEGER,
            PRIMARY KEY (session, version),
            CHECK ((approvedBy IS NULL) = (approvedAt IS NULL))
        ) STRICT, WITHOUT ROWID;
        """
}
