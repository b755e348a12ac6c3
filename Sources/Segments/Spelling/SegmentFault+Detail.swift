import Facts

// What is wrong, in English, as the API and the commands say it.

extension SegmentFault.Reason {
    /// In English: what was found, and what is allowed.
    public var detail: String {
        switch self {
        case .shape(let shape): shape.detail
        case .value(let value): value.detail
        case .name(let name): name.detail
        case .metric(let metric): metric.detail
        case .question(let question): question.detail
        }
    }
}

extension SegmentFault.Shape {
    fileprivate var detail: String {
        switch self {
        case .noDefinition: "This is no definition."
        case .noObject: "This must be an object."
        case .noArray: "This must be an array."
        case .noText: "This must be a text."
        case .noNumber: "This must be a number."
        case .noBool: "This must be true or false."
        case .noTextOrNumber: "This must be a text or a number."
        case .noShortText(let most): "This must be a text of at most \(most.grouped) bytes."
        case .noWhole(let range): "This must be a whole number from \(range.lowerBound) to \(range.upperBound)."
        case .longerThan(let bytes): "This is longer than \(bytes) bytes."
        case .missing(let name): "\"\(name)\" is required."
        case .meansNothing(let name, let near): "\"\(name.prefix(64))\" means nothing here.\(near.advice)"
        case .elements(let count, let taken): "There are \(count) elements; \(taken.lowerBound) to \(taken.upperBound) are taken."
        case .tooManyConditions(let most): "A segment has at most \(most) conditions."
        case .tooDeep(let most): "Conditions stand deeper in each other than \(most)."
        case .oneOf(let one, let other): "Give either \"\(one)\" or \"\(other)\"."
        }
    }
}

extension SegmentFault.Value {
    fileprivate var detail: String {
        switch self {
        case .unknownWord(let word, let near): return "\"\(word.prefix(64))\" is not known here.\(near.advice)"
        case .noMoment(let text): return "\"\(text.prefix(64))\" is no date and time such as 2026-03-01T00:00:00Z."
        case .outsideYears(let text): return "\(text.prefix(64)) lies outside of the years 1970 to 2105."
        case .endBeforeStart(let end, let start):
            return "The end, \(Timestamp.text(end)), lies before the start, \(Timestamp.text(start))."
        case .endBelowStart(let end, let start): return "The end, \(end), is less than the start, \(start)."
        case .endNearerThanStart(let end, let start):
            return "The end, \(end), is less than the start, \(start): between 10 and 20 days ago is \"start\": 10, \"end\": 20."
        case .noPercentage: return "This must be more than 0, and 100 at most."
        case .noDistance: return "A distance is from 0 to \(DefinitionLimits.distance.grouped)."
        case .badPattern(let fault): return "This \(fault.detail)."
        case .noCountry(let text): return "\"\(text.prefix(16))\" is no country code such as US or GB."
        case .noRFMGroup(let word, let near): return "\"\(word.prefix(64))\" is no RFM group.\(near.advice)"
        case .noOperatorOfWords: return "Allowed: equals, not-equals, in, not-in."
        case .emptyPropertyName: return "This must name a property."
        case .emptyWorthName: return "This must name a property, or be null for \"$value\"."
        case .noModelName: return "This must be the id or the name of an RFM model."
        }
    }
}

extension SegmentFault.Name {
    fileprivate var detail: String {
        switch self {
        case .noProfileProperty(let name, let near):
            return "\"\(name.prefix(64))\" is no property of every profile. Custom ones are written properties['\(name.prefix(64))']."
                + near.advice
        case .noRFMModel(let name): return "There is no RFM model \"\(name.prefix(64))\"."
        case .noGroup(let name, let near): return "There is no list and no segment named \"\(name.prefix(64))\".\(near.thereAre)"
        case .noGroupID(let id, let idOfName):
            return "There is no list and no segment with the id \"\(id.prefix(64))\"."
                + (idOfName.map { " One has that name: its id is \($0)." } ?? "")
        case .severalGroups(let name, let count, let ids):
            return "\(count) lists and segments are named \"\(name.prefix(64))\": name one by its id in group_ids "
                + "(\(ids.joined(separator: ", ")))."
        case .noPostalCodes(let country):
            return "No places of postal codes are known of \(country.prefix(3)): perennial places load takes a file of them."
        case .noPostalCode(let code, let country, let known):
            return "The postal code \(code.prefix(16)) is none of the \(known) that are known of \(country.prefix(3))."
        }
    }
}

extension SegmentFault.Metric {
    fileprivate var detail: String {
        switch self {
        case .none(let name, let near): return "There is no metric named \"\(name.prefix(64))\".\(near.thereAre)"
        case .noID(let id, let isName):
            return "There is no metric with the id \"\(id.prefix(64))\"."
                + (isName ? " One has that name: give it as metric_name." : "")
        case .noneOfGroup(let text, let isID, let near):
            let what = isID ? "with the id \(text.prefix(64))" : "named \"\(text.prefix(64))\""
            let meant = near.map { "\"\($0.name.prefix(64))\" (\($0.id))" }.joined(separator: " or ")
            return "There is no metric \(what)." + (near.isEmpty ? "" : " Did you mean \(meant)?")
        case .ofItself: return "A custom metric cannot be made of itself: name metrics."
        case .ofCustomMetric(let name):
            return "\"\(name.prefix(64))\" is a custom metric, and these are made of metrics alone, so that none can turn in a circle: "
                + "repeat its groups here."
        case .stepOfCustomMetric(let name):
            return "\"\(name.prefix(64))\" is a custom metric: steps of funnels are metrics, with metric_filters."
        case .sameGroup(let place): return "This says the same as metric_groups/\(place)."
        case .worthOfCount: return "Events are only counted: with the aggregation_method \"value\" they may be worth something."
        case .dates:
            return "What an event counts for must not change as time goes by: dates can be asked for in segments alone."
        case .measureOfCount(let name, let measurement):
            return "\"\(name.prefix(64))\" only counts, so that there is no \(measurement.rawValue) of it: "
                + "give it the aggregation_method \"value\", or measure \"count\"."
        }
    }
}

extension SegmentFault.Question {
    fileprivate var detail: String {
        switch self {
        case .customObjects: return "There are no custom objects here."
        case .whatsApp: return "WhatsApp is not a channel here."
        case .rcs: return "RCS is not a channel here."
        case .gender: return "Nobody's gender is guessed here."
        case .channelAffinity: return "Which channel somebody answers to is not predicted here."
        case .firstStepMissing: return "The first step must have happened."
        case .timeOfNoMembers: return "A time can be asked of members alone."
        case .notOfModels(let all):
            return "Only RFM scores, groups and the date of their change are those of a model: \(all.joined(separator: ", "))."
        case .tooManyValues(let property, let mebibytes):
            return "The property \"\(property.prefix(64))\" has more different values than segments can keep "
                + "(\(mebibytes) MiB over all properties)."
        case .tooManyProperties(let most, let asked, let more, let example):
            return "Segments may ask for \(most) properties of events, and ask for \(asked) already; "
                + "\(more) more, such as \"\(example.prefix(64))\", are too many."
        case .noColumn(let name): return "The property \(name) has no column."
        case .notInJava:
            return "Spark matches by Java's regular expressions, which cannot say this one: \\C is a byte, not a character."
        }
    }
}

extension NearNames {
    /// What may be meant, or what is allowed.
    fileprivate var advice: String {
        if !nearest.isEmpty { return meant }
        return known.isEmpty ? " There are none." : " Allowed: \(listed)."
    }

    /// What may be meant, or what there is.
    fileprivate var thereAre: String {
        if !nearest.isEmpty { return meant }
        return known.isEmpty ? " There is none yet." : " There are: \(listed)."
    }

    private var meant: String { " Did you mean \(nearest.joined(separator: ", "))?" }
    private var listed: String { known.joined(separator: ", ") + (isCut ? ", ..." : "") }
}

extension Int {
    /// With commas between thousands, of those that there are here.
    fileprivate var grouped: String {
        let digits = "\(self)"
        guard digits.count > 3 else { return digits }
        return "\(digits.dropLast(3)),\(digits.suffix(3))"
    }
}
