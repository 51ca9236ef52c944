// swift-tools-version: 6.2
import PackageDescription

// Every target of ours is compiled in Swift 6 mode with warnings as errors; dependencies are left alone.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "midback",
    products: [
        .library(name: "MidbackCore", targets: ["MidbackCore"]),
        .executable(name: "midback", targets: ["midback"]),
    ],
    dependencies: [
        // traits: [] because two default traits come out in random order and force a rebuild at each planning.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // A range: other packages ask for overlapping ranges and only this one resolves with all of them.
        .package(url: "https://github.com/apple/swift-crypto", "4.5.0"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // Values and rules only. Foundation is its one dependency.
        .target(name: "MidbackCore", swiftSettings: strict),
        // Plans, sessions, check-ins: from a result to what to do each day.
        .target(name: "MidbackPlan", dependencies: ["MidbackCore"], swiftSettings: strict),
        // The exercise figure: forward kinematics and drawing.
        .target(name: "MidbackFigures", dependencies: ["MidbackCore", "MidbackPlan"], swiftSettings: strict),
        // Content/*.yaml to ContentPack, and every check an author relies on.
        .target(
            name: "MidbackContent",
            dependencies: [
                "MidbackCore", "MidbackPlan", .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        // Vignettes through the real survey: the measures, and virtual visitors.
        .target(
            name: "MidbackEvaluation", dependencies: ["MidbackCore", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        // Answers from files and lines, results to lines.
        .target(
            name: "MidbackBulk", dependencies: ["MidbackCore", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        // The compiled content pack, templates and static files, embedded in the binary.
        .target(name: "CMidbackResources", cSettings: [.unsafeFlags(["-std=gnu2x"])]),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "MidbackStore", dependencies: ["MidbackCore"], swiftSettings: strict),
        .target(
            name: "MidbackSealing", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "MidbackStoreSQLite",
            dependencies: [
                "MidbackCore", "MidbackStore", "MidbackSealing", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "MidbackWorkflows",
            dependencies: [
                "MidbackCore", "MidbackPlan", "MidbackStore", "MidbackContent",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        // Page models, Mustache templates and drawings; no HTTP, so every page state renders in a unit test.
        .target(
            name: "MidbackPages",
            dependencies: [
                "MidbackCore", "MidbackPlan", "CMidbackResources",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            exclude: ["Templates", "Public"],
            swiftSettings: strict),
        .target(
            name: "MidbackWeb",
            dependencies: [
                "MidbackCore", "MidbackPlan", "MidbackFigures", "MidbackContent", "MidbackStore", "MidbackWorkflows",
                "MidbackPages", "CMidbackResources", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "midback",
            dependencies: [
                "MidbackCore", "MidbackPlan", "MidbackFigures", "MidbackContent", "MidbackStore", "MidbackSealing",
                "MidbackStoreSQLite", "MidbackWorkflows", "MidbackPages", "MidbackWeb", "CMidbackResources",
                "MidbackEvaluation", "MidbackBulk",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        // Never shipped: what tests of several targets share.
        .target(
            name: "MidbackTestSupport",
            dependencies: ["MidbackCore", "MidbackStore", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .testTarget(name: "MidbackCoreTests", dependencies: ["MidbackCore", "MidbackContent"], swiftSettings: strict),
        .testTarget(
            name: "MidbackContentTests", dependencies: ["MidbackCore", "MidbackContent"], swiftSettings: strict),
        .testTarget(
            name: "MidbackPlanTests",
            dependencies: ["MidbackCore", "MidbackPlan", "MidbackContent", .product(name: "Yams", package: "Yams")],
            exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "MidbackFiguresTests",
            dependencies: [
                "MidbackCore", "MidbackPlan", "MidbackFigures", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MidbackEvaluationTests", dependencies: ["MidbackCore", "MidbackContent", "MidbackEvaluation"],
            swiftSettings: strict),
        .testTarget(
            name: "MidbackBulkTests", dependencies: ["MidbackCore", "MidbackContent", "MidbackBulk"],
            swiftSettings: strict),
        .testTarget(
            name: "MidbackStoreTests",
            dependencies: [
                "MidbackStore", "MidbackSealing", "MidbackStoreSQLite", "MidbackTestSupport",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MidbackPagesTests",
            dependencies: ["MidbackPages", "MidbackCore", "MidbackPlan", "MidbackContent", "CZlib"],
            exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "MidbackWorkflowsTests",
            dependencies: [
                "MidbackCore", "MidbackPlan", "MidbackContent", "MidbackStore", "MidbackTestSupport",
                "MidbackWorkflows",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MidbackWebTests",
            dependencies: [
                "MidbackCore", "MidbackPlan", "MidbackContent", "MidbackStore", "MidbackStoreSQLite", "MidbackSealing",
                "MidbackTestSupport", "MidbackWorkflows", "MidbackPages", "MidbackWeb", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
    ]
)
