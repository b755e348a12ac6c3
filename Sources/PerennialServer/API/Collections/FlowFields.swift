/// What may be asked for of flows. There are none yet; a request that names their fields is right all the same.
enum FlowFields {
    static let all = ["id", "name", "status", "archived", "created", "updated", "trigger_type"]
}
