import Facts
import Journal
import Markup
public import Shop

/// The link by which a shop's first owner sets a password. It works once, for a day.
public enum OwnerLink {
    static let purpose = "first-owner"

    /// A new link's path, such as `/first-owner/…`; `nil` where the shop has an owner.
    public static func path(_ shop: Shop) throws(IntakeError) -> String? {
        do throws(JournalError) {
            guard try shop.journal.users().isEmpty else { return nil }
        } catch {
            throw .unavailable(error)
        }
        let secret = OneTimeSecret.new()
        try shop.writeAndWait { (intake) throws(IntakeError) in
            intake.write(.oneTimeLink(OneTimeSecret.row(secret, purpose: purpose, detail: "{}", at: intake.now)))
        }
        return PagePaths.firstOwner(secret: secret).text
    }
}
