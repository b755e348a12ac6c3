/// Why an export did not become a file.
public enum ExportFault: String, Sendable, CaseIterable {
    /// The disk is full, or the folder may not be written.
    case notWritable = "not-writable"
    /// The server was started without a folder for scheduled exports.
    case noFolder = "no-folder"
    case scheduleGone = "schedule-gone"
    /// The list or segment is not there any more.
    case groupGone = "group-gone"
    /// The RFM model of some columns is not there any more.
    case modelGone = "model-gone"
    /// Rows would have been missing.
    case rowsMissing = "rows-missing"
    /// Who is in the segment was not known yet.
    case stillCounting = "still-counting"
    /// What was asked for was written by another version.
    case orderUnreadable = "order-unreadable"
    /// The audit log could not be written, without which nothing leaves the shop.
    case notAudited = "not-audited"
}
