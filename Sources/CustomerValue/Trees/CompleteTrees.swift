/// Trees filled up to the same depth, so that a row of features finds its leaf in each without a branch that depends on it.
///
/// Leaves that come early are split by a border that nothing is above, and their number stands in every leaf below: the same numbers come out.
struct CompleteTrees: Sendable {
    private struct Split {
        var feature = 0
        var border = Float.infinity
    }

    private let count: Int
    private let depth: Int
    /// Of each tree, level by level.
    private let splits: ContiguousArray<Split>
    /// Of each tree, from left to right.
    private let leaves: ContiguousArray<Float>

    /// Deeper trees are not filled up: most of their places would be empty.
    private static let mostLevels = 5

    /// `nil` for trees that are deeper.
    init?(_ trees: [RegressionTree]) {
        let depth = trees.map(Self.depth).max() ?? 0
        guard depth <= Self.mostLevels else { return nil }
        var splits: ContiguousArray<Split> = []
        var leaves: ContiguousArray<Float> = []
        for tree in trees {
            var level = [0]
            for _ in 0..<depth {
                var next: [Int] = []
                for place in level {
                    let node = tree.nodes[place]
                    let isLeaf = node.feature < 0
                    splits.append(isLeaf ? Split() : Split(feature: Int(node.feature), border: node.border))
                    next += isLeaf ? [place, place] : [Int(node.left), Int(node.left) + 1]
                }
                level = next
            }
            for place in level { leaves.append(tree.nodes[place].value) }
        }
        count = trees.count
        self.depth = depth
        self.splits = splits
        self.leaves = leaves
    }

    /// Splits on the longest way to a leaf. Children come after their parents.
    private static func depth(_ tree: RegressionTree) -> Int {
        var depths = [Int](repeating: 0, count: tree.nodes.count)
        for place in tree.nodes.indices where tree.nodes[place].feature >= 0 {
            let left = Int(tree.nodes[place].left)
            depths[left] = depths[place] + 1
            depths[left + 1] = depths[place] + 1
        }
        return depths.max() ?? 0
    }

    /// The sum of all trees' numbers of a row of features, in their order.
    func sum(_ row: UnsafeBufferPointer<Float>) -> Float {
        splits.withUnsafeBufferPointer { splits in
            leaves.withUnsafeBufferPointer { leaves in
                let width = 1 << depth
                var sum: Float = 0
                for tree in 0..<count {
                    let first = tree * (width - 1)
                    var place = 0
                    for _ in 0..<depth {
                        let split = splits[first + place]
                        // What is not a number is above no border.
                        place = 2 * place + (row[split.feature] > split.border ? 2 : 1)
                    }
                    sum += leaves[tree * width + place - (width - 1)]
                }
                return sum
            }
        }
    }
}
