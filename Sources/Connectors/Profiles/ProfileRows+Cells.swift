import Facts

/// What single cells say.
extension ProfileRows {
    mutating func readIdentity(_ cell: UnsafeRawBufferPointer, _ kind: IdentityKind, _ column: Int) throws(RowFault) {
        switch CustomerText.find(cell, &scratch) {
        case .missing: break
        case .notText: throw RowFault(.notText, column: column)
        case .tooLong: throw RowFault(.tooLong, column: column)
        case .key(let key):
            if kind == .email, !Self.isAddress(key.bytes) { throw RowFault(.email, column: column, detail: QuotedValue.quote(cell)) }
            let text = String(decoding: key.bytes, as: UTF8.self)
            // A shop that has only addresses calls them customer ids.
            let isAddress = kind == .customerID && key.bytes.contains(UInt8(ascii: "@"))
            batch.identities.append(ProfileBatch.Identity(kind: isAddress ? .email : kind, text: text))
        }
    }

    /// Something before and after one @, and no space.
    private static func isAddress(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return false }
        return at > 0 && at < bytes.count - 1 && !bytes[(at + 1)...].contains(UInt8(ascii: "@")) && !bytes.contains { $0 <= 0x20 }
    }

    mutating func readValue(
        _ cell: UnsafeRawBufferPointer, _ field: Int, _ column: Int, _ cells: RowCells, _ blocks: inout RecordBlocks
    ) throws(RowFault) {
        if cell.count > Self.longestValue { throw RowFault(.tooLong, column: column) }
        try properties.note(plan.fields[field], column: column)
        let isTyped: Bool =
            switch plan.fields[field] {
            case .property, .location("latitude"), .location("longitude"): true
            case .attribute, .location: false
            }
        if isTyped, let moment = propertyMoment(cell, cells, &blocks) {
            ProfileCell.append(moment, to: &batch.json)
        } else if isTyped {
            guard ProfileCell.appendJSON(cell, to: &batch.json) else { throw RowFault(.notText, column: column) }
        } else {
            guard TextEncoding.isUTF8(cell) else { throw RowFault(.notText, column: column) }
            ProfileCell.appendText(cell, to: &batch.json)
        }
        batch.values.append(ProfileBatch.Value(field: field, jsonEnd: batch.json.count))
    }

    /// A day with a time of day, such as `2024-01-31 10:20:30`; `nil` for all else. Days alone stay as they are.
    private mutating func propertyMoment(_ cell: UnsafeRawBufferPointer, _ cells: RowCells, _ blocks: inout RecordBlocks) -> Instant? {
        guard cell.count >= 16, cell.count <= 35, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-"), cell[13] == UInt8(ascii: ":")
        else { return nil }
        guard case .moment(let read) = propertyDates.moment(cell, cells, &blocks), read.clock != .dateOnly,
            read.seconds == read.monthFirstSeconds
        else { return nil }
        return Instant(secondsSince1970: Int64(read.seconds))
    }

    mutating func readMembership(
        _ cell: UnsafeRawBufferPointer, _ list: Int, _ column: Int, _ cells: RowCells, _ blocks: inout RecordBlocks
    ) throws(RowFault) {
        switch ProfileCell.membership(cell) {
        case .noMember: break
        case .member: batch.memberships.append(ProfileBatch.Membership(list: list))
        case .other:
            batch.memberships.append(ProfileBatch.Membership(list: list, joined: try moment(cell, column, cells, &blocks)))
        }
    }

    mutating func readConsent(
        _ cell: UnsafeRawBufferPointer, _ channel: Channel, _ timestamp: Int?, _ column: Int, _ cells: RowCells,
        _ blocks: inout RecordBlocks
    ) throws(RowFault) {
        let change: ConsentFact.Change
        switch ProfileCell.consent(cell) {
        case .nothing: return
        case .subscribed: change = .subscribed
        case .unsubscribed: change = .unsubscribed
        case .unknown:
            throw RowFault(
                .consent, column: column,
                detail: "\(QuotedValue.quote(cell)); expected is SUBSCRIBED, UNSUBSCRIBED or NEVER_SUBSCRIBED")
        }
        var moment: Int?
        if let timestamp, timestamp < cells.count {
            let when = cells.text(timestamp, &scratch)
            if !when.isEmpty { moment = try self.moment(when, timestamp, cells, &blocks) }
        }
        add(channel, change, at: moment)
    }

    mutating func readSuppressions(_ cell: UnsafeRawBufferPointer, _ channel: Channel, _ column: Int) throws(RowFault) {
        guard let words = ProfileCell.suppressions(cell) else {
            throw RowFault(.consent, column: column, detail: QuotedValue.quote(cell))
        }
        for word in words {
            switch word {
            case .userSuppressed: add(channel, .suppressed, at: nil)
            case .hardBounce: add(channel, .hardBounced, at: nil)
            case .invalidEmail: add(channel, .invalidAddress, at: nil)
            case .spamComplaint: add(channel, .spamComplaint, at: nil)
            case .unsubscribe, .unsubscribed: add(channel, .unsubscribed, at: nil)
            }
        }
    }

    /// Mailchimp's row of somebody who subscribed: at the second step where there were two, else at the first.
    mutating func readSubscription(
        _ cell: UnsafeRawBufferPointer, _ column: Int, address: Int?, otherwise: Int?, _ cells: RowCells, _ blocks: inout RecordBlocks
    ) throws(RowFault) {
        var (cell, column) = (cell, column)
        if cell.isEmpty, let otherwise, otherwise < cells.count { (cell, column) = (cells.text(otherwise, &scratch), otherwise) }
        let moment = cell.isEmpty ? nil : try moment(cell, column, cells, &blocks)
        var from: String?
        if let address, address < cells.count {
            let text = cells.text(address, &scratch)
            if !text.isEmpty, text.count <= 45, TextEncoding.isUTF8(text) { from = String(decoding: text, as: UTF8.self) }
        }
        batch.consents.append(ProfileBatch.Consent(channel: .email, change: .subscribed, moment: moment, address: from))
    }

    mutating func add(_ channel: Channel, _ change: ConsentFact.Change, at moment: Int?) {
        batch.consents.append(ProfileBatch.Consent(channel: channel, change: change, moment: moment))
    }

    /// The moment in a cell that is not empty: a place among the batch's moments.
    mutating func moment(
        _ cell: UnsafeRawBufferPointer, _ column: Int, _ cells: RowCells, _ blocks: inout RecordBlocks
    ) throws(RowFault) -> Int {
        switch values.moment(cell, cells, &blocks) {
        case .empty: throw RowFault(.noDate, column: column)
        case .rejected(let detail): throw RowFault(.date, column: column, detail: detail)
        case .sheetNumber(let detail): throw RowFault(.sheetDate, column: column, detail: detail)
        case .moment(let read):
            let place = batch.moments.count
            if read.monthFirstSeconds != read.seconds { openMoments.append((place, read.monthFirstSeconds)) }
            batch.moments.append(read.seconds)
            return place
        }
    }
}
