import CustomerValue
import Facts
import Population
import Shop

/// Fills the list of people: one pass over the columns.
struct ProfilesModelQuery {
    let shop: Shop

    func model(_ query: ProfileQuery) -> ProfilesModel {
        let standing = shop.models.standing
        let text = query.text.lowercased()
        let byID = shop.ids.profile(query.text)
        return shop.read { population in
            var found: [(profile: ProfileNumber, key: Double)] = []
            for row in 0..<population.profileCount {
                let profile = ProfileNumber(UInt32(row))
                guard population.isLive(profile) else { continue }
                if let byID {
                    guard profile == byID else { continue }
                } else if !text.isEmpty, !Self.matches(profile, text, population) {
                    continue
                }
                let score = population.scores[profile]
                if let group = query.group, score?.rfm?.group != group { continue }
                guard let key = Self.key(query.order, profile, score) else { continue }
                found.append((profile, key))
            }
            found.sort { ($1.key, $0.profile) < ($0.key, $1.profile) }
            let start = min(found.count, (query.page - 1) * ProfileQuery.rowsPerPage)
            let rows = found[start..<min(found.count, start + ProfileQuery.rowsPerPage)].map { Self.row($0.profile, population, shop.ids) }
            return ProfilesModel(query: query, rows: rows, total: found.count, basis: PredictionBasis(standing))
        }
    }

    /// Whether a name, an address or another identity begins with a text.
    private static func matches(_ profile: ProfileNumber, _ text: String, _ population: Population) -> Bool {
        for kind in IdentityKind.allCases {
            for identity in population.allIdentities(kind, of: profile) where identity.lowercased().hasPrefix(text) { return true }
        }
        let first = population.text("first_name", of: profile)?.lowercased() ?? ""
        let last = population.text("last_name", of: profile)?.lowercased() ?? ""
        return first.hasPrefix(text) || last.hasPrefix(text) || "\(first) \(last)".hasPrefix(text)
    }

    /// By what a profile stands in an order, highest first; `nil` where it has no place in it.
    private static func key(_ order: ProfileQuery.Order, _ profile: ProfileNumber, _ score: CustomerScore?) -> Double? {
        switch order {
        case .newest: return Double(profile.row)
        case .lastOrder: return Double(score?.lastOrder?.secondsSince1970 ?? -1)
        case .totalValue: return score.map { Double($0.totalMinorUnits ?? $0.historicMinorUnits) } ?? -.greatestFiniteMagnitude
        case .predictedValue: return score?.prediction.map { Double($0.clvMinorUnits) } ?? -.greatestFiniteMagnitude
        case .atStake:
            guard let prediction = score?.prediction, prediction.isOverdue else { return nil }
            return Double(prediction.clvMinorUnits) * prediction.churnProbability
        }
    }

    private static func row(_ profile: ProfileNumber, _ population: Population, _ ids: PublicIDs) -> ProfilesModel.Row {
        let score = population.scores[profile]
        return ProfilesModel.Row(
            profile: ProfileName(profile, population, ids), numberOfOrders: Int(score?.numberOfOrders ?? 0), lastOrder: score?.lastOrder,
            historicMinorUnits: score?.historicMinorUnits ?? 0, predicted: score?.prediction.map { MoneyEstimate($0) },
            churnProbability: score?.prediction?.churnProbability, isOverdue: score?.prediction?.isOverdue ?? false,
            group: score?.rfm?.group)
    }
}
