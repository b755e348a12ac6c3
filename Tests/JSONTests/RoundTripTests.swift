import Foundation
import JSON
import Testing

/// Random documents, written and read again, and read by Foundation too.
@Suite struct RoundTripTests {
    @Test(arguments: 0..<8)
    func randomTrees(_ seed: UInt64) throws {
        var trees = RandomTree(seed: seed)
        for _ in 0..<150 {
            let tree = trees.tree(deepest: 5)
            var writer = JSONWriter()
            tree.write(to: &writer)
            let root = try JSONDocument(writer.bytes).root
            #expect(Tree(root) == tree)
            #expect(root.compactBytes == writer.bytes)
            let theirs = try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
            #expect(isSame(root, theirs), "\(writer.text)")
        }
    }

    /// What Foundation writes, with white space and escapes of its own, reads as the same. It writes doubles beyond 64 bits as whole
    /// numbers, which ours refuses, so there are none.
    @Test(arguments: 0..<4)
    func foundationsText(_ seed: UInt64) throws {
        var trees = RandomTree(seed: seed + 100, greatestFraction: 0x1p63)
        for _ in 0..<150 {
            var writer = JSONWriter()
            Tree.array([trees.tree(deepest: 4)]).write(to: &writer)
            let object = try JSONSerialization.jsonObject(with: Data(writer.bytes))
            let text = try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
            #expect(isSame(try JSONDocument(Array(text)).root, object))
        }
    }

    /// Foundation keeps the last of two keys, so the trees have each only once.
    private func isSame(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch ours.kind {
        case .object:
            guard let theirs = theirs as? [String: Any], theirs.count == ours.count else { return false }
            return ours.members.allSatisfy { member in theirs[member.key].map { isSame(member.value, $0) } ?? false }
        case .array:
            guard let theirs = theirs as? [Any], theirs.count == ours.count else { return false }
            return zip(ours.elements, theirs).allSatisfy { isSame($0, $1) }
        case .string: return (theirs as? String).map { ours.isString($0) } ?? false
        case .bool: return theirs as? Bool == ours.bool
        case .null: return theirs is NSNull
        case .number:
            guard let theirs = theirs as? NSNumber else { return false }
            if let int = ours.int { return theirs.int64Value == int }
            if let large = ours.uint64 { return theirs.uint64Value == large }
            return isNear(theirs.doubleValue, ours.double ?? .nan)
        }
    }

    /// Foundation reads through decimals and loses the last digits, so nothing closer can be asked of it.
    private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= abs(b) * 1e-14 }
}
