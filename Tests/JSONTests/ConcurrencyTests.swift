import JSON
import Testing

/// Documents are parsed and read from many tasks at once.
@Suite struct ConcurrencyTests {
    @Test func manyTasksParse() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<64 {
                group.addTask {
                    (0..<200).allSatisfy { round in
                        let text = #"{"task":\#(task),"round":\#(round),"text":"\#(String(repeating: "é", count: (task * round) % 700))"}"#
                        let limits = JSONLimits(depth: 1 + (task + round) % 5)
                        guard let root = try? JSONDocument(text, limits: limits).root else { return false }
                        let broken = try? JSONDocument(String(text.dropLast()))
                        return root["task"]?.int == Int64(task) && root["round"]?.int == Int64(round)
                            && String(decoding: root.compactBytes, as: UTF8.self) == text && broken == nil
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test func manyTasksReadOneDocument() async throws {
        let text = "[" + (0..<1_000).map { #"{"number":\#($0),"name":"name \#($0)"}"# }.joined(separator: ",") + "]"
        let root = try JSONDocument(text).root
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    zip(0..., root.elements).allSatisfy { $1["number"]?.int == Int64($0) && $1["name"]?.string == "name \($0)" }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
