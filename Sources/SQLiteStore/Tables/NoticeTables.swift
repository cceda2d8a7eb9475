import GRDB

/// What people were told of their work. A plan stands in the key of a task alone: the projection may be cleared and made
/// again.
extension DatabaseMigrator {
    static let toldTaskTables = """
        CREATE TABLE toldTask (
            person TEXT NOT NULL REFERENCES person (id),
            key TEXT NOT NULL CHECK (key <> ''),
            urgency TEXT NOT NULL CHECK (urgency IN ('waiting', 'dueSoon', 'overdue')),
            PRIMARY KEY (person, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE noticeRound (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            day TEXT NOT NULL CHECK (day IS date(day, '+0 days'))
        ) STRICT;
        """
}
