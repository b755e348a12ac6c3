// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target of the package is built alike: Swift 6 language mode, warnings are errors,
/// `any` is written out, and an import is not passed on by accident.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// Targets stand from the ground up: each imports only what stands above it (see docs/architecture.md).
let package = Package(
    name: "Perennial",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Facts", targets: ["Facts"]),
        .library(name: "BuyTillYouDie", targets: ["BuyTillYouDie"]),
        .library(name: "CustomerValue", targets: ["CustomerValue"]),
        .executable(name: "perennial", targets: ["perennial"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // The words of the domain as types.
        .target(name: "Facts", swiftSettings: house),

        // Figures as SVG text from plain values. Imports nothing.
        .target(name: "Charts", swiftSettings: house),

        // HTML as values, escaped by construction: pages that stand alone, and pages that a server gives out.
        .target(name: "Markup", dependencies: ["Charts"], swiftSettings: house),

        // Every text that people read, in English, French and Polish; plurals, numbers, dates and money of each language.
        .target(name: "Wording", dependencies: ["Facts"], swiftSettings: house),

        // Vector loops over logarithms and exponentials, chosen for the processor at run time.
        .target(name: "CVectorMath", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        // The probability models and their numerics. Imports nothing of the rest.
        .target(name: "BuyTillYouDie", dependencies: ["CVectorMath"], swiftSettings: house),

        // Orders to summaries, eligibility, predictions, RFM.
        .target(name: "CustomerValue", dependencies: ["Facts", "BuyTillYouDie", "CPrefetch"], swiftSettings: house),

        // Parses JSON with simdjson.
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        // JSON text to values without copies, and back.
        .target(name: "JSON", dependencies: ["CSimdJSON"], swiftSettings: house),

        // Finds separators, quotes and line ends, and members of JSON objects, 64 bytes at a time.
        .target(name: "CByteScan"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // Raw bytes (CSV dialects, shops' payloads) to orders and refunds.
        .target(name: "Connectors", dependencies: ["Facts", "JSON", "CByteScan", "CZlib"], swiftSettings: house),

        // Settings and results of RFM as JSON, and settings back.
        .target(name: "RFMSpelling", dependencies: ["Facts", "JSON", "CustomerValue"], swiftSettings: house),

        // Regular expressions whose matching takes time in proportion to the text.
        .target(name: "CRegex", linkerSettings: [.linkedLibrary("re2")]),
        // The segment language: typed conditions, their spelling as JSON, what is wrong with one.
        .target(name: "Segments", dependencies: ["Facts", "JSON", "CRegex"], swiftSettings: house),

        // Definitions of segments in words, in three languages.
        .target(name: "SegmentWording", dependencies: ["Facts", "JSON", "Segments", "Wording"], swiftSettings: house),

        // The store: facts in order, definitions, keys, jobs. SQLite.
        .target(name: "Journal", dependencies: ["Facts", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: house),
        // Tells the processor which memory is needed next.
        .target(name: "CPrefetch"),
        // Columns in memory, one row per profile.
        .target(
            name: "Population", dependencies: ["Facts", "JSON", "Segments", "BuyTillYouDie", "CustomerValue", "CByteScan", "CPrefetch"],
            swiftSettings: house),
        // A running shop: takes facts in, keeps journal and columns together, fits models, runs jobs.
        .target(
            name: "Shop",
            dependencies: [
                "Facts", "JSON", "Segments", "SegmentWording", "CustomerValue", "RFMSpelling", "BuyTillYouDie", "Connectors", "Journal",
                "Population", "CZlib",
            ],
            swiftSettings: house),

        // Results as pages that people keep: one folder per section.
        .target(
            name: "Reports", dependencies: ["Facts", "Charts", "Markup", "Wording", "BuyTillYouDie", "CustomerValue"], swiftSettings: house),

        // A shop that was never there, day by day, for trying things out.
        .target(name: "DemoShop", dependencies: ["Facts", "JSON", "BuyTillYouDie"], swiftSettings: house),

        // Hands mail to a server with libcurl, which is looked for when the first is sent.
        .target(name: "CCurl"),
        // Mail to people who run the shop: addresses, messages, the server that takes them.
        .target(name: "Mail", dependencies: ["CCurl"], swiftSettings: house),

        // HTTP: the API, and pages.
        .target(
            name: "PerennialServer",
            dependencies: [
                "Facts", "JSON", "Charts", "Markup", "Wording", "SegmentWording", "CustomerValue", "RFMSpelling", "Reports", "Segments",
                "Journal", "Population",
                "Shop", "Connectors", "CZlib", "Mail",
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house),

        // The command line: one file per command.
        .executableTarget(
            name: "perennial",
            dependencies: [
                "Facts", "BuyTillYouDie", "CustomerValue", "RFMSpelling", "Connectors", "Wording", "SegmentWording", "Reports", "JSON",
                "Segments", "Journal", "Population", "Shop", "DemoShop", "PerennialServer", "Mail",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house),

        // Draws from a fixed seed, for tests only.
        .target(name: "SeededDice", dependencies: ["BuyTillYouDie"], path: "Tests/SeededDice", swiftSettings: house),
        // Definitions of segments, over the whole language or what one shop has, drawn from a fixed seed, for tests only.
        .target(
            name: "RandomSegments", dependencies: ["Segments", "Facts", "SeededDice"], path: "Tests/RandomSegments", swiftSettings: house),
        // Waiting for what other threads see to, for tests only.
        .target(name: "Eventually", path: "Tests/Eventually", swiftSettings: house),
        .testTarget(
            name: "ShopTests",
            dependencies: [
                "Shop", "Population", "Segments", "Journal", "Connectors", "CustomerValue", "RFMSpelling", "BuyTillYouDie", "JSON", "Facts",
                "CFaultVFS", "SeededDice", "Eventually",
            ],
            swiftSettings: house),
        .testTarget(
            name: "PopulationTests",
            dependencies: ["Population", "Segments", "JSON", "Facts", "CustomerValue", "BuyTillYouDie", "SeededDice", "RandomSegments"],
            swiftSettings: house),
        .testTarget(
            name: "SegmentsTests",
            dependencies: ["Segments", "SegmentWording", "Wording", "JSON", "Facts", "BuyTillYouDie", "SeededDice", "RandomSegments"],
            swiftSettings: house),
        // Files that fail on demand: lost writes at a power cut, a full disk. For tests only.
        .target(name: "CFaultVFS", path: "Tests/CFaultVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "JournalTests",
            dependencies: ["Journal", "Facts", "CFaultVFS", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: house),
        .testTarget(name: "FactsTests", dependencies: ["Facts", "BuyTillYouDie"], swiftSettings: house),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "BuyTillYouDie"], swiftSettings: house),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: house),
        .testTarget(name: "MailTests", dependencies: ["Mail"], swiftSettings: house),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: house),
        .testTarget(
            name: "BuyTillYouDieTests", dependencies: ["BuyTillYouDie", "CVectorMath"],
            resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(
            name: "CustomerValueTests", dependencies: ["CustomerValue", "BuyTillYouDie", "Facts"],
            resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(name: "RFMSpellingTests", dependencies: ["RFMSpelling", "CustomerValue", "JSON", "Facts"], swiftSettings: house),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Facts"], swiftSettings: house),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Markup", "Wording", "CustomerValue", "Charts", "Facts"], swiftSettings: house),
        .testTarget(
            name: "PageTests",
            dependencies: [
                "PerennialServer", "Reports", "Markup", "Wording", "CustomerValue", "Charts", "Facts", "Connectors", "Shop", "Population",
                "Segments", "JSON", "SeededDice", "RandomSegments",
            ],
            swiftSettings: house),
        .testTarget(
            name: "ConnectorsTests", dependencies: ["Connectors", "Facts", "CByteScan"],
            resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(name: "DemoShopTests", dependencies: ["DemoShop", "Facts", "JSON"], swiftSettings: house),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "PerennialServer", "Facts", "JSON", "Journal", "Population", "Shop", "Eventually",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "CommandTests", dependencies: ["perennial", "Facts", "Segments", "Shop"],
            swiftSettings: house),
    ],
    cxxLanguageStandard: .cxx17
)

// The documentation compiler's plugin, only for `make docs`: plugins are otherwise fetched and compiled in every build.
if Context.environment["PERENNIAL_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"))
}
