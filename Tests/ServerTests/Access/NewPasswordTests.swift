import Testing

@testable import PerennialServer

@Suite("Passwords that people choose")
struct NewPasswordTests {
    @Test(
        "What is tried first is refused, however often it is said",
        arguments: [
            "passwordpassword", "Password12345", "bob@shop.test", "bob@shop.testbob", "qwertyuiop123", "aaaaaaaaaaaaaa", "robertrobert12",
        ])
    func common(password: String) {
        let email = password.hasPrefix("robert") ? "robert@shop.test" : "bob@shop.test"
        #expect(NewPassword.problems(password, again: password, email: email).contains { $0 == .passwordCommon })
    }

    @Test(
        "Others are taken",
        arguments: ["rosehip-lantern-27", "correct horse battery", "bob@shop.test is not my cat", "password of the old mill"])
    func others(password: String) {
        #expect(NewPassword.problems(password, again: password, email: "bob@shop.test").isEmpty)
    }
}
