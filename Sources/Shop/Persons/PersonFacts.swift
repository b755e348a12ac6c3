import CustomerValue
import Facts
import JSON
import Journal
import Population

/// What the journal holds of a person, fact by fact.
struct PersonFacts {
    private let file: PersonFile
    private let metrics: [Metric]
    /// Every word on being written to, with its proof.
    private(set) var consents: [[UInt8]] = []
    /// Joining and leaving of lists and segments, and changes of RFM groups.
    private(set) var memberships: [[UInt8]] = []
    /// What was told of the person, as it was told.
    private(set) var changes: [[UInt8]] = []

    init(_ file: PersonFile) {
        self.file = file
        metrics = file.shop.read { $0.allMetrics }
    }

    /// Reads the journal from end to end.
    ///
    /// - Parameter event: takes each event, in the order in which they were taken in.
    mutating func read(_ event: ([UInt8]) throws -> Void) throws {
        let profiles = Set(file.profiles)
        try file.shop.journal.forEachBlock(after: 0) { block in
            try block.forEachFact { fact, sequence, recordedAt in
                guard concerns(fact, profiles), let json = take(fact, sequence, recordedAt) else { return }
                try event(json)
            }
        }
    }

    private func concerns(_ fact: Fact, _ profiles: Set<ProfileNumber>) -> Bool {
        if case .merge(let fact) = fact { return profiles.contains(fact.from) || profiles.contains(fact.into) }
        return fact.profile.map { profiles.contains($0) } ?? false
    }

    /// Keeps a fact; an event is given back as JSON.
    private mutating func take(_ fact: Fact, _ sequence: UInt64, _ recorded: Instant) -> [UInt8]? {
        switch fact {
        case .event(let fact): return event(fact, sequence, recorded)
        case .consent(let fact): consents.append(consent(fact, recorded))
        case .profile(let fact): changes.append(change(fact, recorded))
        case .membership(let fact):
            memberships.append(
                object { json in
                    json.member("list", listName(fact.list))
                    json.member("what", fact.isMember ? "joined" : "left")
                    json.member("at", Instant(fact.seconds).description)
                })
        case .segment(let fact):
            memberships.append(
                object { json in
                    json.member("segment", segmentName(fact.segment))
                    json.member("what", fact.isMember ? "entered" : "left")
                    json.member("at", Instant(fact.seconds).description)
                })
        case .rfm(let fact):
            memberships.append(
                object { json in
                    json.member("rfm_group", fact.standing.flatMap { RFMGroup(place: Int($0.group)) }?.rawValue)
                    // By which model, where it is not the one that is always there.
                    if fact.model != .standard { json.member("rfm_model", modelName(fact.model)) }
                    json.member("what", "became")
                    json.member("at", Instant(fact.seconds).description)
                    json.member("cause", fact.cause.name)
                    json.member("is_reconstructed", fact.isReconstructed)
                })
        case .profiling(let fact):
            changes.append(
                object { json in
                    json.member("recorded_at", recorded.description)
                    json.member("objected_to_profiling", fact.isObjected)
                })
        case .merge(let fact):
            changes.append(
                object { json in
                    json.member("recorded_at", recorded.description)
                    json.member("merged_profile", file.shop.ids.id(.profile, UInt64(fact.from.row)))
                    json.member("into_profile", file.shop.ids.id(.profile, UInt64(fact.into.row)))
                })
        case .erasure, .metric, .model: break
        }
        return nil
    }

    private func event(_ fact: EventFact, _ sequence: UInt64, _ recorded: Instant) -> [UInt8] {
        object { json in
            json.member("id", file.shop.ids.id(.event, sequence))
            json.member("metric", fact.metric.index < metrics.count ? metrics[fact.metric.index].name : "")
            json.member("at", Instant(fact.seconds).description)
            json.member("recorded_at", recorded.description)
            json.member("value", fact.value)
            json.member("currency", fact.currency?.code)
            json.member("came_by", Self.name(fact.source))
            embed("properties", fact.properties, in: &json)
        }
    }

    private func consent(_ fact: ConsentFact, _ recorded: Instant) -> [UInt8] {
        object { json in
            json.member("channel", fact.channel.name)
            json.member("what", Self.name(fact.change))
            json.member("at", Instant(fact.seconds).description)
            json.member("recorded_at", recorded.description)
            embed("proof", fact.proof, in: &json)
        }
    }

    private func change(_ fact: ProfileFact, _ recorded: Instant) -> [UInt8] {
        object { json in
            json.member("recorded_at", recorded.description)
            json.member("is_first", fact.isNew)
            embed("change", fact.change, in: &json)
        }
    }

    private func embed(_ name: String, _ bytes: ArraySlice<UInt8>, in json: inout JSONWriter) {
        json.member(name, bytes.isEmpty ? nil : (try? JSONDocument(bytes))?.root)
    }

    private func listName(_ list: ListNumber) -> String { file.listName(list) }

    private func segmentName(_ segment: SegmentNumber) -> String {
        file.shop.definitions.segment(segment)?.name ?? file.shop.ids.id(segment)
    }

    private func modelName(_ model: RFMModelNumber) -> String { file.shop.rfmModel(model)?.name ?? file.shop.ids.id(model) }

    private static func name(_ source: FactSource) -> String {
        switch source {
        case .api: "API"
        case .client: "browser"
        case .importFile: "import"
        case .webhook: "webhook"
        case .shop: "shop"
        case .page: "page"
        }
    }

    private static func name(_ change: ConsentFact.Change) -> String {
        switch change {
        case .subscribed: "subscribed"
        case .unsubscribed: "unsubscribed"
        case .suppressed: "suppressed"
        case .unsuppressed: "unsuppressed"
        case .hardBounced: "hard bounced"
        case .spamComplaint: "complained of spam"
        case .invalidAddress: "address is invalid"
        case .pending: "asked to confirm"
        }
    }
}

/// A JSON object as bytes.
func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(body)
    return json.bytes
}

extension Instant {
    /// The moment of a fact.
    init(_ seconds: UInt32) { self.init(secondsSince1970: Int64(seconds)) }
}

extension Channel {
    /// The channel's name in the API.
    var name: String {
        switch self {
        case .email: "email"
        case .sms: "sms"
        case .push: "push"
        case .whatsapp: "whatsapp"
        }
    }
}
