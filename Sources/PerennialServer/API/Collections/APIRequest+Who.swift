extension APIRequest {
    /// Who asks, as histories and the audit log name it.
    var who: String { key?.name ?? "API" }
}
