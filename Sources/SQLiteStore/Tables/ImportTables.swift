import GRDB

/// Documents that are being made into plans: gone when the plan is there, or when nobody finishes it.
extension DatabaseMigrator {
    static let importTables = """
        CREATE TABLE pendingImport (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            person TEXT NOT NULL REFERENCES person (id),
            fileName TEXT NOT NULL,
            title TEXT,
            markdown TEXT NOT NULL,
            choices TEXT NOT NULL CHECK (json_valid(choices)),
            madeAt INTEGER NOT NULL
        ) STRICT;

        CREATE INDEX pendingImportOfPerson ON pendingImport (person);

        CREATE TABLE pendingImage (
            pending TEXT NOT NULL REFERENCES pendingImport (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind <> ''),
            description TEXT NOT NULL,
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            width INTEGER CHECK (width > 0),
            height INTEGER CHECK (height > 0),
            bytes BLOB NOT NULL,
            PRIMARY KEY (pending, position),
            UNIQUE (pending, name),
            CHECK ((width IS NULL) = (height IS NULL))
        ) STRICT;
        """

    /// Which type of plan was chosen for a document, kept with the rest of what was chosen.
    static let importTypeColumn = "ALTER TABLE pendingImport ADD COLUMN planType TEXT CHECK (planType <> '')"
}
