import GRDB

extension DatabaseMigrator {
    /// What is computed from git. `plan` bears the heads that the rest was computed from, and takes the rest along when
    /// it is cleared.
    ///
    /// Acts and changes name sections that may be gone, so those names refer to no row. Values of lists that a workflow
    /// file or a later version may extend (stages, roles) are not enumerated here. Moments are milliseconds since
    /// 1 January 1970 UTC; days are ISO 8601.
    static let projectionTables = planTables + changeTables + actTables

    private static let planTables = """
        CREATE TABLE plan (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            textHead TEXT NOT NULL CHECK (length(textHead) = 40),
            registerHead TEXT NOT NULL CHECK (length(registerHead) = 40),
            registerSequence INTEGER NOT NULL CHECK (registerSequence >= 0),
            stage TEXT NOT NULL CHECK (stage <> ''),
            stageLabelNl TEXT NOT NULL,
            stageLabelEn TEXT,
            typeLabelNl TEXT NOT NULL,
            typeLabelEn TEXT,
            metadata TEXT NOT NULL CHECK (json_valid(metadata)),
            title TEXT NOT NULL AS (json_extract(metadata, '$.title')),
            type TEXT NOT NULL AS (json_extract(metadata, '$.type')),
            municipality TEXT AS (json_extract(metadata, '$.municipality')),
            period TEXT AS (json_extract(metadata, '$.period')),
            follows TEXT AS (json_extract(metadata, '$.follows'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE section (
            plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            id TEXT NOT NULL CHECK (id <> ''),
            chapter TEXT NOT NULL,
            chapterTitle TEXT,
            chapterNumber TEXT,
            title TEXT NOT NULL,
            number TEXT,
            owner TEXT,
            hasText INTEGER NOT NULL CHECK (hasText IN (0, 1)),
            words INTEGER NOT NULL CHECK (words >= 0),
            stage TEXT NOT NULL CHECK (stage <> ''),
            PRIMARY KEY (plan, position),
            UNIQUE (plan, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE documentText (
            plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            document TEXT NOT NULL CHECK (document <> ''),
            heading TEXT NOT NULL,
            isFilled INTEGER NOT NULL CHECK (isFilled IN (0, 1)),
            PRIMARY KEY (plan, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE versionTag (
            plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            tag TEXT NOT NULL CHECK (tag <> ''),
            text TEXT NOT NULL CHECK (length(text) = 40),
            act INTEGER NOT NULL CHECK (act >= 1),
            PRIMARY KEY (plan, position),
            UNIQUE (plan, tag)
        ) STRICT, WITHOUT ROWID;

        """

    private static let changeTables = """
        CREATE TABLE change (
            plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            id TEXT NOT NULL CHECK (length(id) = 40),
            parent TEXT CHECK (length(parent) = 40),
            function TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role <> ''),
            pseudonym TEXT NOT NULL,
            madeAt INTEGER NOT NULL,
            summary TEXT NOT NULL,
            nature TEXT NOT NULL CHECK (nature IN ('inhoudelijk', 'redactioneel', 'typografisch', 'structuur')),
            touchesMetadata INTEGER NOT NULL CHECK (touchesMetadata IN (0, 1)),
            PRIMARY KEY (plan, position),
            UNIQUE (plan, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE changeSection (
            plan TEXT NOT NULL,
            change INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 1),
            section TEXT NOT NULL CHECK (section <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
            wordsAdded INTEGER NOT NULL CHECK (wordsAdded >= 0),
            wordsRemoved INTEGER NOT NULL CHECK (wordsRemoved >= 0),
            PRIMARY KEY (plan, change, position),
            UNIQUE (plan, section, change),
            FOREIGN KEY (plan, change) REFERENCES change (plan, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE changeDocument (
            plan TEXT NOT NULL,
            change INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 1),
            document TEXT NOT NULL CHECK (document <> ''),
            PRIMARY KEY (plan, change, position),
            FOREIGN KEY (plan, change) REFERENCES change (plan, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE changeInput (
            plan TEXT NOT NULL,
            change INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 1),
            input TEXT NOT NULL CHECK (input <> ''),
            PRIMARY KEY (plan, change, position),
            FOREIGN KEY (plan, change) REFERENCES change (plan, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        """

    private static let actTables = """
        CREATE TABLE act (
            plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
            sequence INTEGER NOT NULL CHECK (sequence >= 1),
            id TEXT NOT NULL CHECK (length(id) = 40),
            payload TEXT NOT NULL CHECK (json_valid(payload)),
            text TEXT NOT NULL CHECK (length(text) = 40),
            textTree TEXT NOT NULL CHECK (textTree <> ''),
            function TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role <> ''),
            pseudonym TEXT NOT NULL,
            onBehalfOf TEXT,
            ground TEXT,
            date TEXT CHECK (date IS date(date, '+0 days')),
            recordedAt INTEGER NOT NULL,
            reasonHash TEXT CHECK (reasonHash <> ''),
            workflowDigest TEXT NOT NULL CHECK (workflowDigest <> ''),
            requestID TEXT NOT NULL,
            PRIMARY KEY (plan, sequence),
            UNIQUE (plan, id),
            CHECK ((onBehalfOf IS NULL) = (ground IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE actSection (
            plan TEXT NOT NULL,
            act INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 1),
            section TEXT NOT NULL CHECK (section <> ''),
            PRIMARY KEY (plan, act, position),
            FOREIGN KEY (plan, act) REFERENCES act (plan, sequence) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """
}
