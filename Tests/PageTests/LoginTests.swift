import Markup
import Testing
import Wording

@testable import PerennialServer

@Suite("Signing in, and pages that cannot be shown")
struct LoginTests {
    private var outside: PageFrame { Samples().frame(PagePaths.signIn, isSignedIn: false) }

    @Test("A wrong sign-in keeps the address, never the password, and does not say which of them was wrong")
    func wrong() {
        let model = SignInModel(email: "ada@example.com", notice: .wrong, next: PagePath("profiles", "x"), token: FormToken("t"))
        let read = ReadPage(SignInView(frame: outside, model: model).html)
        let inputs = read.all("input")
        #expect(inputs.first { $0.attributes["name"] == "email" }?.attributes["value"] == "ada@example.com")
        #expect(inputs.first { $0.attributes["name"] == "next" }?.attributes["value"] == "/profiles/x")
        #expect(inputs.filter { $0.attributes["aria-invalid"] == "true" }.count == 2)
        #expect(read.elements.contains { $0.attributes["role"] == "alert" })
    }

    @Test("Each problem of the owner's form stands at its field")
    func problems() {
        let all: [FirstOwnerModel.Problem] = [.nameMissing, .emailWrong, .passwordTooShort, .passwordCommon, .passwordsDiffer]
        for problem in all {
            let model = FirstOwnerModel(secret: "s", problems: [problem], token: FormToken("t"))
            let read = ReadPage(FirstOwnerView(frame: outside, model: model).html)
            #expect(read.all("input").count { $0.attributes["aria-invalid"] == "true" } == 1, "\(problem)")
            #expect(read.all("form").first?.attributes["action"] == "/first-owner/s")
        }
    }

    @Test("Who is not signed in sees neither sections nor a search")
    func nothingBehind() {
        for failure in PageFailure.allCases {
            let read = ReadPage(FailureView(frame: outside, failure: failure, requestID: "r1").html)
            #expect(read.all("form").isEmpty && !read.values(of: "href").contains("/profiles"))
            #expect(read.text.contains("r1") && read.text.contains("\(failure.status)"))
        }
    }

    @Test("How long to wait is said in whole minutes", arguments: [(1, "1\u{A0}minutę"), (120, "2\u{A0}minuty"), (241, "5\u{A0}minut")])
    func wait(seconds: Int, said: String) {
        #expect(Words(.pl).tooManyAttempts(waitSeconds: seconds).contains(said))
    }
}
