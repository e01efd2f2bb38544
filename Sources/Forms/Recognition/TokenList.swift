/// The tokens that make up a value, in order: nearly always one, which takes no allocation.
struct TokenList: Sendable {
  /// The first token; negative when there is none.
  private var head: Int
  private var tail: [Int]

  /// No token.
  init() {
    head = -1
    tail = []
  }

  /// One token, and those after it.
  init(_ token: Int, _ others: [Int] = []) {
    head = token
    tail = others
  }

  /// The tokens after the first.
  var others: [Int] { tail }

  /// Adds a token at the end.
  mutating func append(_ token: Int) {
    if head < 0 { head = token } else { tail.append(token) }
  }

  /// The tokens of two lists.
  static func + (left: TokenList, right: TokenList) -> TokenList {
    var result = left
    for token in right { result.append(token) }
    return result
  }
}

extension TokenList: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { head < 0 ? 0 : 1 + tail.count }
  subscript(index: Int) -> Int { index == 0 ? head : tail[index - 1] }
}

extension TokenList: ExpressibleByArrayLiteral {
  init(arrayLiteral tokens: Int...) {
    self.init()
    for token in tokens { append(token) }
  }
}
