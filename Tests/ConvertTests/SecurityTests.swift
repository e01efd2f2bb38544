import Foundation
import IR
import TestSupport
import Testing

/// What SECURITY.md promises.
struct SecurityTests {
  private static let nm = "/usr/bin/nm"

  /// Calls that reach other machines, load code or start programs, and those of libxml2 that open
  /// files by themselves.
  private static let forbidden = [
    "socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "recvfrom",
    "gethostbyname", "getaddrinfo", "res_query", "dlopen", "dlsym", "fork", "vfork", "execve",
    "execv", "execvp", "execl", "execlp", "posix_spawn", "posix_spawnp", "system", "popen",
    "xmlReadFile", "xmlParseFile", "xmlCtxtReadFile", "htmlReadFile", "htmlParseFile",
    "xmlNanoHTTPOpen", "xmlNanoFTPOpen", "xmlLoadExternalEntity",
  ]

  /// Of the program that was built, not of the libraries it is linked to; a static runtime would be
  /// one of them.
  @Test(.enabled(if: Tools.has(nm), "nm is not there"))
  func nothingReachesOut() throws {
    let run = try ToolRun(
      Self.nm, ["-D", "--undefined-only", Command.built.path],
      in: URL(filePath: NSTemporaryDirectory()))
    #expect(run.status == 0)
    let names = run.output.split(separator: "\n").compactMap { line in
      line.split(separator: " ").last?.split(separator: "@").first.map(String.init)
    }
    // So that a list that is empty is no success.
    #expect(names.contains("read") && names.contains("write"))
    #expect(Set(names).isDisjoint(with: Self.forbidden))
  }

  /// The table of limits names each limit with its value.
  @Test func limitsAreInStep() throws {
    let page = Fixture.package.appending(path: "SECURITY.md")
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    var listed: [String: Int] = [:]
    for match in text.matches(of: /\| `([A-Za-z]+)` \| ([0-9]+) \|/) {
      listed[String(match.1)] = Int(match.2)
    }
    var limits: [String: Int] = [:]
    for child in Mirror(reflecting: Limits()).children {
      limits[try #require(child.label)] = try #require(child.value as? Int)
    }
    #expect(listed == limits)
  }
}
