import Facts
import Shop

/// The page on which a list or segment becomes a file.
struct ExportModel: Sendable {
    /// An export that was asked for.
    struct Job: Sendable {
        enum State: Sendable { case waiting, ready, gone, failed }

        var id: String
        var at: Instant
        var who: String
        var rows: Int
        var columns: Int
        var preset: ExportStyle.Preset
        var state: State
        /// Why there is no file, in words of the program.
        var fault: String?
    }

    var kind: ProfileGroup
    var id: String
    var name: String
    var members: Int
    /// What is ticked.
    var columns: [ExportColumn.Standard]
    var preset: ExportStyle.Preset
    /// Newest first.
    var jobs: [Job]
    /// Whether no column was ticked.
    var lacksColumns = false
}

/// Columns that belong together.
enum ExportTheme: CaseIterable {
    case person, place, consent, orders, predictions, rfm

    /// The columns that are offered, as the file has them.
    var columns: [ExportColumn.Standard] {
        switch self {
        case .person:
            [.email, .firstName, .lastName, .phoneNumber, .customerID, .externalID, .profileID, .organization, .title, .joinedAt]
        case .place: [.address1, .address2, .zip, .city, .region, .country]
        case .consent: [.emailConsent, .emailConsentAt, .emailSuppressions, .smsConsent, .smsConsentAt]
        case .orders:
            [
                .firstOrderAt, .lastOrderAt, .historicNumberOfOrders, .historicCLV, .averageOrderValue, .averageDaysBetweenOrders,
                .lastEventAt, .createdAt,
            ]
        case .predictions:
            [
                .predictedCLV, .predictedCLVLow, .predictedCLVHigh, .totalCLV, .churnProbability, .predictedNumberOfOrders,
                .probabilityOfOrder, .expectedDateOfNextOrder, .overdue, .clvCategory, .purchaseLikelihood,
            ]
        case .rfm: [.rfmGroup, .previousRFMGroup, .rfmGroupChangedAt, .rfmRecency, .rfmFrequency, .rfmMonetary]
        }
    }

    /// What is ticked at first: who they are, and what they are worth.
    static let usual: [ExportColumn.Standard] = [
        .email, .firstName, .lastName, .lastOrderAt, .historicNumberOfOrders, .historicCLV, .averageOrderValue, .predictedCLV, .totalCLV,
        .churnProbability, .expectedDateOfNextOrder, .clvCategory, .purchaseLikelihood, .rfmGroup,
    ]
}
