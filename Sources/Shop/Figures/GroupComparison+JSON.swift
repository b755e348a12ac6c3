import Facts
public import JSON
import Population

extension GroupComparison {
    /// What a comparison says, in the order in which it is written.
    public enum Part: String, CaseIterable, Sendable {
        case first
        case second
        case inBoth = "in_both"
        case onlyInFirst = "only_in_first"
        case onlyInSecond = "only_in_second"
        case differences
    }

    /// Writes one part as a JSON value; amounts in major units.
    ///
    /// - Parameter id: the public id of a group.
    public func write(_ part: Part, to json: inout JSONWriter, id: (FiguredGroup) -> String?) {
        switch part {
        case .first: first.write(to: &json) { $0.member("id", id(first.group)) }
        case .second: second.write(to: &json) { $0.member("id", id(second.group)) }
        case .inBoth: FigureWriter(inBoth, first.currency).write(to: &json)
        case .onlyInFirst: FigureWriter(onlyInFirst, first.currency).write(to: &json)
        case .onlyInSecond: FigureWriter(onlyInSecond, first.currency).write(to: &json)
        case .differences: json.array { json in for difference in differences { write(difference, to: &json) } }
        }
    }

    private func write(_ difference: GroupDifference, to json: inout JSONWriter) {
        let scale = difference.figure.isMoney ? Double(first.currency.minorUnitsPerMajor) : 1
        json.object { json in
            json.member("figure", difference.figure.rawValue)
            json.member("first", difference.first.map { $0 / scale })
            json.member("second", difference.second.map { $0 / scale })
            json.member("difference", difference.difference.map { $0 / scale })
            json.member("ratio", difference.ratio)
        }
    }
}
