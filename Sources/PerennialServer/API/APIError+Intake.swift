import Facts
import HTTPTypes
import Journal
import Shop

extension APIError {
    /// What the shop did not take, as an answer.
    init(_ error: IntakeError, ids: PublicIDs) {
        switch error {
        case .unavailable(let failure):
            self = .unavailable("Nothing can be stored just now, and nothing of this request was: \(failure.message)")
        case .overloaded: self = .unavailable("More waits to be written than may wait. Send it again in a moment.", retryAfterInSeconds: 1)
        case .closing: self = .unavailable("The server is about to stop. Nothing of this request was taken.")
        case .notFound(let detail): self = APIError(.notFound, [ErrorObject(.notFound, detail)])
        case .duplicateProfile(let profile): self = .duplicateProfile(id: ids.id(.profile, UInt64(profile.row)))
        case .invalid(let pointer, let detail): self = .invalid(detail, pointer: pointer)
        case .conflict(let detail): self = .conflict(detail)
        case .metric(let refusal, let pointer?): self = .invalid(refusal.detail, pointer: pointer)
        case .metric(let refusal, nil): self = .conflict(refusal.detail)
        case .full(let limit, let pointer?): self = .invalid(limit.detail, pointer: pointer)
        case .full(let limit, nil): self = .conflict(limit.detail)
        }
    }
}

extension Shop {
    /// Takes something in, as ``Shop/write(weight:isAlone:_:)`` does; what is refused is refused as the interface does it.
    func take<Result: Sendable>(
        weight: Int = 512, isAlone: Bool = false, _ body: @escaping @Sendable (Intake) throws(IntakeError) -> Result
    ) async throws(APIError) -> Result {
        do throws(IntakeError) {
            return try await write(weight: weight, isAlone: isAlone, body)
        } catch {
            throw APIError(error, ids: ids)
        }
    }
}

extension PublicIDs {
    /// The id of a profile.
    func id(_ profile: ProfileNumber) -> String { id(.profile, UInt64(profile.row)) }

    /// The profile of an id; `nil` for an id that was never given out.
    func profile(_ id: some StringProtocol) -> ProfileNumber? {
        number(.profile, id).flatMap { UInt32(exactly: $0) }.map { ProfileNumber($0) }
    }

    /// The id of a list.
    func id(_ list: ListNumber) -> String { id(.list, UInt64(list.value)) }

    /// The list of an id; `nil` for an id that was never given out.
    func list(_ id: some StringProtocol) -> ListNumber? {
        number(.list, id).flatMap { UInt32(exactly: $0) }.map { ListNumber($0) }
    }
}
