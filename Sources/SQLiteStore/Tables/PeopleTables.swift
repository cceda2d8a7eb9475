import GRDB

/// People and how they come in. Secrets are stored as hashes; nobody is ever deleted by way of another table.
extension DatabaseMigrator {
    static let peopleTables = """
        CREATE TABLE person (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            mail TEXT NOT NULL UNIQUE CHECK (mail <> ''),
            language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
            isDisabled INTEGER NOT NULL CHECK (isDisabled IN (0, 1))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE appointment (
            position INTEGER NOT NULL PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            person TEXT NOT NULL REFERENCES person (id),
            role TEXT NOT NULL CHECK (role <> ''),
            function TEXT NOT NULL CHECK (function <> ''),
            plan TEXT CHECK (plan <> ''),
            fromDay TEXT CHECK (fromDay IS date(fromDay, '+0 days')),
            untilDay TEXT CHECK (untilDay IS date(untilDay, '+0 days')),
            CHECK (fromDay IS NULL OR untilDay IS NULL OR fromDay <= untilDay)
        ) STRICT;

        CREATE INDEX appointmentOfPerson ON appointment (person);

        CREATE TABLE substitution (
            position INTEGER NOT NULL PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            appointment TEXT NOT NULL REFERENCES appointment (id),
            deputy TEXT NOT NULL REFERENCES person (id),
            ground TEXT NOT NULL CHECK (ground <> ''),
            fromDay TEXT CHECK (fromDay IS date(fromDay, '+0 days')),
            untilDay TEXT CHECK (untilDay IS date(untilDay, '+0 days')),
            CHECK (fromDay IS NULL OR untilDay IS NULL OR fromDay <= untilDay)
        ) STRICT;

        CREATE TABLE contact (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            organisation TEXT NOT NULL CHECK (organisation <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            mail TEXT NOT NULL CHECK (mail <> ''),
            function TEXT,
            isDisabled INTEGER NOT NULL CHECK (isDisabled IN (0, 1)),
            UNIQUE (organisation, mail)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pseudonym (
            plan TEXT NOT NULL CHECK (plan <> ''),
            person TEXT NOT NULL REFERENCES person (id),
            pseudonym TEXT NOT NULL CHECK (pseudonym <> ''),
            PRIMARY KEY (plan, person),
            UNIQUE (plan, pseudonym)
        ) STRICT, WITHOUT ROWID;
        """

    static let signInTables = """
        CREATE TABLE credentials (
            person TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
            passwordHash TEXT CHECK (passwordHash <> ''),
            oneTimeKey TEXT CHECK (oneTimeKey <> ''),
            lastTimeStep INTEGER NOT NULL CHECK (lastTimeStep >= 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE recoveryCode (
            person TEXT NOT NULL REFERENCES person (id),
            position INTEGER NOT NULL,
            hash TEXT NOT NULL CHECK (hash <> ''),
            PRIMARY KEY (person, position),
            UNIQUE (person, hash)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE signInSession (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            person TEXT REFERENCES person (id),
            contact TEXT REFERENCES contact (id),
            plan TEXT CHECK (plan <> ''),
            startedAt INTEGER NOT NULL,
            lastSeenAt INTEGER NOT NULL,
            expiresAt INTEGER NOT NULL,
            device TEXT NOT NULL,
            hasSecondFactor INTEGER NOT NULL CHECK (hasSecondFactor IN (0, 1)),
            CHECK ((person IS NULL) <> (contact IS NULL)),
            CHECK ((contact IS NULL) = (plan IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX signInSessionOfPerson ON signInSession (person);
        CREATE INDEX signInSessionOfContact ON signInSession (contact, plan);

        CREATE TABLE accessLink (
            position INTEGER NOT NULL PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            person TEXT REFERENCES person (id),
            contact TEXT REFERENCES contact (id),
            plan TEXT CHECK (plan <> ''),
            madeAt INTEGER NOT NULL,
            expiresAt INTEGER NOT NULL,
            usedAt INTEGER,
            withdrawnAt INTEGER,
            CHECK ((person IS NULL) <> (contact IS NULL)),
            CHECK ((contact IS NULL) = (plan IS NULL))
        ) STRICT;
        """
}
