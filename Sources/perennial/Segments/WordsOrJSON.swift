import ArgumentParser

/// The forms of what is written for people or for programs, and has no rows.
enum WordsOrJSON: String, CaseIterable, ExpressibleByArgument {
    case table, json
}
