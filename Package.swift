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
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        // The words of the domain as types.
        .target(name: "Facts", swiftSettings: house),

        // Figures as SVG text from plain values. Imports nothing.
        .target(name: "Charts", swiftSettings: house),

        // Every text that people read, in English, French and Polish; plurals, numbers, dates and money of each language.
        .target(name: "Wording", dependencies: ["Facts"], swiftSettings: house),

        // Vector loops over logarithms and exponentials, chosen for the processor at run time.
        .target(name: "CVectorMath", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        // The probability models and their numerics. Imports nothing of the rest.
        .target(name: "BuyTillYouDie", dependencies: ["CVectorMath"], swiftSettings: house),

        // Orders to summaries, eligibility, predictions, RFM.
        .target(name: "CustomerValue", dependencies: ["Facts", "BuyTillYouDie"], swiftSettings: house),

        // Finds separators, quotes and line ends, 64 bytes at a time.
        .target(name: "CByteScan"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // Raw bytes (CSV dialects, shops' payloads) to orders and refunds.
        .target(name: "Connectors", dependencies: ["Facts", "CByteScan", "CZlib"], swiftSettings: house),

        // Results as pages that people keep: one folder per section.
        .target(name: "Reports", dependencies: ["Facts", "Charts", "Wording", "BuyTillYouDie", "CustomerValue"], swiftSettings: house),

        // The command line: one file per command.
        .executableTarget(
            name: "perennial",
            dependencies: [
                "Facts", "BuyTillYouDie", "CustomerValue", "Connectors", "Wording", "Reports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        .testTarget(name: "FactsTests", dependencies: ["Facts"], swiftSettings: house),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: house),
        .testTarget(
            name: "BuyTillYouDieTests", dependencies: ["BuyTillYouDie", "CVectorMath"],
            resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(
            name: "CustomerValueTests", dependencies: ["CustomerValue", "BuyTillYouDie", "Facts"],
            resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Facts"], swiftSettings: house),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Wording", "CustomerValue", "Charts", "Facts"], swiftSettings: house),
        .testTarget(
            name: "ConnectorsTests", dependencies: ["Connectors", "Facts", "CByteScan"],
            resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(
            name: "CommandTests", dependencies: ["perennial", "Facts"],
            swiftSettings: house),
    ],
    cxxLanguageStandard: .cxx17
)

// The documentation compiler's plugin, only for `make docs`: plugins are otherwise fetched and compiled in every build.
if Context.environment["PERENNIAL_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"))
}
