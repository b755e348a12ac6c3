import CustomerValue
import Facts
import JSON
import Population
import Reports
import Shop
import Wording

/// One person's group on a day, and every change of it until then.
struct PersonGroups {
    private let standing: RFMOfPerson
    /// The latest first.
    private let changes: [PastRFMGroup]
    private let zone: ShopTimeZone

    init(of profile: ProfileNumber, on day: ShopDay, by model: RFMModelNumber, in shop: Shop) {
        standing = shop.rfm(of: profile, on: day, by: model)
        zone = shop.settings.timeZone
        let zone = zone
        changes = shop.rfmHistory(of: profile, by: model).filter { zone.day(of: $0.change.at) <= day }
    }

    /// The group in a sentence, and a table of changes.
    func text(_ words: Words) -> String {
        let sentence = sentence(words)
        guard !changes.isEmpty else { return sentence }
        var table = [[words(Phrase.RFM.day), words(Phrase.Groups.group), words(Phrase.RFM.scores), words(Phrase.RFM.cause)]]
        for past in changes {
            let scores = past.change.current
            let cause = words(past.change.cause.phrase)
            table.append([
                words.format.date(zone.day(of: past.change.at)), words(scores?.group.phrase ?? Phrase.RFM.nothingLeft),
                scores.map { "\($0.recency)\($0.frequency)\($0.monetary)" } ?? "",
                past.change.isReconstructed ? "\(cause) (\(words(Phrase.RFM.workedOutLater)))" : cause,
            ])
        }
        return sentence + "\n\n" + aligned(table, leftLast: true)
    }

    private func sentence(_ words: Words) -> String {
        if let known = standing.standing {
            return words.groupStanding(
                words(known.current.phrase), since: known.changedAt.map { words.format.date(zone.day(of: $0)) },
                previous: known.previous.map { words($0.phrase) })
        }
        switch standing.missing {
        case .objected: return words(Phrase.RFM.objected)
        case .notYet: return words(Phrase.RFM.noGroupYet)
        case .processing: return words(Phrase.RFM.groupProcessing)
        case .noOrder, .noPurchase, nil: return words(Phrase.RFM.noPurchase)
        }
    }

    var json: String {
        var json = JSONWriter()
        json.object { json in
            for part in RFMOfPerson.Part.allCases {
                json.key(part.rawValue)
                standing.write(part, to: &json)
            }
            json.array("changes") { json in
                for past in changes {
                    json.object { json in
                        for part in PastRFMGroup.Part.allCases {
                            json.key(part.rawValue)
                            past.write(part, to: &json)
                        }
                    }
                }
            }
        }
        return json.text
    }
}
