import Facts
import HTTPTypes
import Journal
import Shop

extension Shop {
    /// Takes something in for a request: what cannot be is answered as an error of the API.
    func taking<Result: Sendable>(
        weight: Int = 512, isAlone: Bool = false, _ body: @escaping @Sendable (Intake) throws(IntakeError) -> Result
    ) async throws(APIError) -> Result {
        do throws(IntakeError) {
            return try await write(weight: weight, isAlone: isAlone, body)
        } catch {
            throw APIError(error, ids)
        }
    }
}

extension APIError {
    /// The answer to what the shop did not take in.
    init(_ error: IntakeError, _ ids: PublicIDs) {
        self =
            switch error {
            case .unavailable(let error): .unavailable(error.message)
            case .overloaded: .unavailable("More waits to be written than may wait. Please send it again in a moment.", retryAfterInSeconds: 1)
            case .closing: .unavailable("The server is stopping.")
            case .notFound(let detail): APIError(.notFound, [ErrorObject(.notFound, detail)])
            case .duplicateProfile(let profile): .duplicateProfile(id: ids.id(.profile, UInt64(profile.row)))
            case .invalid(let pointer, let detail): .invalid(detail, pointer: pointer)
            case .conflict(let detail): .conflict(detail)
            }
    }
}
