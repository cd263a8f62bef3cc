// swift-tools-version: 6.0
import PackageDescription

/// Every Swift target is compiled the same way: Swift 6 language mode, imports internal unless said otherwise.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// The search is some twenty times slower without the optimiser, too slow for tests of real plans.
///
/// Only by wish of Scripts/test: the package manager lets nobody depend on a package that asks for flags.
let searched: [SwiftSetting] =
  Context.environment["KLONG_OPTIMIZE_TESTS"] == nil
  ? house : house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "klong",
  products: [
    .executable(name: "klong", targets: ["klong"]),
    .library(name: "Geometry", targets: ["Geometry"]),
    .library(name: "GEOS", targets: ["GEOS"]),
    .library(name: "PROJ", targets: ["PROJ"]),
    .library(name: "GeoJSON", targets: ["GeoJSON"]),
    .library(name: "Settlement", targets: ["Settlement"]),
    .library(name: "Regulations", targets: ["Regulations"]),
    .library(name: "Compliance", targets: ["Compliance"]),
    .library(name: "Planning", targets: ["Planning"]),
    .library(name: "Cooperative", targets: ["Cooperative"]),
    .library(name: "Cartography", targets: ["Cartography"]),
  ],
  targets: [
    // The border with C.
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    // The package manager says that it leaves out -pthread: nothing here needs it.
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),

    // Values.
    // Square roots and rounding are libm's, which nothing else here would link.
    .target(name: "Geometry", swiftSettings: searched, linkerSettings: [.linkedLibrary("m")]),
    .target(name: "JSON", dependencies: ["CSimdJSON"], swiftSettings: house),
    .target(name: "GEOS", dependencies: ["Geometry", "CGEOS"], swiftSettings: searched),
    .target(name: "PROJ", dependencies: ["Geometry", "CPROJ"], swiftSettings: house),
    .target(name: "GeoJSON", dependencies: ["JSON", "CSimdJSON"], swiftSettings: house),

    // The domain.
    .target(name: "Settlement", dependencies: ["Geometry"], swiftSettings: house),
    .target(
      name: "Regulations", dependencies: ["JSON"],
      resources: [.embedInCode("Books")], swiftSettings: house),
    .target(
      name: "Compliance", dependencies: ["Geometry", "GEOS", "Settlement", "Regulations"],
      swiftSettings: house),
    .target(name: "Matching", swiftSettings: searched),
    .target(
      name: "Planning", dependencies: ["Geometry", "GEOS", "Matching", "Settlement", "Regulations"],
      swiftSettings: searched),

    .target(
      name: "Cooperative", dependencies: ["Geometry", "JSON", "Matching", "Settlement"],
      resources: [.embedInCode("Books")], swiftSettings: searched),
    .target(
      name: "Cartography", dependencies: ["Geometry", "JSON", "Settlement", "CPango", "CQREncode"],
      resources: [.embedInCode("Languages"), .embedInCode("Schemas")], swiftSettings: house),

    // The tool.
    .target(name: "CommandLineKit", swiftSettings: house),
    .target(
      name: "KlongCLI",
      dependencies: [
        "CommandLineKit", "CMessageDigest", "Geometry", "JSON", "GeoJSON", "GEOS", "PROJ",
        "Settlement", "Regulations", "Compliance", "Planning", "Cooperative", "Cartography",
      ],
      swiftSettings: house),
    .executableTarget(name: "klong", dependencies: ["KlongCLI"], swiftSettings: house),

    // Made settlements: for the samples, the property tests and the benchmarks.
    .target(
      name: "SyntheticSettlements", dependencies: ["Cooperative", "Geometry", "Settlement"],
      swiftSettings: house),
    .executableTarget(
      name: "MakeSample",
      dependencies: ["SyntheticSettlements", "Cooperative", "GeoJSON", "JSON", "PROJ", "Geometry"],
      swiftSettings: house),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "SyntheticSettlements", "klong", "KlongCLI", "Geometry", "JSON", "GeoJSON", "GEOS", "PROJ",
        "Settlement",
        "Regulations", "Compliance", "Planning", "Cooperative", "Matching", "Cartography",
      ],
      swiftSettings: house),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Geometry"], path: "Tests/TestSupport",
      swiftSettings: house),
    // Writes one file over and over until it is killed.
    .executableTarget(
      name: "OutputLoop", dependencies: ["KlongCLI"], path: "Tests/OutputLoop", swiftSettings: house),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry", "TestSupport"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"]),
    .testTarget(name: "GeoJSONTests", dependencies: ["GeoJSON", "JSON", "TestSupport"]),
    .testTarget(name: "GEOSTests", dependencies: ["GEOS", "Geometry", "TestSupport"]),
    .testTarget(name: "PROJTests", dependencies: ["PROJ", "Geometry", "TestSupport"]),
    .testTarget(name: "MatchingTests", dependencies: ["Matching", "TestSupport"]),
    .testTarget(name: "SettlementTests", dependencies: ["Settlement", "TestSupport"]),
    .testTarget(name: "RegulationsTests", dependencies: ["Regulations", "JSON", "TestSupport"]),
    .testTarget(
      name: "ComplianceTests",
      dependencies: [
        "Compliance", "GEOS", "Settlement", "Regulations", "SyntheticSettlements", "TestSupport",
      ]),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Planning", "Compliance", "GEOS", "Settlement", "Regulations", "SyntheticSettlements", "TestSupport",
      ]),
    .testTarget(
      name: "CooperativeTests",
      dependencies: ["Cooperative", "Geometry", "JSON", "Settlement", "TestSupport"]),
    .systemLibrary(name: "CAprilTag", path: "Tests/CAprilTag", providers: [.apt(["libapriltag-dev"])]),
    .testTarget(
      name: "CartographyTests",
      dependencies: [
        "Cartography", "CAprilTag", "JSON", "Geometry", "Settlement", "SyntheticSettlements", "TestSupport",
      ]),
    .testTarget(name: "CommandLineKitTests", dependencies: ["CommandLineKit", "TestSupport"]),
    .testTarget(
      name: "KlongCLITests",
      dependencies: [
        "klong", "OutputLoop", "KlongCLI", "CommandLineKit", "GEOS", "GeoJSON", "Geometry", "JSON", "PROJ",
        "Planning", "Regulations", "Settlement", "Cooperative", "TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
