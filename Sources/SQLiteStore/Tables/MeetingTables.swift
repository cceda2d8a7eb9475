import GRDB

/// Meetings with their agendas. A plan stands on an agenda by its id alone: the projection may be cleared and made again.
extension DatabaseMigrator {
    static let meetingTables = """
        CREATE TABLE meeting (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            body TEXT NOT NULL CHECK (body IN ('college', 'raad')),
            day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
            startsAt TEXT CHECK (startsAt IS strftime('%H:%M', startsAt)),
            place TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled'))
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX meetingByDay ON meeting (day, startsAt);

        CREATE TABLE agendaItem (
            meeting TEXT NOT NULL REFERENCES meeting (id),
            position INTEGER NOT NULL CHECK (position >= 1),
            plan TEXT NOT NULL CHECK (plan <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('hamerstuk', 'bespreekstuk')),
            act INTEGER NOT NULL CHECK (act >= 1),
            explanation TEXT,
            PRIMARY KEY (meeting, position),
            UNIQUE (meeting, plan)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX agendaItemOfPlan ON agendaItem (plan);
        """
}
