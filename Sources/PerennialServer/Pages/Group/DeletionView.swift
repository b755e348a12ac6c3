import Markup
import Shop
import Wording

/// Asks once more before a list or segment is deleted, and says what goes by it.
struct DeletionView {
    let frame: PageFrame
    let kind: ProfileGroup
    let id: String
    let name: String
    let uses: [GroupUse]
    let token: FormToken

    private var words: Words { frame.setting.words }

    var html: String {
        var leads = [words(kind == .list ? Phrase.GroupPage.deleteListLead : Phrase.GroupPage.deleteSegmentLead)]
        if !uses.isEmpty { leads.append(words(Phrase.GroupPage.deleteUsed)) }
        return ConfirmView(
            frame: frame, section: .segments, title: words(kind == .list ? Phrase.GroupPage.deleteList : Phrase.GroupPage.deleteSegment),
            what: name, lead: leads, touched: uses.map { (words($0.kind.phrase), $0.name) }, button: words(Phrase.GroupPage.deleteNow),
            action: PagePaths.deleting(kind, id), back: PagePaths.group(kind, id), keep: Phrase.Rights.keep, token: token
        ).html
    }
}
