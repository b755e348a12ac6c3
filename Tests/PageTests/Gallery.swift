import Markup
import Wording

@testable import PerennialServer

/// Every page in every state, by name.
enum Gallery {
    static func pages(_ samples: Samples) -> [(name: String, html: String)] {
        let frame = samples.frame(PagePaths.home)
        let token = FormToken("dmlzaXQ")
        let outside = samples.frame(PagePaths.signIn, isSignedIn: false)
        var pages: [(String, String)] = [
            ("home", HomeView(frame: frame, model: samples.home).html),
            ("home-small", HomeView(frame: frame, model: samples.smallHome).html),
            ("home-fitting", HomeView(frame: frame, model: samples.fittingHome).html),
            ("home-empty", HomeView(frame: frame, model: samples.emptyHome).html),
            ("home-no-orders", HomeView(frame: frame, model: samples.homeWithoutOrders).html),
            ("home-overtaken", HomeView(frame: frame, model: samples.homeOvertaken).html),
            ("home-none-counts", HomeView(frame: frame, model: samples.homeWhereNoneCounts).html),
            ("profile", ProfileView(frame: samples.frame(PagePaths.profile("01JX1")), model: samples.profile).html),
            ("profile-new", ProfileView(frame: frame, model: samples.newcomer).html),
            ("profile-stranger", ProfileView(frame: frame, model: samples.stranger).html),
            ("profiles", ProfilesView(frame: samples.frame(samples.profiles.query.path), model: samples.profiles).html),
            ("profiles-at-stake", ProfilesView(frame: frame, model: samples.atStake).html),
            ("profiles-none", ProfilesView(frame: frame, model: samples.noMatch).html),
            ("profiles-empty", ProfilesView(frame: frame, model: samples.noProfiles).html),
            ("erase", EraseView(frame: frame, name: samples.name(0), token: token, id: "01JX1").html),
            ("profiles-value", ProfilesView(frame: frame, model: samples.byValue).html),
            ("sign-in", SignInView(frame: outside, model: SignInModel(token: token)).html),
            (
                "sign-in-wrong",
                SignInView(
                    frame: outside,
                    model: SignInModel(
                        email: samples.outside("ada@example.com"), notice: .wrong, next: PagePaths.profile("01JX1"), token: token)
                ).html
            ),
            ("first-owner", FirstOwnerView(frame: outside, model: FirstOwnerModel(secret: "s3cret", token: token)).html),
            (
                "first-owner-wrong",
                FirstOwnerView(
                    frame: outside,
                    model: FirstOwnerModel(
                        secret: "s3cret", name: samples.outside("Ada"), email: samples.outside("ada@"),
                        problems: [.nameMissing, .emailWrong, .passwordTooShort, .passwordsDiffer], token: token)
                ).html
            ),
        ]
        pages += audience(samples)
        for problems in [[], [.passwordTooShort, .passwordsDiffer], [.passwordCommon]] as [[FirstOwnerModel.Problem]] {
            let model = SetPasswordModel(secret: "once_s3cret", email: samples.outside("ada@example.com"), problems: problems, token: token)
            pages.append(("set-password-\(problems.count)", SetPasswordView(frame: outside, model: model).html))
        }
        let notices: [SignInModel.Notice] = [.tooManyAttempts(waitSeconds: 240), .signedOut]
        for (place, notice) in notices.enumerated() {
            pages.append(("sign-in-notice-\(place)", SignInView(frame: outside, model: SignInModel(notice: notice, token: token)).html))
        }
        for (place, stage) in [
            ForgottenPasswordView.Stage.asks, .sent, .isWrong, .tooMany(waitSeconds: 900), .withoutMail,
        ].enumerated() {
            let view = ForgottenPasswordView(frame: outside, stage: stage, email: samples.outside("ada@"), token: token)
            pages.append(("forgotten-password-\(place)", view.html))
        }
        for (place, reason) in LinkView.Reason.allCases.enumerated() {
            pages.append(("link-\(place)", LinkView(frame: outside, reason: reason).html))
        }
        for (place, model) in samples.withoutPrediction.enumerated() {
            pages.append(("profile-why-\(place)", ProfileView(frame: frame, model: model).html))
        }
        pages += valuePages(samples)
        for (place, failure) in PageFailure.allCases.enumerated() {
            pages.append(("failure-\(place)", FailureView(frame: frame, failure: failure, requestID: samples.outside("7f3a9c21b0")).html))
            pages.append(("failure-outside-\(place)", FailureView(frame: outside, failure: failure, requestID: "7f3a9c21b0").html))
        }
        pages += samples.settingsPages + samples.dataPages
        return pages
    }
}
