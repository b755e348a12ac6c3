import NIOCore
import Synchronization

/// Whether a client is still there; for whoever works long for one answer.
final class ConnectionStanding: Sendable {
    private let over = Atomic<Bool>(false)

    /// Whether the client closed its side: as with other servers, that ends what was asked.
    var isOver: Bool { over.load(ordering: .relaxed) }

    func end() { over.store(true, ordering: .relaxed) }
}

extension APIRequest {
    /// The standing of the connection by which the request came.
    func connection() async throws -> ConnectionStanding {
        let channel = peer.channel
        let found = channel.eventLoop.submit {
            (try? channel.pipeline.syncOperations.handler(type: ConnectionWatch.self).standing) ?? ConnectionStanding()
        }
        return try await found.get()
    }
}
