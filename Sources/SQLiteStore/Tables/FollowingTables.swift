import GRDB

extension DatabaseMigrator {
    /// What hangs on the words of a plan goes with its projection, and is worked out again with it; what people decided
    /// stays.
    static let followingTables = """
        CREATE TABLE followedText (
            plan TEXT NOT NULL PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
            upTo TEXT NOT NULL CHECK (length(upTo) = 40)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE anchorPlace (
            plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
            input INTEGER NOT NULL,
            inputVersion INTEGER NOT NULL CHECK (inputVersion >= 1),
            section TEXT NOT NULL CHECK (section <> ''),
            quote TEXT NOT NULL CHECK (quote <> ''),
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('placed', 'moved', 'uncertain', 'orphaned')),
            changedBy TEXT CHECK (length(changedBy) = 40),
            settled TEXT CHECK (settled IN ('carried-out', 'person')),
            PRIMARY KEY (plan, input),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX anchorAdrift ON anchorPlace (plan, input)
        WHERE state IN ('uncertain', 'orphaned') AND settled IS NULL;
        CREATE INDEX anchorOfSection ON anchorPlace (plan, section);

        CREATE TABLE promise (
            plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
            input INTEGER NOT NULL CHECK (input >= 1),
            change TEXT NOT NULL CHECK (length(change) = 40),
            section TEXT NOT NULL CHECK (section <> ''),
            home TEXT NOT NULL CHECK (home <> ''),
            words TEXT NOT NULL CHECK (json_type(words) = 'object'),
            brokenBy TEXT CHECK (length(brokenBy) = 40),
            PRIMARY KEY (plan, input, change, section)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX promiseBroken ON promise (plan, input) WHERE brokenBy IS NOT NULL;

        CREATE TABLE anchorDecision (
            position INTEGER NOT NULL PRIMARY KEY,
            plan TEXT NOT NULL CHECK (plan <> ''),
            input INTEGER NOT NULL,
            inputVersion INTEGER NOT NULL CHECK (inputVersion >= 1),
            text TEXT NOT NULL CHECK (length(text) = 40),
            section TEXT CHECK (section <> ''),
            quote TEXT CHECK (quote <> ''),
            prefix TEXT,
            suffix TEXT,
            function TEXT NOT NULL CHECK (function <> ''),
            role TEXT NOT NULL CHECK (role <> ''),
            pseudonym TEXT NOT NULL CHECK (pseudonym <> ''),
            CHECK ((section IS NULL) = (quote IS NULL) AND (quote IS NULL) = (prefix IS NULL)
                AND (prefix IS NULL) = (suffix IS NULL)),
            FOREIGN KEY (plan, input) REFERENCES input (plan, number)
        ) STRICT;

        CREATE INDEX anchorDecisionOfPlan ON anchorDecision (plan, position);
        """
}
