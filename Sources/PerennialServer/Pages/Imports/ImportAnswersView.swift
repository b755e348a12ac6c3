import Connectors
import Markup
import Shop
import Wording

/// The form by which somebody says how a file is meant, where it does not say so itself.
struct ImportAnswersView {
    let setting: PageSetting
    let model: FileToImportModel
    let token: FormToken

    private var words: Words { setting.words }
    private var file: FileToImport { model.file }

    var node: Node {
        .form(to: PagePaths.importFile(model.upload.id), token: token) {
            Node.p("lead", words(Phrase.Imports.answersLead))
            if case .statuses(let unknown) = model.check.fault?.question { statuses(unknown) }
            Node.div("form-row") {
                choice(
                    Phrase.Imports.kind, ImportsModel.kindField, FilePreview.Kind.allCases.map { ($0.rawValue, words($0.phrase)) },
                    file.kind.rawValue, hasFound: false)
                choice(
                    Phrase.Imports.dateOrder, FileToImportModel.dateField,
                    [
                        (DateOrder.dayFirst.rawValue, words(Phrase.Imports.dayFirst)),
                        (DateOrder.monthFirst.rawValue, words(Phrase.Imports.monthFirst)),
                    ],
                    file.dateOrder?.rawValue)
                choice(
                    Phrase.Imports.decimal, FileToImportModel.decimalField,
                    [(DecimalMark.comma.rawValue, words(Phrase.Imports.comma)), (DecimalMark.point.rawValue, words(Phrase.Imports.point))],
                    file.decimalMark?.rawValue)
                choice(
                    Phrase.Imports.encoding, FileToImportModel.encodingField, FileToImportModel.encodings.map { ($0, $0) }, file.encoding)
                if file.kind == .profiles {
                    choice(
                        Phrase.Imports.consent, FileToImportModel.consentField,
                        [
                            (FileConsent.subscribed.rawValue, words(Phrase.Imports.consentYes)),
                            (FileConsent.none.rawValue, words(Phrase.Imports.consentNo)),
                        ], file.consent?.rawValue)
                }
                if hasMoney {
                    FieldView(
                        words(Phrase.Imports.currency),
                        Field(
                            FileToImportModel.currencyField, .text, value: model.unknownCurrency ?? file.currency ?? "", hint: "EUR",
                            isRequired: false,
                            longest: 3), problem: model.unknownCurrency.map { words.noCurrency(OutsideText($0, longest: 20).shown) }
                    ).node
                }
                if file.kind == .orders {
                    choice(
                        Phrase.Imports.basis, FileToImportModel.valueField,
                        [
                            (ValueBasis.gross.rawValue, words(Phrase.Imports.gross)),
                            (ValueBasis.withoutShipping.rawValue, words(Phrase.Imports.noShipping)),
                            (ValueBasis.net.rawValue, words(Phrase.Imports.net)),
                        ], file.valueBasis.rawValue, hasFound: false)
                }
            }
            if hasMoney, let preview = model.preview { columns(preview) }
            Node.button(words(Phrase.Imports.lookAgain), [.css("quiet")])
        }
    }

    private var hasMoney: Bool { file.kind == .orders || file.kind == .refunds }

    private func choice(
        _ label: Phrase, _ name: String, _ answers: [(String, String)], _ chosen: String?, hasFound: Bool = true
    ) -> Node {
        let found: [Choices.Option] = hasFound ? [.init("", words(Phrase.Imports.asFound))] : []
        return ChoiceView(words(label), Choices(name, found + answers.map { .init($0.0, $0.1) }, chosen: chosen ?? "")).node
    }

    private func columns(_ preview: FilePreview) -> Node {
        .make(.details, [.css("data")] + (isAskedForColumns ? [Attribute(name: .open, value: "open")] : [])) {
            Node.make(.summary) { Node.text(words(Phrase.Imports.columns)) }
            if isAskedForColumns, file.columns.isEmpty, !preview.guesses.isEmpty { Node.p("note", words(Phrase.Imports.guessedHelp)) }
            Node.div("form-row") {
                for column in asked {
                    let found = preview.columns[column].map { preview.header[$0] } ?? words(Phrase.Imports.notThere)
                    let guess = file.columns.isEmpty && isAskedForColumns ? preview.guesses[column].map { "#\($0 + 1)" } : nil
                    ChoiceView(
                        words(column.phrase),
                        Choices(
                            FileToImportModel.columnField(column),
                            [.init("", words.labelled(words(Phrase.Imports.asFound), OutsideText(found, longest: 40).shown))]
                                + preview.header.enumerated().prefix(200).map {
                                    .init("#\($0.offset + 1)", OutsideText($0.element, longest: 40).shown)
                                }, chosen: file.columns[column] ?? guess ?? "")
                    ).node
                }
            }
        }
    }

    private var isAskedForColumns: Bool { model.check.fault?.question == .columns || !file.columns.isEmpty }

    private var asked: [OrderColumn] {
        file.kind == .orders
            ? OrderColumn.allCases.filter { $0 != .product && $0 != .discount }
            : [.customer, .email, .orderID, .orderedAt, .value, .currency]
    }

    private func statuses(_ unknown: [String]) -> Node {
        .make(.fieldset) {
            Node.make(.legend) { Node.text(words(Phrase.Imports.statusMeans)) }
            Node.div("form-row") {
                for (place, status) in unknown.prefix(FileToImportModel.mostStatuses).enumerated() {
                    Node.hidden(FileToImportModel.statusNameField(place), OutsideText(status, longest: 200).shown)
                    ChoiceView(
                        OutsideText(status, longest: 60).shown,
                        Choices(
                            FileToImportModel.statusField(place),
                            [.init("", "–")] + OrderStatus.allCases.map { .init($0.rawValue, words($0.phrase)) })
                    ).node
                }
            }
        }
    }
}
