/// A binary tree that gives each row of features a number.
struct RegressionTree: Sendable {
    /// A split, or a leaf where `feature` is negative.
    struct Node: Sendable {
        var feature: Int32 = -1
        /// Values at most this go left.
        var border: Float = 0
        /// The left child; the right one follows it.
        var left: Int32 = 0
        /// What a leaf gives.
        var value: Float = 0
    }

    /// The root comes first.
    fileprivate(set) var nodes: [Node]

    /// Whether it tells rows apart at all.
    var hasSplits: Bool { nodes.count > 1 }

    /// The number of a row of features.
    @inline(__always)
    func value(_ row: UnsafeBufferPointer<Float>) -> Float {
        nodes.withUnsafeBufferPointer { nodes in
            var place = 0
            // A tree is as deep as its options say, and children come after their parents: this ends.
            while nodes[place].feature >= 0 {
                let node = nodes[place]
                // What is not a number is above no border: it goes with the lowest, as in training.
                place = Int(node.left) + (row[Int(node.feature)] > node.border ? 1 : 0)
            }
            return nodes[place].value
        }
    }
}

/// Grows one tree on gradients: the leaves take Newton's step, splits are where that gains most (Chen & Guestrin 2016, eq. 6 and 7).
struct TreeGrower {
    let features: BinnedFeatures
    let depth: Int
    /// How much of Newton's step a leaf takes.
    let rate: Double
    /// The weight of a prior leaf of zero, in units of the curvature: about so many expected purchases.
    private let leafPenalty = 30.0
    /// The least curvature of a leaf.
    private let leastInLeaf = 10.0

    init(features: BinnedFeatures, depth: Int, rate: Double) {
        self.features = features
        self.depth = depth
        self.rate = rate
    }

    private struct Sums {
        var gradient = 0.0
        var curvature = 0.0
        /// What the best leaf value gains over none.
        func gain(_ penalty: Double) -> Double { gradient * gradient / (curvature + penalty) }
    }

    /// - Parameters:
    ///   - rows: the rows to grow on.
    ///   - chosen: the features that may split.
    ///   - gradient: minus the derivative of the loss by the row's log mean: what a leaf should add.
    ///   - curvature: its second derivative.
    func grow(rows: [Int32], chosen: [Int], gradient: [Float], curvature: [Float]) -> RegressionTree {
        var tree = RegressionTree(nodes: [RegressionTree.Node()])
        var open: [(node: Int, rows: [Int32])] = [(0, rows)]
        for level in 0...depth {
            var next: [(node: Int, rows: [Int32])] = []
            for (node, members) in open {
                var total = Sums()
                for row in members {
                    total.gradient += Double(gradient[Int(row)])
                    total.curvature += Double(curvature[Int(row)])
                }
                let split =
                    level < depth
                    ? bestSplit(members, chosen: chosen, gradient: gradient, curvature: curvature, total: total) : nil
                guard let split else {
                    tree.nodes[node].value = Float(rate * total.gradient / (total.curvature + leafPenalty))
                    continue
                }
                let left = tree.nodes.count
                tree.nodes[node].feature = Int32(split.feature)
                tree.nodes[node].border = features.borders[split.feature][split.bin]
                tree.nodes[node].left = Int32(left)
                tree.nodes.append(RegressionTree.Node())
                tree.nodes.append(RegressionTree.Node())
                var below: [Int32] = []
                var above: [Int32] = []
                for row in members {
                    if Int(features.bins[Int(row) * features.width + split.feature]) <= split.bin {
                        below.append(row)
                    } else {
                        above.append(row)
                    }
                }
                next.append((left, below))
                next.append((left + 1, above))
            }
            open = next
        }
        return tree
    }

    private func bestSplit(
        _ rows: [Int32], chosen: [Int], gradient: [Float], curvature: [Float], total: Sums
    ) -> (feature: Int, bin: Int)? {
        let stride = BinnedFeatures.mostBins
        var sums = [Sums](repeating: Sums(), count: chosen.count * stride)
        sums.withUnsafeMutableBufferPointer { sums in
            features.bins.withUnsafeBufferPointer { bins in
                for row in rows {
                    let start = Int(row) * features.width
                    let g = Double(gradient[Int(row)])
                    let h = Double(curvature[Int(row)])
                    for (place, feature) in chosen.enumerated() {
                        let cell = place * stride + Int(bins[start + feature])
                        sums[cell].gradient += g
                        sums[cell].curvature += h
                    }
                }
            }
        }
        var best: (feature: Int, bin: Int)?
        var bestGain = total.gain(leafPenalty) + 1e-9
        for (place, feature) in chosen.enumerated() {
            var left = Sums()
            for bin in features.borders[feature].indices {
                left.gradient += sums[place * stride + bin].gradient
                left.curvature += sums[place * stride + bin].curvature
                let right = Sums(gradient: total.gradient - left.gradient, curvature: total.curvature - left.curvature)
                guard left.curvature >= leastInLeaf, right.curvature >= leastInLeaf else { continue }
                let gain = left.gain(leafPenalty) + right.gain(leafPenalty)
                if gain > bestGain {
                    bestGain = gain
                    best = (feature, bin)
                }
            }
        }
        return best
    }
}
