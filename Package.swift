// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "formconvert",
  products: [
    .executable(name: "formconvert", targets: ["convert"]),
    .library(name: "IR", targets: ["IR"]),
    .library(name: "Readers", targets: ["Readers"]),
    .library(name: "Forms", targets: ["Forms"]),
    .library(name: "Writers", targets: ["Writers"]),
    .library(name: "LayoutFiles", targets: ["LayoutFiles"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "IR", swiftSettings: settings),
    .target(
      name: "Readers", dependencies: ["IR", "CICU", "CLibXML2", "CNettle", "CZlib"],
      swiftSettings: settings),
    .target(name: "Forms", dependencies: ["IR"], swiftSettings: settings),
    .target(name: "Writers", dependencies: ["IR", "CDeflate"], swiftSettings: settings),
    .target(
      name: "LayoutFiles", dependencies: ["IR", "Forms", "Writers", "CLibYAML"],
      swiftSettings: settings),
    .target(
      name: "Review", dependencies: ["IR", "Readers", "Forms", "Writers"],
      resources: [.embedInCode("Resources")], swiftSettings: settings),
    .executableTarget(
      name: "convert",
      dependencies: [
        "IR", "Readers", "Forms", "Writers", "LayoutFiles", "Review",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "stages", dependencies: ["IR", "Readers", "Writers"], path: "Benchmarks/Stages",
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["IR", "Writers"], path: "Tests/Support",
      swiftSettings: settings),
    .target(
      name: "Fuzzing",
      dependencies: ["IR", "Readers", "Forms", "Writers", "LayoutFiles", "TestSupport"],
      path: "Tests/Fuzzing", swiftSettings: settings),
    .testTarget(name: "FuzzTests", dependencies: ["Fuzzing"], swiftSettings: settings),
    .testTarget(name: "IRTests", dependencies: ["IR"], swiftSettings: settings),
    .testTarget(
      name: "ReadersTests", dependencies: ["IR", "Readers", "Writers", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "FormsTests", dependencies: ["IR", "Forms", "Readers", "Writers", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "WritersTests", dependencies: ["IR", "Readers", "Writers", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LayoutFilesTests",
      dependencies: ["IR", "Forms", "Readers", "Writers", "LayoutFiles", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ConvertTests",
      dependencies: ["IR", "Readers", "Forms", "Writers", "TestSupport", "convert"],
      swiftSettings: settings),
    .testTarget(
      name: "CorpusTests",
      dependencies: ["IR", "Readers", "Forms", "Writers", "LayoutFiles", "TestSupport"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// Only `scripts/fuzz` builds this: it needs libFuzzer, which comes with `-sanitize=fuzzer`.
if Context.environment["FORMCONVERT_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["CFuzzer", "Fuzzing"], path: "Tests/FuzzMain",
      swiftSettings: settings,
      // The default linker, gold, fails on libFuzzer's own debug information.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ]
}

// `scripts/build-static` links all libraries into the program, among them what libxml2 needs itself, at
// fixed addresses, and exports nothing: what has to be found or moved at the start takes its time. The
// functions and variables of a short run stand side by side (`scripts/update-order`): few pages are read.
if Context.environment["FORMCONVERT_STATIC"] != nil {
  for target in package.targets where ["convert", "stages"].contains(target.name) {
    target.linkerSettings =
      ["icuuc", "icudata", "lzma", "z", "stdc++"].map { .linkedLibrary($0) }
      + [
        .unsafeFlags(
          ["-static-executable", "-use-ld=lld"]
            + [
              "--no-export-dynamic", "--no-warn-symbol-ordering",
              "--symbol-ordering-file=\(Context.packageDirectory)/Benchmarks/start.order",
            ].flatMap { ["-Xlinker", $0] })
      ]
  }
}
