import HTTPTypes

extension HTTPField.Name {
    // Made once: a name from text is checked each time.
    static let requestID = known("X-Request-Id")
    static let host = known("Host")
    static let revision = known("revision")
    static let rateLimit = known("RateLimit-Limit")
    static let rateLimitRemaining = known("RateLimit-Remaining")
    static let rateLimitReset = known("RateLimit-Reset")
    static let contentTypeOptions = known("X-Content-Type-Options")
    static let frameOptions = known("X-Frame-Options")
    static let contentDisposition = known("Content-Disposition")
    static let forwardedFor = known("X-Forwarded-For")
    static let forwardedProto = known("X-Forwarded-Proto")
    static let referrerPolicy = known("Referrer-Policy")

    private static func known(_ name: String) -> HTTPField.Name {
        // The names above are made of letters and dashes, so the second way is never gone.
        HTTPField.Name(name) ?? .userAgent
    }
}
