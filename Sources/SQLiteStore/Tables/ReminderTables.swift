import GRDB

/// Which contacts were reminded of which round, and a finer scale of how pressing a told task was.
extension DatabaseMigrator {
    /// The words for how pressing a task is were held by a list that SQLite can't change in place.
    static let reminderTables = """
        CREATE TABLE roundReminder (
            plan TEXT NOT NULL,
            round TEXT NOT NULL,
            contact TEXT NOT NULL CHECK (contact <> ''),
            kind TEXT NOT NULL CHECK (kind <> ''),
            day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
            PRIMARY KEY (plan, round, contact, kind),
            FOREIGN KEY (plan, round) REFERENCES consultationRound (plan, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE newToldTask (
            person TEXT NOT NULL REFERENCES person (id),
            key TEXT NOT NULL CHECK (key <> ''),
            urgency TEXT NOT NULL CHECK (urgency IN ('waiting', 'dueSoon', 'dueToday', 'overdue')),
            PRIMARY KEY (person, key)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO newToldTask SELECT person, key, urgency FROM toldTask;
        DROP TABLE toldTask;
        ALTER TABLE newToldTask RENAME TO toldTask;
        """
}
