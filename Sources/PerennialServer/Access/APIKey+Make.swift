public import Facts
import JSON
public import Journal

extension APIKey {
    /// Makes a key, and says so in the audit log: the same by pages and by command.
    ///
    /// - Parameters:
    ///   - name: what people call it.
    ///   - scopes: what it may do; none for everything.
    ///   - who: who asks for it.
    ///   - now: when.
    ///   - journal: where it is kept, by its hash.
    /// - Returns: its secret, which is known nowhere else.
    public static func make(
        name: String, scopes: Set<String>, by who: String, at now: Instant, in journal: Journal
    ) throws(JournalError) -> String {
        let secret = newSecret()
        let scopes = scopes.isEmpty ? [Scope.full.rawValue] : scopes
        var detail = JSONWriter()
        detail.object { detail in
            detail.member("name", name)
            detail.array("scopes") { list in for scope in scopes.sorted() { list.string(scope) } }
        }
        try journal.createKey(hash: KeyHash(secret: secret).bytes, name: name, scopes: scopes, by: who, at: now, detail: detail.text)
        return secret
    }
}
