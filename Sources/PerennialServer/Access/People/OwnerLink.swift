import Crypto
import Facts
import Journal
import Markup
public import Shop

/// The link by which a shop's first owner sets a password. It works once, for a day.
public enum OwnerLink {
    static let purpose = "first-owner"
    private static let secondsItWorks: Int64 = 86_400

    /// A new link's path, such as `/first-owner/…`; `nil` where the shop has an owner.
    public static func path(_ shop: Shop) throws(IntakeError) -> String? {
        do throws(JournalError) {
            guard try shop.journal.users().isEmpty else { return nil }
        } catch {
            throw .unavailable(error)
        }
        let secret = APIKey.newSecret()
        let hash = hash(secret)
        try shop.writeAndWait { (intake) throws(IntakeError) in
            intake.write(
                .oneTimeLink(
                    OneTimeLinkRow(
                        hash: hash, purpose: purpose, detail: "{}", createdAt: intake.now,
                        expiresAt: Instant(secondsSince1970: intake.now.secondsSince1970 + secondsItWorks))))
        }
        return PagePaths.firstOwner(secret: secret).text
    }

    static func hash(_ secret: String) -> [UInt8] { KeyHash(secret: secret).bytes }
}
