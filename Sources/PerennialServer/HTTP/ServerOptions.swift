/// How a server runs.
public struct ServerOptions: Sendable {
    /// The address to listen at; only this machine unless another is given.
    public var host = "127.0.0.1"
    /// The port; 0 takes a free one.
    public var port = 8080
    /// Where clients reach the server, for links: `https://shop.example`. Without it links repeat the `Host` that was asked.
    public var publicURL: String?
    /// How mail is sent to those who sign in; without it none is.
    public var mail: MailOptions?
    /// Whether a proxy stands in front whose `X-Forwarded-For` and `X-Forwarded-Proto` are true.
    public var trustsProxy = false
    /// Whether `X-Forwarded-For` is believed of connections from this machine or a private network.
    public var trustsNearProxy = false
    /// Whether requests are counted and limited.
    public var limitsRates = true
    /// Connections at once; more are answered 503 and closed.
    public var mostConnections = 10_000
    /// Bytes of request bodies in memory at once.
    public var mostBodyBytes = 256 << 20
    /// Time for the head of a request on a new connection.
    public var headTimeoutInSeconds = 20.0
    /// Time that a connection may wait for its next request.
    public var idleTimeoutInSeconds = 75.0
    /// Time for a body; larger ones get a second more for every 64 kB that have come.
    public var bodyTimeoutInSeconds = 30.0
    /// Time that a client may leave an answer unread.
    public var writeTimeoutInSeconds = 30.0
    /// Time for the requests in flight when the server is asked to stop.
    public var stopTimeoutInSeconds = 20.0
    /// The folder into which scheduled exports are written; without one there are none.
    public var exportFolder: String?
    /// Whether each request gets a line in the log.
    public var logsRequests = true
    /// The program's version, for `/openapi.json`.
    public var version = "0"
    /// Bytes that stay the same over restarts and sign cursors.
    public var secret: [UInt8] = []

    /// The standard.
    public init() {}
}
