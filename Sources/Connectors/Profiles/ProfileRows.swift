import Facts

/// Reads the rows of one file of profiles: each cell to what it means, into a batch.
///
/// A row with a date that can still be read in two ways holds back itself and all after it, until the file shows which way is right.
struct ProfileRows: ~Copyable {
    let plan: ProfileColumnPlan
    private let header: [String]
    private let file: String
    private let separator: UInt8
    private let least: Int
    var scratch = ScratchBytes()
    var values: FileValues
    /// Dates in properties are no dates of the file: they teach nothing and leave no question.
    var propertyDates: FileValues
    /// People read and not yet handed on.
    var batch = ProfileBatch()
    var openMoments: [(place: Int, monthFirstSeconds: UInt32)] = []
    var unusablePhones = 0
    /// The custom properties that the shop has with those of the rows so far.
    var properties: PropertyNames
    private(set) var rows = 0

    /// People who may be held back by dates that can be read in two ways.
    static let mostHeldBack = 200_000
    /// The longest value of a property, in bytes.
    static let longestValue = 100_000

    init(
        _ plan: ProfileColumnPlan, header: [String], file: String, options: ReadingOptions, separator: UInt8, properties: PropertyNames
    ) {
        self.plan = plan
        self.properties = properties
        self.header = header
        self.file = file
        self.separator = separator
        // Whoever somebody is must be there; cells at the end of a row may be missing.
        var most = 0
        for (place, role) in plan.roles.enumerated() {
            if case .identity = role { most = place }
        }
        least = most + 1
        values = FileValues(options: options, dateOrder: plan.dateOrder, zonelessTimesAreUTC: plan.zonelessTimesAreUTC)
        propertyDates = FileValues(options: options, dateOrder: plan.dateOrder, zonelessTimesAreUTC: plan.zonelessTimesAreUTC)
        begin()
    }

    private mutating func begin() {
        batch = ProfileBatch()
        batch.file = file
        batch.fields = plan.fields
        batch.lists = plan.lists
    }

    /// Whether a date is held back that can still be read in two ways.
    var isOpen: Bool { !openMoments.isEmpty }

    /// Hands on who was read.
    mutating func takeBatch() -> ProfileBatch {
        let taken = batch
        begin()
        return taken
    }

    /// What the file leaves open.
    func question() -> ReadingError? { values.question(file: file, dateColumn: nil, amountColumn: nil) }

    /// What the reader should be told.
    var notes: [ReadingNote] {
        guard unusablePhones > 0, let place = plan.phoneProperty, case .property(let name) = plan.fields[place] else { return plan.notes }
        return plan.notes + [
            ReadingNote(
                .localPhones, ["\(unusablePhones)", name],
                "\(unusablePhones) phone numbers have no international form such as +48601234567: they are kept as the property \(name) and do "
                    + "not tell who somebody is.")
        ]
    }

    /// Reads the rows of a block.
    mutating func read(_ blocks: inout RecordBlocks, rejects: inout RowRejects) {
        let records = blocks.records
        for record in 0..<records.count {
            scratch.reset()
            let cells = RowCells(records, record)
            if cells.isBlank(separator: separator) { continue }
            rows += 1
            let mark = (batch.identities.count, batch.values.count, batch.memberships.count, batch.consents.count, batch.json.count)
            do throws(RowFault) {
                try readOne(cells, &blocks)
                properties.keep()
            } catch {
                properties.takeBack()
                batch.identities.removeSubrange(mark.0...)
                batch.values.removeSubrange(mark.1...)
                batch.memberships.removeSubrange(mark.2...)
                batch.consents.removeSubrange(mark.3...)
                batch.json.removeSubrange(mark.4...)
                rejects.reject(error, record: record, &blocks)
            }
        }
        settle()
    }

    private mutating func settle() {
        guard let order = values.dateOrder, !openMoments.isEmpty else { return }
        if order == .monthFirst { for open in openMoments { batch.moments[open.place] = open.monthFirstSeconds } }
        openMoments = []
    }

    // MARK: - One row

    private mutating func readOne(_ cells: RowCells, _ blocks: inout RecordBlocks) throws(RowFault) {
        if cells.count != header.count, let wrong = cells.wrongShape(least: least, width: header.count) { throw RowFault(wrong) }
        var row = ProfileBatch.Row()
        let before = batch.identities.count
        for column in 0..<min(cells.count, plan.roles.count) where plan.roles[column] != .none {
            let cell = cells.text(column, &scratch)
            if case .subscribedAt(let address, let otherwise) = plan.roles[column] {
                try readSubscription(cell, column, address: address, otherwise: otherwise, cells, &blocks)
            } else if !cell.isEmpty {
                try read(cell, column, cells, &row, &blocks)
            }
        }
        guard batch.identities.count > before else { throw RowFault(.nobody, column: firstIdentity) }
        row.identitiesEnd = batch.identities.count
        row.valuesEnd = batch.values.count
        row.listsEnd = batch.memberships.count
        row.consentsEnd = batch.consents.count
        batch.rows.append(row)
    }

    private var firstIdentity: Int? {
        plan.roles.firstIndex { role in
            if case .identity = role { return true }
            return role == .phone
        }
    }

    private mutating func read(
        _ cell: UnsafeRawBufferPointer, _ column: Int, _ cells: RowCells, _ row: inout ProfileBatch.Row, _ blocks: inout RecordBlocks
    ) throws(RowFault) {
        switch plan.roles[column] {
        case .none, .subscribedAt: break
        case .identity(let kind): try readIdentity(cell, kind, column)
        case .phone:
            if let phone = ProfileCell.phone(cell) {
                batch.identities.append(ProfileBatch.Identity(kind: .phone, text: phone))
            } else if let property = plan.phoneProperty {
                unusablePhones += 1
                try readValue(cell, property, column, cells, &blocks)
            }
        case .value(let field): try readValue(cell, field, column, cells, &blocks)
        case .tags(let field):
            try properties.note(plan.fields[field], column: column)
            ProfileCell.appendTags(cell, to: &batch.json)
            batch.values.append(ProfileBatch.Value(field: field, jsonEnd: batch.json.count))
        case .list(let list): try readMembership(cell, list, column, cells, &blocks)
        case .created: row.created = try moment(cell, column, cells, &blocks)
        case .consent(let channel, let moment): try readConsent(cell, channel, moment, column, cells, &blocks)
        case .suppressions(let channel): try readSuppressions(cell, channel, column)
        case .unsubscribedAt: add(.email, .unsubscribed, at: try moment(cell, column, cells, &blocks))
        case .bouncedAt: add(.email, .hardBounced, at: try moment(cell, column, cells, &blocks))
        }
    }
}
