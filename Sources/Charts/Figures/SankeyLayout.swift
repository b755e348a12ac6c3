/// Where the bars and bands of a ``Sankey`` lie.
struct SankeyLayout {
    /// A place with something in it.
    struct Side {
        /// Its index among all places of its side.
        let index: Int
        /// All that leaves or reaches it.
        var value: Double
    }

    /// A place's bar, from the top of all.
    struct Bar {
        var top: Double
        var height: Double
        /// The middle of the room that the bar and its label have.
        var middle: Double
        var value: Double
    }

    /// A flow's band; places are counted among those that are drawn.
    struct Band {
        var from: Int
        var to: Int
        var value: Double
        var top1: Double
        var top2: Double
        var thickness: Double
    }

    /// Everything in its place.
    struct Placed {
        var start: [Bar]
        var end: [Bar]
        var bands: [Band]
        var height: Double
    }

    /// The places of the start that something leaves.
    private(set) var start: [Side] = []
    /// The places of the end that something reaches.
    private(set) var end: [Side] = []
    /// What is drawn, by places among ``start`` and ``end``.
    private(set) var flows: [(from: Int, to: Int, value: Double)] = []

    init(_ sankey: Sankey) {
        let starts = min(sankey.start.count, Sankey.most)
        let ends = min(sankey.end.count, Sankey.most)
        var values = [Double](repeating: 0, count: starts * ends)
        for flow in sankey.flows where flow.value.isDrawable && flow.value > 0 {
            guard (0..<starts).contains(flow.from), (0..<ends).contains(flow.to) else { continue }
            values[flow.from * ends + flow.to] += flow.value
        }
        let leaving = (0..<starts).map { from in (0..<ends).reduce(0) { $0 + values[from * ends + $1] } }
        let reaching = (0..<ends).map { to in (0..<starts).reduce(0) { $0 + values[$1 * ends + to] } }
        start = leaving.indices.filter { leaving[$0] > 0 }.map { Side(index: $0, value: leaving[$0]) }
        end = reaching.indices.filter { reaching[$0] > 0 }.map { Side(index: $0, value: reaching[$0]) }
        for (from, side) in start.enumerated() {
            for (to, other) in end.enumerated() {
                let value = values[side.index * ends + other.index]
                if value > 0 { flows.append((from, to, value)) }
            }
        }
    }

    /// Bars and bands.
    ///
    /// - Parameters:
    ///   - slot: the least height that a place and its label need.
    ///   - height: of all bars of a side together.
    func placed(slot: Double, height: Double) -> Placed {
        let all = start.reduce(0) { $0 + $1.value }
        let scale = all > 0 ? height / all : 0
        let (lefts, leftHeight) = Self.bars(start, slot: slot, scale: scale)
        let (rights, rightHeight) = Self.bars(end, slot: slot, scale: scale)
        var (left, right) = (lefts, rights)
        let whole = max(leftHeight, rightHeight)
        // The shorter side stands in the middle of the longer one.
        for place in left.indices { left[place].shift(by: (whole - leftHeight) / 2) }
        for place in right.indices { right[place].shift(by: (whole - rightHeight) / 2) }
        var leaving = left.map(\.top)
        var reaching = right.map(\.top)
        let bands = flows.map { flow in
            let thickness = flow.value * scale
            defer {
                leaving[flow.from] += thickness
                reaching[flow.to] += thickness
            }
            return Band(
                from: flow.from, to: flow.to, value: flow.value, top1: leaving[flow.from], top2: reaching[flow.to], thickness: thickness)
        }
        return Placed(start: left, end: right, bands: bands, height: whole)
    }

    private static let gap = 10.0

    private static func bars(_ sides: [Side], slot: Double, scale: Double) -> ([Bar], Double) {
        var top = 0.0
        var bars: [Bar] = []
        for side in sides {
            let height = side.value * scale
            let room = max(slot, height)
            bars.append(Bar(top: top + (room - height) / 2, height: height, middle: top + room / 2, value: side.value))
            top += room + gap
        }
        return (bars, max(0, top - gap))
    }
}

extension SankeyLayout.Bar {
    fileprivate mutating func shift(by distance: Double) {
        top += distance
        middle += distance
    }
}
