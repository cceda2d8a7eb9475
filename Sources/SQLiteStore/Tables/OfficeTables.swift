import GRDB

/// What this server itself owns. None of it refers to the projection, which may be cleared and made again.
extension DatabaseMigrator {
    /// The triggers keep the promise that a witness never forgets, whoever writes.
    static let witnessTable = """
        CREATE TABLE witness (
            plan TEXT NOT NULL PRIMARY KEY CHECK (plan <> ''),
            head TEXT NOT NULL CHECK (length(head) = 40),
            sequence INTEGER NOT NULL CHECK (sequence >= 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER witnessOnlyRises BEFORE UPDATE ON witness
        WHEN new.plan <> old.plan OR new.sequence < old.sequence
            OR (new.sequence = old.sequence AND new.head <> old.head)
        BEGIN
            SELECT RAISE(ABORT, 'a witness only rises');
        END;

        CREATE TRIGGER witnessStays BEFORE DELETE ON witness
        BEGIN
            SELECT RAISE(ABORT, 'a witness stays');
        END;
        """

    static let reasonTable = """
        CREATE TABLE reason (
            hash TEXT NOT NULL PRIMARY KEY CHECK (hash <> ''),
            salt TEXT NOT NULL CHECK (length(salt) = 64 AND salt NOT GLOB '*[^0-9a-f]*'),
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    static let organisationTable = """
        CREATE TABLE organisation (
            plan TEXT NOT NULL CHECK (plan <> ''),
            position INTEGER NOT NULL CHECK (position >= 1),
            name TEXT NOT NULL CHECK (name <> ''),
            PRIMARY KEY (plan, position),
            UNIQUE (plan, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// One row at most: there is one municipality.
    static let houseStyleTable = """
        CREATE TABLE houseStyle (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            municipality TEXT NOT NULL,
            fieldDates TEXT NOT NULL CHECK (fieldDates IN ('dd-mm-jjjj', 'd maand jjjj')),
            councilNoticeLabel TEXT NOT NULL
        ) STRICT;
        """

    /// Both colours or none.
    static let houseColourTables = """
        ALTER TABLE houseStyle ADD COLUMN mainColour TEXT
            CHECK (length(mainColour) = 7 AND mainColour GLOB '#*' AND substr(mainColour, 2) NOT GLOB '*[^0-9a-f]*');
        ALTER TABLE houseStyle ADD COLUMN barColour TEXT
            CHECK (length(barColour) = 7 AND barColour GLOB '#*' AND substr(barColour, 2) NOT GLOB '*[^0-9a-f]*')
            CHECK ((barColour IS NULL) = (mainColour IS NULL));

        CREATE TABLE houseLogo (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            png BLOB NOT NULL CHECK (substr(png, 1, 8) = x'89504e470d0a1a0a')
        ) STRICT;
        """
}
