import Connectors
import Facts
import Markup
import Wording

@testable import PerennialServer
@testable import Shop

extension Samples {
    private var token: FormToken { FormToken("dmlzaXQ") }

    private func frame(_ path: PagePath, as role: UserRole) -> PageFrame {
        var frame = frame(path)
        frame.signedIn?.role = role
        return frame
    }

    private var shopForm: ShopForm {
        var settings = ShopSettings()
        settings.name = outside("Maison Linden")
        settings.currency = Currency(code: "EUR")
        settings.contactEmail = outside("hello@example.com")
        settings.website = outside("https://linden.example")
        return ShopForm(settings)
    }

    private var changes: [ShopSettingsModel.Change] {
        [
            .init(
                at: ago(days: 3), who: outside("ada@example.com"),
                fields: [
                    (Phrase.Settings.name, outside("Linden"), outside("Maison Linden")), (Phrase.Settings.currency, "", "EUR"),
                    (Phrase.Settings.horizon, "365", "180"),
                ])
        ]
    }

    /// The pages of the settings, in every state.
    var settingsPages: [(String, String)] {
        let wrong: [ShopForm.Name: Phrase] = [.name: Phrase.Settings.nameWrong, .website: Phrase.Settings.websiteWrong]
        let people: [PeopleModel.Person] = [
            .init(
                number: 1, name: outside("Ada Nowak"), email: outside("ada@example.com"), role: .owner, since: ago(days: 90),
                hasPassword: true,
                isYou: true),
            .init(
                number: 2, name: outside("Eve Martin"), email: outside("eve@example.com"), role: .analyst, since: ago(days: 1),
                hasPassword: false, isYou: false),
        ]
        let keys = [
            KeysModel.Key(
                number: 1, name: outside("Shop plug-in"), scopes: ["events:write", "profiles:write"], createdBy: outside("ada@example.com"),
                createdAt: ago(days: 40), lastUsedAt: ago(days: 0, minutes: 4)),
            .init(
                number: 2, name: outside("Old"), scopes: ["full"], createdBy: "command line", createdAt: ago(days: 400),
                revokedAt: ago(days: 9)),
        ]
        let shop = frame(PagePaths.settings, as: .owner)
        var wrongKeys = KeysModel(keys: [])
        wrongKeys.name = outside("")
        wrongKeys.preset = .chosen
        wrongKeys.problems = [KeysModel.nameField: Phrase.Keys.nameWrong, KeysModel.scopeField: Phrase.Keys.noneTicked]
        var madeKey = KeysModel(keys: keys)
        madeKey.secret = .shown(outside("pk_abc"))
        var letIn = PeopleModel(people: people)
        letIn.name = outside("Eve")
        letIn.email = outside("eve@")
        letIn.problems = [PeopleModel.emailField: Phrase.Owner.emailWrong]
        var linked = PeopleModel(people: people)
        linked.link = .shown(outside("http://localhost:8080/set-password/once_x"))
        var mailed = letIn
        (mailed.sendsMail, mailed.mailedTo) = (true, outside("bob@example.com"))
        var notMailed = linked
        (notMailed.sendsMail, notMailed.isMailFailed) = (true, true)
        return [
            ("settings", ShopSettingsView(frame: shop, model: .init(form: shopForm, isSaved: true, history: changes)).html),
            ("settings-wrong", ShopSettingsView(frame: shop, model: .init(form: shopForm, problems: wrong, history: [])).html),
            (
                "settings-read",
                ShopSettingsView(frame: frame(PagePaths.settings, as: .analyst), model: .init(form: shopForm, history: changes)).html
            ),
            ("settings-gate", GateView(frame: shop, model: gate(isEligible: false)).html),
            ("settings-gate-none", GateView(frame: frame(PagePaths.settings, as: .analyst), model: gate(isEligible: nil)).html),
            ("settings-rates", RatesView(frame: shop, model: rates).html),
            ("settings-rates-none", RatesView(frame: frame(PagePaths.settings, as: .analyst), model: noRates).html),
            ("settings-keys", KeysView(frame: shop, model: madeKey).html),
            ("settings-keys-wrong", KeysView(frame: shop, model: wrongKeys).html),
            ("settings-people", PeopleView(frame: shop, model: letIn).html),
            ("settings-people-mailed", PeopleView(frame: shop, model: mailed).html),
            ("settings-people-not-mailed", PeopleView(frame: shop, model: notMailed).html),
            ("settings-people-link", PeopleView(frame: shop, model: linked).html),
            ("settings-person", PersonOfShopView(frame: shop, model: .init(person: people[1], isLastOwner: false, isSaved: true)).html),
            (
                "settings-person-last",
                PersonOfShopView(frame: shop, model: .init(person: people[0], isLastOwner: true, problem: Phrase.People.lastOwner)).html
            ), ("settings-account", AccountView(frame: shop, model: account).html),
            (
                "settings-confirm",
                ConfirmView(
                    frame: shop, section: .settings, title: setting.words(Phrase.Keys.revokeTitle), what: outside("Shop plug-in"),
                    lead: [setting.words(Phrase.Keys.revokeLead)], button: setting.words(Phrase.Keys.revokeButton),
                    action: KeysView.revocation(of: 1), back: PagePaths.settings, token: token
                ).html
            ), ("welcome", WelcomeView(frame: shop, model: .init(step: .shop, form: shopForm, problems: wrong)).html),
            ("welcome-orders", WelcomeView(frame: shop, model: .init(step: .data, form: shopForm)).html),
        ]
    }

    private func gate(isEligible: Bool?) -> GateModel {
        GateModel(
            conditions: isEligible == nil ? [] : Self.conditions(customers: 120, history: 400, silence: 3, regulars: 9),
            isEligible: isEligible,
            minimum: outside("500"), horizon: outside("365"),
            problems: isEligible == nil ? [:] : [GateModel.minimumField: Phrase.Settings.minimumWrong])
    }

    private var rates: RatesModel {
        var form = RatesModel.Form(day: outside("2025-01-32"), from: outside("US"), to: "EUR", rate: outside("x"))
        form.problems = [
            RatesModel.dayField: Phrase.Rates.dayWrong, RatesModel.fromField: Phrase.Settings.currencyWrong,
            RatesModel.rateField: Phrase.Rates.rateWrong,
        ]
        let dollar = Currency(code: "USD") ?? .none
        var model = RatesModel(
            count: 120, newest: [.init(day: day(in: -3), from: dollar, to: currency, rate: "0.9626")],
            waiting: [.init(held: .init(currency: dollar, orders: 12, minorUnits: 120_000), firstDay: day(in: -40))], form: form)
        model.table = outside("date,from,to,rate\n")
        model.tableProblem = .init(line: 2, column: outside("rate"), cause: .rateNumber, values: [outside("x")], english: "no rate")
        return model
    }

    private var noRates: RatesModel { RatesModel(count: 0, newest: [], waiting: [], form: .init()) }

    private var account: AccountModel {
        var model = AccountModel(
            name: outside("Ada Nowak"), language: .fr,
            sessions: [
                .init(since: ago(days: 0, minutes: 9), until: ago(days: -14), isHere: true),
                .init(since: ago(days: 4), until: ago(days: -10), isHere: false),
            ])
        model.problems = [AccountModel.currentField: setting.words(Phrase.Account.currentWrong)]
        model.notice = .saved
        return model
    }

    /// The pages of what was done, what came in and what left, in every state.
    var dataPages: [(String, String)] {
        let home = frame(PagePaths.imports, as: .manager)
        let reader = frame(PagePaths.imports, as: .analyst)
        return [
            ("activity", ActivityView(frame: home, model: activity).html),
            ("activity-none", ActivityView(frame: reader, model: noActivity).html),
            ("intake", RefusalsView(frame: home, model: refusals).html), ("imports", ImportsView(frame: home, model: imports).html),
            ("imports-none", ImportsView(frame: reader, model: .init(entries: [], isLater: false, waiting: [])).html),
            ("import-file", FileToImportView(frame: home, model: fileToImport(nil)).html),
            (
                "import-asks",
                FileToImportView(
                    frame: home,
                    model: fileToImport(
                        .init(.needsAnswer, file: outside("a.csv"), line: 3, outside("?"), question: .statuses([outside("Wysłane")])))
                ).html
            ),
            (
                "import-columns",
                FileToImportView(frame: home, model: fileToImport(.init(.badData, outside("No column"), question: .columns))).html
            ), ("import-running", importJob(.running(.init(isReading: false, share: 0.4, rows: 12_000)), FileImportResult())),
            ("import-queued", importJob(.queued, FileImportResult())), ("import-done", importJob(.done, importResult)),
            ("import-failed", importJob(.failed, failedImport)), ("exports", ExportsView(frame: home, model: exports).html),
            ("exports-none", ExportsView(frame: reader, model: noExports).html),
        ]
    }

    private var activity: ActivityModel {
        var filter = ActivityModel.Filter()
        filter.who = outside("ada@example.com")
        filter.kind = .access
        filter.from = day(in: -30)
        return ActivityModel(
            filter: filter, people: ["command line", "key 3"],
            entries: [
                .init(
                    id: 9, at: ago(days: 0, minutes: 2), who: outside("ada@example.com"), action: "key.create",
                    subject: .named(outside("Shop"))),
                .init(id: 8, at: ago(days: 1), who: outside("key 3"), action: outside("odd.action"), subject: .none),
                .init(id: 7, at: ago(days: 2), who: "command line", action: "profile.object", subject: .profile("01JX1")),
            ], older: 7, isLater: true)
    }

    private var noActivity: ActivityModel { ActivityModel(filter: .init(), people: [], entries: [], isLater: false) }

    private var refusals: RefusalsModel {
        RefusalsModel(
            intake: intake, code: "too_large",
            refusals: [
                .init(
                    id: 4, at: ago(days: 1), door: outside("api"), code: "too_large", detail: outside("An order is worth more"), rows: 3,
                    original: outside("{\"data\":1}")),
                .init(id: 3, at: ago(days: 1), door: "import", code: outside("odd"), detail: outside("?"), rows: 1),
            ], older: 3, isLater: true)
    }

    private var importResult: FileImportResult {
        var result = FileImportResult()
        (result.rows, result.taken, result.known, result.rejected, result.refunds) = (4_120, 4_000, 100, 20, 12)
        (result.profilesMade, result.refused, result.toldOtherwise, result.changed) = (900, 2, 3, 4)
        result.wasInterrupted = true
        return result
    }

    private var failedImport: FileImportResult {
        var result = FileImportResult()
        result.fault = outside("no date")
        result.line = 3
        result.column = outside("Total")
        return result
    }

    private func entry(_ standing: ImportStanding, _ result: FileImportResult) -> ImportsModel.Entry {
        .init(
            id: "Ab3dEf", name: outside("orders.csv"), kind: .orders, who: outside("ada@example.com"), at: ago(days: 1), standing: standing,
            result: result)
    }

    private func importJob(_ standing: ImportStanding, _ result: FileImportResult) -> String {
        let model = ImportJobModel(
            entry: entry(standing, result), isFollowed: true, hasRejects: result.rejected > 0, hasFile: result.fault != nil)
        return ImportJobView(frame: frame(PagePaths.imports, as: .manager), model: model).html
    }

    private var upload: ImportSpool.Upload {
        var file = FileToImport(name: outside("orders.csv"), kind: .orders)
        file.columns = [.value: "#2"]
        return .init(
            id: "3kf9gza7ut53y3sh9mhjcs7chi", file: file, size: 123_456, who: outside("ada@example.com"), at: ago(days: 0, minutes: 5))
    }

    private var imports: ImportsModel {
        var model = ImportsModel(
            entries: [entry(.done, importResult), entry(.asks, failedImport), entry(.stopped, FileImportResult())], older: "Ab3dEf",
            isLater: true,
            waiting: [upload])
        model.problem = Phrase.Imports.fileEmpty
        model.isDiscarded = true
        return model
    }

    private func fileToImport(_ fault: ReadingError?) -> FileToImportModel {
        var check = FileCheck.notLooked
        check.rows = 40
        check.usable = 30
        check.setAside = 6
        check.rejected = [.init(code: "no-customer", words: "no customer", rows: 3), .init(code: outside("odd"), words: "odd", rows: 1)]
        check.examples = [
            .init(
                file: "orders.csv", line: 7, column: outside("Total"), reason: outside("the value is not understood: “twelve”"),
                text: outside("b@example.com,twelve"), code: "value", value: outside("twelve")),
            .init(file: "orders.csv", line: 9, column: nil, reason: outside("odd"), text: outside("odd"), code: "odd", value: nil),
        ]
        check.notes = [ReadingNote(.amountsIn, ["EUR", outside("Total")], "Amounts are taken as EUR")]
        check.farAbove = .init(orders: 1, largest: 500_000_000, usual: 4_900, currency: currency)
        check.span = Self.now.secondsSince1970 - 90_000_000...Self.now.secondsSince1970
        check.sums = [(currency, 1_234_500), (Currency(code: "USD") ?? .none, 500)]
        check.fault = fault
        return FileToImportModel(upload: upload, preview: preview, check: check)
    }

    private var preview: FilePreview {
        FilePreview(
            kind: .orders, dialect: .generic, encoding: "UTF-8", header: [outside("Email"), outside("Total")],
            rows: [[outside("a@example.com"), outside("12.00")], [outside("b@example.com")]], columns: [.email: 0, .value: 1])
    }

    private var exports: ExportsModel {
        var form = ExportsModel.Form()
        form.name = outside("weekly")
        form.columns = ["email"]
        form.problems = [
            ExportsModel.nameField: Phrase.Exports.nameWrong, ExportsModel.sourceField: Phrase.Exports.sourceWrong,
            ExportsModel.atField: Phrase.Exports.atWrong,
        ]
        func file(_ source: ExportsModel.Source, _ state: ExportsModel.State) -> ExportsModel.File {
            .init(
                id: "Ab3dEf", source: source, preset: .excelPolish, who: outside("ada@example.com"), at: ago(days: 1), rows: 12,
                state: state)
        }
        var model = ExportsModel(
            files: [
                file(.everybody, .written), file(.list(outside("Newsletter")), .ready(bytes: 123_456)),
                file(.segment(outside("Low value")), .gone), file(.gone, .failed(nil, detail: outside("No room"))),
                file(.everybody, .inFolder),
            ], older: "Ab3dEf", isLater: true,
            schedules: [
                .init(
                    id: "Ab3dEf", name: outside("weekly"), source: .everybody, preset: .plain, days: .weekly(day: 2), minutes: 390,
                    next: ago(days: -2)),
                .init(
                    id: "Ab3dEg", name: outside("monthly"), source: .segment(outside("Low value")), preset: .brevo, days: .monthly(day: 3),
                    minutes: 0, next: ago(days: -2)),
            ], hasFolder: true, lists: [("list:1", outside("Newsletter"))], segments: [("segment:1", outside("Low value"))])
        model.form = form
        model.notice = Phrase.Exports.made
        return model
    }

    private var noExports: ExportsModel {
        ExportsModel(files: [], isLater: false, schedules: [], hasFolder: false, lists: [], segments: [])
    }
}
