import HTTPTypes
import HummingbirdCore
import NIOCore
import Synchronization

/// A request's body that is read when the handler asks for it, within the endpoint's limit and the server's.
final class RequestContent: Sendable {
    private let body: RequestBody
    private let announced: Int?
    private let mostBytes: Int
    private let budget: ByteBudget
    /// Tells a client that waits for it to go on (`Expect: 100-continue`).
    private let sayContinue: (@Sendable () async throws -> Void)?

    init(
        body: RequestBody, announced: Int?, mostBytes: Int, budget: ByteBudget, sayContinue: (@Sendable () async throws -> Void)? = nil
    ) {
        self.body = body
        self.announced = announced
        self.mostBytes = mostBytes
        self.budget = budget
        self.sayContinue = sayContinue
    }

    /// The most of a body that is let pass unread.
    private static let mostPassed = 64 << 20

    /// Reads a body that is too long and keeps nothing of it: a client that is still sending would never see why it is refused.
    private func letPass(_ announced: Int) async throws {
        guard sayContinue == nil, announced <= Self.mostPassed else { return }
        for try await _ in body {}
    }

    /// All of it. A second call finds nothing.
    func collect() async throws(APIError) -> ByteBuffer {
        if let announced, announced > mostBytes {
            try? await letPass(announced)
            throw .tooLarge(limitInBytes: mostBytes)
        }
        if announced == 0 { return ByteBuffer() }
        do {
            try await sayContinue?()
            var whole = ByteBuffer()
            for try await var chunk in body {
                let size = chunk.readableBytes
                guard whole.readableBytes + size <= mostBytes else { throw APIError.tooLarge(limitInBytes: mostBytes) }
                guard budget.take(size) else {
                    var busy = APIError.unavailable("Too many bodies are being received at once.", retryAfterInSeconds: 1)
                    busy.closesConnection = true
                    throw busy
                }
                taken.add(size, ordering: .relaxed)
                if whole.readableBytes == 0 { whole = chunk } else { whole.writeBuffer(&chunk) }
            }
            return whole
        } catch let error as APIError {
            throw error
        } catch {
            // The connection broke, or what came is no HTTP: nobody will read this answer.
            var broken = APIError(.badRequest, [ErrorObject(.invalid, "The body did not arrive whole.")])
            broken.closesConnection = true
            throw broken
        }
    }

    /// Hands it on piece by piece, as it comes: nothing of it is kept. What `take` throws ends it, and the connection with it.
    func forEach(_ take: (ByteBuffer) throws -> Void) async throws {
        if let announced, announced > mostBytes {
            try? await letPass(announced)
            throw APIError.tooLarge(limitInBytes: mostBytes)
        }
        if announced == 0 { return }
        try await sayContinue?()
        var size = 0
        for try await chunk in body {
            size += chunk.readableBytes
            guard size <= mostBytes else { throw APIError.tooLarge(limitInBytes: mostBytes) }
            try take(chunk)
        }
    }

    private let taken = Atomic<Int>(0)

    deinit { budget.giveBack(taken.load(ordering: .relaxed)) }

    /// 415 unless the body says that it is JSON, and is not compressed.
    static func checkIsJSON(_ headers: HTTPFields) throws(APIError) {
        guard let type = headers[.contentType], MediaType.isJSON(type) else { throw .unsupportedMediaType }
        if let encoding = headers[.contentEncoding], encoding.lowercased() != "identity" { throw .unsupportedMediaType }
    }
}
