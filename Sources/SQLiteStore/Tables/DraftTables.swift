import GRDB

/// What is typed and not saved yet. None of it refers to a plan's projection: a draft outlives the section that it is of.
extension DatabaseMigrator {
    /// A draft that was saved or thrown away leaves an empty row behind for a while, so that what arrives late from its
    /// tab is known as late.
    static let draftTables = """
        CREATE TABLE draft (
            person TEXT NOT NULL REFERENCES person (id),
            plan TEXT NOT NULL CHECK (plan <> ''),
            subject TEXT NOT NULL CHECK (subject <> ''),
            tab TEXT NOT NULL CHECK (tab <> ''),
            version INTEGER NOT NULL CHECK (version >= 0),
            base TEXT NOT NULL CHECK (length(base) = 40),
            text TEXT NOT NULL,
            keptAt INTEGER NOT NULL,
            isClosed INTEGER NOT NULL CHECK (isClosed IN (0, 1)),
            PRIMARY KEY (person, plan, subject, tab),
            CHECK (isClosed = 0 OR text = '')
        ) STRICT;

        CREATE TABLE editing (
            plan TEXT NOT NULL CHECK (plan <> ''),
            subject TEXT NOT NULL CHECK (subject <> ''),
            person TEXT NOT NULL REFERENCES person (id),
            seenAt INTEGER NOT NULL,
            PRIMARY KEY (plan, subject, person)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE textRequest (
            plan TEXT NOT NULL CHECK (plan <> ''),
            id TEXT NOT NULL CHECK (id <> ''),
            parent TEXT NOT NULL CHECK (length(parent) = 40),
            change TEXT CHECK (length(change) = 40),
            notedAt INTEGER NOT NULL,
            PRIMARY KEY (plan, id)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX textRequestByAge ON textRequest (notedAt);
        """
}
