extension Schema {
    /// The first tables. Times are seconds of UTC since 1970, days are days since 1970, JSON is text.
    static let version1 = """
        -- Facts in packed blocks. `spans` says which facts were recorded when, where that was not one moment for all.
        CREATE TABLE block (
            first_sequence INTEGER PRIMARY KEY,
            count INTEGER NOT NULL CHECK (count > 0),
            recorded_at INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            spans BLOB,
            bytes BLOB NOT NULL
        ) STRICT;

        -- Lists, tags, segments and the like: one table for every kind. Rows stay when they are deleted, so that no number is given twice.
        CREATE TABLE definition (
            kind TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            body TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            deleted_at INTEGER,
            PRIMARY KEY (kind, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE definition_change (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            number INTEGER NOT NULL,
            changed_at INTEGER NOT NULL,
            who TEXT NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT;
        CREATE INDEX definition_change_of ON definition_change (kind, number);

        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE setting_change (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            changed_at INTEGER NOT NULL,
            who TEXT NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT;
        CREATE INDEX setting_change_of ON setting_change (key);

        -- A job's payload has a table of its own: counting rows must not write it again.
        CREATE TABLE job (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            status INTEGER NOT NULL,
            who TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            started_at INTEGER,
            completed_at INTEGER,
            total_count INTEGER NOT NULL,
            completed_count INTEGER NOT NULL,
            failed_count INTEGER NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE INDEX job_of_kind ON job (kind, number);
        CREATE INDEX job_unfinished ON job (number) WHERE status < 2;
        CREATE TABLE job_payload (job INTEGER PRIMARY KEY REFERENCES job (number), bytes BLOB NOT NULL) STRICT;
        CREATE TABLE job_error (
            id INTEGER PRIMARY KEY,
            job INTEGER NOT NULL REFERENCES job (number),
            row_index INTEGER NOT NULL,
            code TEXT NOT NULL,
            title TEXT NOT NULL,
            detail TEXT NOT NULL,
            pointer TEXT NOT NULL,
            refused BLOB
        ) STRICT;
        CREATE INDEX job_error_of ON job_error (job, id);

        CREATE TABLE model (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            fitted_at INTEGER NOT NULL,
            as_of INTEGER NOT NULL,
            last_sequence INTEGER NOT NULL,
            metrics TEXT NOT NULL,
            note TEXT NOT NULL
        ) STRICT;
        CREATE TABLE model_body (model INTEGER PRIMARY KEY REFERENCES model (number), bytes BLOB NOT NULL) STRICT;

        -- What was expected of a time to come, to be compared with what came.
        CREATE TABLE forecast (
            made_on INTEGER NOT NULL,
            quantity TEXT NOT NULL,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            model INTEGER NOT NULL,
            expected REAL NOT NULL,
            low REAL NOT NULL,
            high REAL NOT NULL,
            PRIMARY KEY (quantity, made_on, first_day, last_day)
        ) STRICT, WITHOUT ROWID;

        -- The numbers of profiles on the days on which they changed: 1,024 profiles share a shelf, a shelf has a row per day.
        CREATE TABLE prediction (
            shelf INTEGER NOT NULL,
            day INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (shelf, day)
        ) STRICT, WITHOUT ROWID;

        -- Secrets are never kept, only their hashes.
        CREATE TABLE api_key (
            number INTEGER PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            name TEXT NOT NULL,
            scopes TEXT NOT NULL,
            created_by TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            revoked_at INTEGER,
            last_used_at INTEGER
        ) STRICT;

        CREATE TABLE user (
            number INTEGER PRIMARY KEY,
            email TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            password TEXT,
            created_at INTEGER NOT NULL,
            disabled_at INTEGER,
            detail TEXT NOT NULL
        ) STRICT;

        CREATE TABLE session (
            hash BLOB PRIMARY KEY,
            user INTEGER NOT NULL REFERENCES user (number),
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_of ON session (user);

        CREATE TABLE one_time_link (
            hash BLOB PRIMARY KEY,
            purpose TEXT NOT NULL,
            detail TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            used_at INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE audit (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            who TEXT NOT NULL,
            action TEXT NOT NULL,
            object_kind TEXT NOT NULL,
            object_id TEXT NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE INDEX audit_of_object ON audit (object_kind, object_id);

        -- What was refused at a door. The newest are kept whole; the counts are of all there ever were.
        CREATE TABLE refusal (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            door TEXT NOT NULL,
            code TEXT NOT NULL,
            detail TEXT NOT NULL,
            pointer TEXT NOT NULL,
            row_count INTEGER NOT NULL,
            is_cut INTEGER NOT NULL,
            original BLOB
        ) STRICT;
        CREATE INDEX refusal_of_code ON refusal (code, id);
        CREATE TABLE refusal_count (
            door TEXT NOT NULL,
            code TEXT NOT NULL,
            count INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            PRIMARY KEY (door, code)
        ) STRICT, WITHOUT ROWID;

        -- Where copies of this journal were put: an erasure must name them.
        CREATE TABLE backup (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            path TEXT NOT NULL,
            last_sequence INTEGER NOT NULL,
            byte_count INTEGER NOT NULL
        ) STRICT;

        -- How far small blocks have been merged.
        CREATE TABLE merging (id INTEGER PRIMARY KEY CHECK (id = 1), next_sequence INTEGER NOT NULL) STRICT;
        INSERT INTO merging VALUES (1, 1);
        """
}
