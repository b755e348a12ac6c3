import Shop

extension PageRequest {
    /// Throws on what has nothing to do with what was filled in: there is no room, or the server is about to stop.
    func rethrow(_ error: IntakeError) throws(APIError) {
        switch error {
        case .unavailable, .overloaded, .closing: throw APIError(error, ids: desk.shop.ids)
        case .notFound, .duplicateProfile, .invalid, .conflict, .metric, .full: return
        }
    }
}
