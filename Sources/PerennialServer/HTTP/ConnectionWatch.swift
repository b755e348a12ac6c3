import HTTPTypes
import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Keeps one connection within its times: closes those that send their request too slowly, leave answers unread or stay silent, and turns
/// away those that are too many.
///
/// Costs a request three looks at the clock: there is one timer per connection that looks every few seconds, not one per request.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// For whoever works long for one answer.
    let standing = ConnectionStanding()
    private let times: ConnectionTimes
    private let connections: OpenConnections
    private var timer: Scheduled<Void>?
    private var isCounted = false
    /// Nothing more is read or written: the connection was answered from here, and is closing.
    private var isOver = false
    private var overSince = NIODeadline.now()

    // What goes on. Requests may come before earlier ones are answered (pipelining).
    private var unanswered = 0
    private var hadRequest = false
    private var isReceiving = false
    private var isAnswering = false
    private var bytesReceived = 0
    private var lastStep = NIODeadline.now()
    private var receivingSince = NIODeadline.now()
    private var unwritableSince: NIODeadline?
    private var lingeringSince: NIODeadline?
    private var closesAfterAnswer = false

    init(times: ConnectionTimes, connections: OpenConnections) {
        self.times = times
        self.connections = connections
    }

    // Beginning and end

    func handlerAdded(context: ChannelHandlerContext) {
        // What turns HTTP/1 into requests of any version stands before this, and forgets the version.
        let pipeline = context.pipeline.syncOperations
        guard let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self),
            (try? pipeline.addHandler(VersionRule(), position: .before(codec))) != nil
        else { return context.close(promise: nil) }
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        standing.end()
        end()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed { standing.end() }
        context.fireUserInboundEventTriggered(event)
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    private func begin(_ context: ChannelHandlerContext) {
        guard !isCounted else { return }
        isCounted = true
        lastStep = .now()
        let fits = connections.add()
        schedule(context)
        if !fits { answer(.serviceUnavailable, "The server has no room for more connections.", context) }
    }

    private func end() {
        timer?.cancel()
        timer = nil
        if isCounted { connections.remove() }
        isCounted = false
    }

    // Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            hadRequest = true
            isReceiving = true
            bytesReceived = 0
            receivingSince = .now()
        case .body(let buffer):
            bytesReceived += buffer.readableBytes
            if lingeringSince != nil {
                // The answer is out: nobody wants the rest.
                if bytesReceived > ConnectionTimes.mostLingeringBytes { close(context) }
                return
            }
        case .end:
            isReceiving = false
            lastStep = .now()
            if lingeringSince != nil {
                lingeringSince = nil
                if closesAfterAnswer { return close(context) }
            }
        }
        context.fireChannelRead(data)
    }

    // Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.status.kind != .informational {
                isAnswering = true
                if head.headerFields[.connection] == "close" { closesAfterAnswer = true }
            }
        case .body: break
        case .end:
            isAnswering = false
            unanswered -= 1
            lastStep = .now()
            if isReceiving, unanswered == 0 {
                lingeringSince = lastStep
                bytesReceived = 0
            } else if closesAfterAnswer {
                context.write(data, promise: promise)
                context.flush()
                closeWhenSent(context)
                return
            }
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        unwritableSince = context.channel.isWritable ? nil : .now()
        context.fireChannelWritabilityChanged()
    }

    /// Closing from above may come right after an answer was written, when the server stops for example: what is written goes out first.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all, !isOver, context.channel.isActive else { return context.close(mode: mode, promise: promise) }
        closeWhenSent(context, promise)
    }

    // Looking

    private func schedule(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: times.tick) {
            self.look(context)
        }
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        // What a client does not read cannot be sent before closing.
        if let since = unwritableSince, now - since > times.write { return close(context) }
        if isOver {
            if now - overSince > times.write { return close(context) }
            return schedule(context)
        }
        if let since = lingeringSince, now - since > times.linger { return close(context) }
        if isReceiving, lingeringSince == nil, unanswered == 1, now - receivingSince > times.body(afterBytes: bytesReceived) {
            if isAnswering { return close(context) }
            answer(.requestTimeout, "The request's body did not arrive in time.", context)
        } else if unanswered == 0, now - lastStep > (hadRequest ? times.idle : times.head) {
            return close(context)
        }
        schedule(context)
    }

    /// Answers from here, and closes.
    private func answer(_ status: HTTPResponse.Status, _ detail: String, _ context: ChannelHandlerContext) {
        let code: ErrorCode = status == .requestTimeout ? .requestTimeout : .unavailable
        let error = APIError(status, [ErrorObject(code, detail)])
        let body = error.document(requestID: "-")
        var head = HTTPResponse(status: status)
        head.headerFields[.connection] = "close"
        head.headerFields[.contentType] = MediaType.jsonAPI
        head.headerFields[.contentLength] = String(body.count)
        if status == .serviceUnavailable { head.headerFields[.retryAfter] = "5" }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(context.channel.allocator.buffer(bytes: body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        closeWhenSent(context)
    }

    private func closeWhenSent(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>? = nil) {
        isOver = true
        overSince = .now()
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { _ in context.close(mode: .all, promise: promise) }
        // Output closes after what was written before; where that takes too long, the timer closes all.
        context.close(mode: .output, promise: sent)
    }

    private func close(_ context: ChannelHandlerContext) {
        isOver = true
        context.close(mode: .all, promise: nil)
    }
}
