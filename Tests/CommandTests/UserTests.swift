import Foundation
import Testing

@Suite("People who sign in")
struct UserTests {
    @Test("Somebody is let in by a link, gets a new one, and is shut out")
    func users() throws {
        try Program.withShop { data, _ in
            func user(_ arguments: String...) throws -> Program.Result { try Program.run(["user"] + arguments + ["--data", data]) }
            let added = try user("add", "Ada@Example.com", "--name", "Ada")
            #expect(added.status == 0 && added.output.hasPrefix("http://localhost:8080/set-password/once_"), "\(added.words)")
            #expect(try user("add", "ada@example.com").status == 73)
            #expect(try user("list").output.contains("ada@example.com"))
            let reset = try user("reset-password", "ada@example.com", "--public-url", "https://value.example/")
            #expect(reset.output.hasPrefix("https://value.example/set-password/once_"))
            #expect(try user("remove", "ada@example.com").words.contains("Nobody may sign in now"))
            #expect(try user("remove", "ada@example.com").status == 66)
            #expect(try user("reset-password", "bob@example.com").status == 66)
            #expect(try user("add", "ada@example.com").status == 0)
            #expect(try user("add", "no address").status == 64)
        }
    }

    @Test("The first is an owner, others are managers unless another role is given; whoever is let in again may get another")
    func roles() throws {
        try Program.withShop { data, _ in
            func user(_ arguments: String...) throws -> Program.Result { try Program.run(["user"] + arguments + ["--data", data]) }
            for arguments in [["ada@example.com"], ["bob@example.com"], ["eve@example.com", "--role", "analyst"]] {
                #expect(try Program.run(["user", "add"] + arguments + ["--data", data]).status == 0)
            }
            func roles() throws -> [String] {
                try user("list").output.split(separator: "\n").dropFirst().compactMap {
                    $0.split(separator: " ").dropFirst().first.map(String.init)
                }
            }
            #expect(try roles() == ["owner", "manager", "analyst"])
            #expect(try user("remove", "eve@example.com").status == 0)
            #expect(try user("add", "eve@example.com", "--role", "manager").status == 0)
            #expect(try roles() == ["owner", "manager", "manager"])
            let wrong = try user("add", "max@example.com", "--role", "king")
            #expect(wrong.status == 64 && wrong.words.contains("analyst"), "\(wrong.words)")
        }
    }
}
