import Facts
import JSON
import Journal

extension Shop {
    /// The lists of some names, made where there are none; upper and lower case are alike where that leaves no doubt.
    ///
    /// - Returns: the lists by name, and how many of them were made.
    func lists(named names: [String]) throws(IntakeError) -> (lists: [String: ListNumber], made: Int) {
        let known = definitions.listNames
        var lists: [String: ListNumber] = [:]
        var missing: [String] = []
        for name in names where lists[name] == nil {
            let alike = known.filter { $0.name.lowercased() == name.lowercased() }
            if let list = alike.first(where: { $0.name == name }) ?? (alike.count == 1 ? alike[0] : nil) {
                lists[name] = list.number
            } else if !missing.contains(name) {
                missing.append(name)
            }
        }
        guard !missing.isEmpty else { return (lists, 0) }
        let new = missing.map { (name: $0, number: journal.nextNumber(.definition(DefinitionKind.list.rawValue))) }
        try writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
            for (name, number) in new {
                var body = JSONWriter()
                body.object { body in
                    body.member("name", name)
                    body.member("opt_in_process", "single_opt_in")
                }
                intake.write(
                    .definition(
                        DefinitionChange(
                            kind: DefinitionKind.list.rawValue, number: number, body: body.text, at: intake.now, who: "import")))
            }
        }
        for (name, number) in new { lists[name] = ListNumber(UInt32(clamping: number)) }
        return (lists, new.count)
    }
}
