import Facts
import Segments

/// What a column of an export says of a profile.
public enum ExportColumn: Sendable, Hashable {
    /// A column that every export may have.
    case standard(Standard)
    /// A property that the shop gave, by its name; more names lead into objects.
    case property([String])
    /// A score, group or change of group by another RFM model than the one that is shown: by its name or id.
    case rfm(Standard, model: String)

    /// The columns that every export may have, by our names, which are those of `perennial analyze` where it has them.
    public enum Standard: String, CaseIterable, Sendable {
        case profileID = "profile_id"
        case email
        case phoneNumber = "phone_number"
        case externalID = "external_id"
        case customerID = "customer_id"
        case firstName = "first_name"
        case lastName = "last_name"
        case organization, title
        case address1, address2, city, region, country, zip
        case createdAt = "created_at"
        case lastEventAt = "last_event_at"
        case joinedAt = "joined_at"
        case emailConsent = "email_consent"
        case emailConsentAt = "email_consent_at"
        case emailSuppressions = "email_suppressions"
        case smsConsent = "sms_consent"
        case smsConsentAt = "sms_consent_at"
        case firstOrderAt = "first_order_at"
        case lastOrderAt = "last_order_at"
        case historicNumberOfOrders = "historic_number_of_orders"
        case historicCLV = "historic_clv"
        case averageOrderValue = "average_order_value"
        case averageDaysBetweenOrders = "average_days_between_orders"
        case predictedNumberOfOrders = "predicted_number_of_orders"
        case predictedCLV = "predicted_clv"
        case predictedCLVLow = "predicted_clv_low"
        case predictedCLVHigh = "predicted_clv_high"
        case totalCLV = "total_clv"
        case churnProbability = "churn_probability"
        case probabilityOfOrder = "probability_of_order"
        case expectedDateOfNextOrder = "expected_date_of_next_order"
        case clvCategory = "clv_category"
        case purchaseLikelihood = "purchase_likelihood"
        case rfmRecency = "rfm_recency"
        case rfmFrequency = "rfm_frequency"
        case rfmMonetary = "rfm_monetary"
        case rfmGroup = "rfm_group"
        case previousRFMGroup = "previous_rfm_group"
        case rfmGroupChangedAt = "rfm_group_changed_at"
        case overdue
        case profileNumber = "profile_number"
        case emailConsentMethod = "email_consent_method"
        case emailConsentMethodDetail = "email_consent_method_detail"
        case emailConsentSource = "email_consent_source"
        case emailDoubleOptIn = "email_double_opt_in"
        case smsConsentMethod = "sms_consent_method"
        case smsConsentMethodDetail = "sms_consent_method_detail"
        case smsConsentSource = "sms_consent_source"
        case smsDoubleOptIn = "sms_double_opt_in"

        /// Whether exports have it where no columns are chosen.
        var isUsual: Bool {
            switch self {
            case .joinedAt, .profileNumber, .emailConsentMethod, .emailConsentMethodDetail, .emailConsentSource, .emailDoubleOptIn,
                .smsConsentMethod, .smsConsentMethodDetail, .smsConsentSource, .smsDoubleOptIn:
                false
            default: true
            }
        }

        /// Whether an RFM model says it.
        var isOfRFM: Bool {
            switch self {
            case .rfmRecency, .rfmFrequency, .rfmMonetary, .rfmGroup, .previousRFMGroup, .rfmGroupChangedAt: true
            default: false
            }
        }

        /// The name in Klaviyo's exports.
        public var klaviyoLabel: String {
            switch self {
            case .profileID: "Klaviyo ID"
            case .email: "Email"
            case .phoneNumber: "Phone Number"
            case .externalID: "External ID"
            case .customerID: "Customer ID"
            case .firstName: "First Name"
            case .lastName: "Last Name"
            case .organization: "Organization"
            case .title: "Title"
            case .address1: "Address"
            case .address2: "Address 2"
            case .city: "City"
            case .region: "State / Region"
            case .country: "Country"
            case .zip: "Zip Code"
            case .createdAt: "Profile Created On"
            case .lastEventAt: "Last Active"
            case .joinedAt: "Date Added"
            case .emailConsent: "Email Marketing Consent"
            case .emailConsentAt: "Email Marketing Consent Timestamp"
            case .emailSuppressions: "Email Suppressions"
            case .smsConsent: "SMS Marketing Consent"
            case .smsConsentAt: "SMS Marketing Consent Timestamp"
            case .firstOrderAt: "First Order Date"
            case .lastOrderAt: "Last Order Date"
            case .historicNumberOfOrders: "Historic Number Of Orders"
            case .historicCLV: "Historic Customer Lifetime Value"
            case .averageOrderValue: "Average Order Value"
            case .averageDaysBetweenOrders: "Average Days Between Orders"
            case .predictedNumberOfOrders: "Predicted Number Of Orders"
            case .predictedCLV: "Predicted Customer Lifetime Value"
            case .predictedCLVLow: "Predicted Customer Lifetime Value Low"
            case .predictedCLVHigh: "Predicted Customer Lifetime Value High"
            case .totalCLV: "Total Customer Lifetime Value"
            case .churnProbability: "Churn Risk Prediction"
            case .probabilityOfOrder: "Probability Of Order"
            case .expectedDateOfNextOrder: "Expected Date Of Next Order"
            case .clvCategory: "CLV Category"
            case .purchaseLikelihood: "Purchase Likelihood"
            case .rfmRecency: "RFM Recency"
            case .rfmFrequency: "RFM Frequency"
            case .rfmMonetary: "RFM Monetary"
            case .rfmGroup: "Current RFM Group"
            case .previousRFMGroup: "Previous RFM Group"
            case .rfmGroupChangedAt: "RFM Group Last Changed"
            case .overdue: "Overdue"
            case .profileNumber: "Profile Number"
            case .emailConsentMethod: "Email Marketing Consent Method"
            case .emailConsentMethodDetail: "Email Marketing Consent Method Detail"
            case .emailConsentSource: "Email Marketing Consent Source"
            case .emailDoubleOptIn: "Email Marketing Double Opt-In"
            case .smsConsentMethod: "SMS Marketing Consent Method"
            case .smsConsentMethodDetail: "SMS Marketing Consent Method Detail"
            case .smsConsentSource: "SMS Marketing Consent Source"
            case .smsDoubleOptIn: "SMS Marketing Double Opt-In"
            }
        }
    }

    /// The column of our name, of Klaviyo's label in any case, of a property as `properties['Favorite Color']`, or of an RFM model as
    /// `rfm_group['VIP']`; `nil` for anything else.
    public init?(named name: String) {
        let folded = name.lowercased()
        if let column = Standard(rawValue: folded) ?? Standard.allCases.first(where: { $0.klaviyoLabel.lowercased() == folded }) {
            self = .standard(column)
        } else if case .custom(let names) = ProfileProperty(spelled: name) {
            self = .property(names)
        } else if let bracket = name.firstIndex(of: "["), let column = Standard(rawValue: name[..<bracket].lowercased()), column.isOfRFM,
            case .custom(let names) = ProfileProperty(spelled: Self.properties + name[bracket...]), names.count == 1
        {
            self = .rfm(column, model: names[0])
        } else {
            return nil
        }
    }

    private static let properties = "properties"

    /// The name by which ``init(named:)`` finds it.
    public var spelling: String {
        switch self {
        case .standard(let column): column.rawValue
        case .property(let names): ProfileProperty.custom(names).spelled
        case .rfm(let column, let model): column.rawValue + ProfileProperty.custom([model]).spelled.dropFirst(Self.properties.count)
        }
    }

    /// What stands at the head of the column by default.
    public var name: String {
        switch self {
        case .standard(let column): column.rawValue
        case .property(let names): names.joined(separator: ".")
        case .rfm: spelling
        }
    }

    /// What stands at its head in Klaviyo's exports.
    public var klaviyoLabel: String {
        switch self {
        case .standard(let column): column.klaviyoLabel
        case .property(let names): names.joined(separator: ".")
        case .rfm(let column, let model): "\(column.klaviyoLabel) (\(model))"
        }
    }
}

extension Shop {
    /// The RFM models that some columns name, by what they are called there.
    ///
    /// - Returns: `nil` for one that is not there, or not any more.
    func rfmModels(of columns: [ExportColumn]) -> [String: RFMModelNumber?] {
        var models: [String: RFMModelNumber?] = [:]
        for case .rfm(_, let model) in columns where models[model] == nil { models[model] = .some(rfmModel(called: model)?.number) }
        return models
    }

    /// The first RFM model that columns name and that is not there.
    public func missingRFMModel(of columns: [ExportColumn]) -> String? {
        rfmModels(of: columns).filter { $0.value == nil }.keys.min()
    }
}
