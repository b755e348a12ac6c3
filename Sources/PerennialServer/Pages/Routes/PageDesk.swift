import Facts
import HTTPTypes
import Journal
import Logging
import Markup
import NIOCore
import Shop
import Wording

/// What every page needs: the shop, who looks, in which language.
struct PageDesk: Sendable {
    let shop: Shop
    let visits: Visits
    let devices: KnownDevice
    let limits = SignInLimits()
    /// Brings mail to those who sign in; `nil` where the server sends none.
    var postman: Postman?
    let passwordRequests = PasswordRequests()
    /// For browsers and networks from which somebody signed in before.
    let knownQueue = WorkQueue(atOnce: 2)
    /// For everybody else.
    let strangersQueue = WorkQueue(atOnce: 2)
    /// For files of what is known of somebody: each reads the whole journal.
    let fileQueue = WorkQueue(atOnce: 1, longestLine: 3)
    /// For looking at files before they are taken in: each is read in whole.
    let fileLookQueue = WorkQueue(atOnce: 1, longestLine: 5)
    /// For files that come.
    let uploads = UploadTurns(most: 3)
    /// Keys and links that a page shows once.
    let shownOnce = ShownOnce()
    /// For what reads all orders, where somebody asked for it.
    let countQueue = WorkQueue(atOnce: 1, longestLine: 8)
    /// When the last event of each metric was.
    let lastEvents = LastEvents()
    /// Courses of metrics that were looked at lately.
    let metricCourses = MetricCourses()
    /// Medians of RFM groups that were counted for somebody.
    let rfmMedians = RFMMedianCounts()
    /// Which paths are pages.
    let patterns = PagePatterns()
    /// Of the program.
    let version: String

    /// Answers a request with a page, for anybody or for those who are signed in; what goes wrong becomes a page too.
    func page(
        _ method: HTTPRequest.Method, _ path: String, _ summary: String, isOpen: Bool = false, body: Route.Body = .none,
        _ make: @escaping @Sendable (PageRequest) async throws -> APIResponse
    ) -> Route {
        if method == .get { patterns.add(path) }
        return Route(
            method, path, summary, access: .open, query: .anything, body: body, answers: [.other(.ok, mediaType: "text/html")],
            isHidden: true
        ) { request in
            var page = PageRequest(request, desk: self)
            if request.method != .get { page.place = patterns.page(of: path, request.path) }
            if !isOpen, page.visit.user == nil { return try await page.toSignIn() }
            do {
                return page.finish(try await make(page))
            } catch let error as PageFailure {
                return page.failure(error)
            } catch let error as APIError {
                // What is wrong with the request is said on a page; that there is no room now, by whoever says it of every request.
                guard error.status.kind == .clientError else { throw error }
                var response = page.failure(PageFailure(error.status.code))
                if error.closesConnection { response.headers[.connection] = "close" }
                return response
            } catch {
                request.logger.error("page failed", metadata: ["error": "\(String(reflecting: error))"])
                return page.failure(.failed)
            }
        }
    }
}

extension PageDesk {
    /// What a browser is shown where there is no page: in the reader's language, with the bar of whoever is signed in.
    func errorPage(_ error: APIError, _ request: RefusedRequest) -> APIResponse {
        let settings = shop.settings
        let asked = request.target.firstIndex(of: "?").flatMap { try? QueryString(request.target[request.target.index(after: $0)...]) }
        let visit = visits.visit(request.headers, now: request.now)
        let language = PageRequest.language(request.headers, asked ?? .empty, own: visit.user?.language, settings.language)
        let frame = PageFrame(
            setting: PageSetting(
                language: language, timeZone: settings.timeZone, currency: settings.currency ?? .none, now: shop.clock()), path: nil,
            shopName: settings.name, signedIn: signedIn(visit), version: version)
        return APIResponse(
            error.status, text: FailureView(frame: frame, failure: PageFailure(error.status.code), requestID: request.id).html,
            mediaType: "text/html; charset=utf-8")
    }

    /// Whom the bar of a page names.
    func signedIn(_ visit: Visits.Visit) -> SignedIn? {
        visit.user.map { SignedIn(name: $0.name, email: $0.email, role: UserRole(stored: $0.role), token: visits.token(visit)) }
    }
}

extension PageFailure: Error {}

/// A request for a page, with who asks and in which language.
struct PageRequest: Sendable {
    let request: APIRequest
    let desk: PageDesk
    var visit: Visits.Visit
    let language: Language
    /// Of a form that was sent: the page that it belongs to.
    var place: PagePath?

    static let languageCookie = "perennial_language"

    init(_ request: APIRequest, desk: PageDesk) {
        self.request = request
        self.desk = desk
        visit = desk.visits.visit(request.headers, now: request.now)
        language = Self.language(request.headers, request.query.text, own: visit.user?.language, desk.shop.settings.language)
    }

    /// Asked for in the address, else chosen before in this browser, else the person's own, else the browser's, else the shop's.
    static func language(_ headers: HTTPFields, _ query: QueryString, own: Language?, _ usual: String) -> Language {
        if let asked = query[PagePaths.languageParameter].flatMap({ Language(rawValue: $0) }) { return asked }
        if let chosen = Cookies.value(languageCookie, headers).flatMap({ Language(rawValue: $0) }) { return chosen }
        return own ?? Language(acceptable: headers[.acceptLanguage] ?? "") ?? Language(rawValue: usual) ?? .en
    }

    /// The frame around what this page shows.
    var frame: PageFrame {
        let settings = desk.shop.settings
        return PageFrame(
            setting: PageSetting(
                language: language, timeZone: settings.timeZone, currency: settings.currency ?? .none, now: desk.shop.clock()),
            path: request.method == .get ? PagePath(requested: address) : place, shopName: settings.name,
            signedIn: desk.signedIn(visit), version: desk.version)
    }

    /// The path and query that were asked for, without the language.
    private var address: String {
        let pairs = request.query.text.pairs.filter { $0.name != PagePaths.languageParameter }
        guard !pairs.isEmpty else { return request.path }
        return request.path + "?"
            + pairs.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }.joined(separator: "&")
    }

    /// The fields of a form that carries this visit's token.
    ///
    /// - Parameter mostFields: more than any such form has.
    func form(mostFields: Int = QueryString.mostPairs) async throws -> QueryString {
        let bytes = try await request.bytes()
        let fields = try QueryString(String(buffer: bytes), mostPairs: mostFields)
        guard desk.visits.isRight(fields[FormToken.field], visit) else { throw PageFailure.formTooOld }
        return fields
    }

    /// Who asks, where their role allows it.
    func user(who isAllowed: (UserRole) -> Bool) throws(PageFailure) -> UserRow {
        guard let user = visit.user, isAllowed(UserRole(stored: user.role)) else { throw .forbidden }
        return user
    }

    /// The token of the visit's forms.
    var token: FormToken { desk.visits.token(visit) }

    /// A page.
    func html(_ text: String, _ status: HTTPResponse.Status = .ok) -> APIResponse {
        APIResponse(status, text: text, mediaType: "text/html; charset=utf-8")
    }

    /// On to another page.
    func go(to path: PagePath) -> APIResponse { .redirect(to: path.text) }

    /// To signing in, and back afterwards.
    func toSignIn() async throws -> APIResponse {
        guard request.method == .get else { return finish(go(to: PagePaths.signIn)) }
        let next = PagePath(requested: address)
        return finish(go(to: next.map { PagePaths.signIn.with(PagePaths.nextParameter, $0.text) } ?? PagePaths.signIn))
    }

    /// Why there is no page.
    func failure(_ failure: PageFailure) -> APIResponse {
        let status = HTTPResponse.Status(code: failure.status)
        return finish(html(FailureView(frame: frame, failure: failure, requestID: request.id).html, status))
    }

    /// The answer with the headers of every page, and the cookies that the browser does not have yet.
    func finish(_ response: APIResponse, visit other: Visits.Visit? = nil) -> APIResponse {
        var response = response
        let visit = other ?? visit
        if !visit.isKnown, !response.headers.contains(.setCookie) {
            response.headers.append(HTTPField(name: .setCookie, value: desk.visits.header(visit)))
        }
        if request.query.text[PagePaths.languageParameter] != nil {
            response.headers.append(
                HTTPField(name: .setCookie, value: "\(Self.languageCookie)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax"))
        }
        return response
    }
}
