import HTTPTypes

/// The headers that go with every page.
enum PageHeaders {
    /// A page may fetch its style and pictures from this server, and post forms to it; nothing else, and no script at all.
    static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    /// The same of a page that a script of this server makes more convenient: it may run, and ask this server; still nothing else.
    static let policyWithScript = contentSecurityPolicy + "; script-src 'self'; connect-src 'self'"

    /// Names and values, to be set on every page, also on errors.
    static let all: [(name: String, value: String)] = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Security-Policy", contentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        // Not `no-referrer`: with it browsers send `Origin: null` with forms, and where a form came from could not be checked.
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        // Pages name people: neither a proxy nor the back button of a shared computer keeps them.
        ("Cache-Control", "no-store"),
    ]

    /// Adds them where nothing else was said.
    static func add(to headers: inout HTTPFields) {
        for header in all {
            guard let name = HTTPField.Name(header.name), headers[name] == nil else { continue }
            headers[name] = header.value
        }
    }
}
