import GRDB

/// What came in by other ways than the form, and from others than were asked by name.
extension DatabaseMigrator {
    /// The audience of a round was held by a list that SQLite can't change in place, so the table is made anew.
    static let roundChannelTables = """
        CREATE TABLE newConsultationRound (
            plan TEXT NOT NULL CHECK (plan <> ''),
            id TEXT NOT NULL CHECK (id <> ''),
            position INTEGER NOT NULL CHECK (position >= 1),
            title TEXT NOT NULL CHECK (title <> ''),
            audience TEXT NOT NULL CHECK (audience IN ('partners', 'council', 'advice', 'residents')),
            isStatutory INTEGER NOT NULL DEFAULT 0 CHECK (isStatutory IN (0, 1)),
            asked TEXT NOT NULL,
            questions TEXT NOT NULL CHECK (json_type(questions) = 'array'),
            explanation TEXT NOT NULL,
            privacy TEXT NOT NULL,
            fromDay TEXT NOT NULL CHECK (fromDay IS date(fromDay, '+0 days')),
            untilDay TEXT NOT NULL CHECK (untilDay IS date(untilDay, '+0 days') AND fromDay <= untilDay),
            closingTime TEXT CHECK (closingTime GLOB '[0-2][0-9]:[0-5][0-9]' AND closingTime < '24'),
            channels TEXT NOT NULL CHECK (json_type(channels) = 'array'),
            publicity TEXT NOT NULL CHECK (publicity IN ('named', 'anonymous', 'counted')),
            PRIMARY KEY (plan, id),
            UNIQUE (plan, position)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO newConsultationRound
        SELECT plan, id, position, title, audience, isStatutory, asked, questions, explanation, privacy, fromDay,
            untilDay, closingTime, '["form"]', 'named'
        FROM consultationRound;

        DROP TABLE consultationRound;
        ALTER TABLE newConsultationRound RENAME TO consultationRound;

        CREATE TABLE correspondent (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            plan TEXT NOT NULL CHECK (plan <> ''),
            details BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX correspondentOfPlan ON correspondent (plan);

        ALTER TABLE submission ADD COLUMN correspondent TEXT REFERENCES correspondent (id) ON DELETE SET NULL;
        ALTER TABLE submission ADD COLUMN source TEXT CHECK (json_type(source) = 'object');
        ALTER TABLE submission ADD COLUMN takenInBy TEXT CHECK (takenInBy <> '');
        ALTER TABLE input ADD COLUMN isClosed INTEGER NOT NULL DEFAULT 0 CHECK (isClosed IN (0, 1));
        """
}
