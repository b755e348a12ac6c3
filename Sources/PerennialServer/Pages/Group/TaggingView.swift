import Markup
import Shop
import Wording

/// The form by which tags are put on a list or segment, and taken off.
struct TaggingView {
    let words: Words
    let model: TaggingModel
    /// The list or segment.
    let path: PagePath
    let token: FormToken

    var node: Node {
        .make(.details, [.css("data"), .id("tagging")] + (model.fault == nil ? [] : [Attribute(name: .open, value: "open")])) {
            Node.make(.summary) { Node.text(words(Phrase.Tags.edit)) }
            Node.form(to: path.appending("tags"), token: token, [.css("form")]) {
                if !model.tags.isEmpty {
                    Node.make(.fieldset) {
                        Node.make(.legend) { Node.text(words(Phrase.Tags.title)) }
                        Node.div("ticks") {
                            for tag in model.tags {
                                Node.tick(
                                    OutsideText(tag.name, longest: 60).shown, name: TaggingModel.tagField, value: tag.id,
                                    id: "tag-" + tag.id,
                                    isTicked: tag.isOn)
                            }
                        }
                    }
                }
                FieldView(
                    words(Phrase.Tags.new),
                    Field(
                        TaggingModel.newField, .text, id: "new-tag", value: model.newName, isRequired: false, longest: Shop.longestTagName),
                    hint: words(Phrase.Tags.newHelp), problem: model.fault.map { $0.text(words) }
                ).node
                Node.button(words(Phrase.PagePart.save))
            }
        }
    }
}
