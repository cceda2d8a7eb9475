import GRDB

/// What was done to people, access and settings: added to, never changed.
extension DatabaseMigrator {
    static let deedTable = """
        CREATE TABLE officeDeed (
            position INTEGER NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind <> ''),
            doneAt INTEGER NOT NULL,
            doneBy TEXT REFERENCES person (id),
            person TEXT REFERENCES person (id),
            contact TEXT REFERENCES contact (id),
            plan TEXT CHECK (plan <> ''),
            function TEXT CHECK (function <> ''),
            role TEXT CHECK (role <> ''),
            fromDay TEXT CHECK (fromDay IS date(fromDay, '+0 days')),
            untilDay TEXT CHECK (untilDay IS date(untilDay, '+0 days')),
            ground TEXT CHECK (ground <> ''),
            CHECK (person IS NULL OR contact IS NULL),
            CHECK ((function IS NULL) = (role IS NULL)),
            CHECK (function IS NOT NULL OR (fromDay IS NULL AND untilDay IS NULL AND ground IS NULL))
        ) STRICT;
        """
}
