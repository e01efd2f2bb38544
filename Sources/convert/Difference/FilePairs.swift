/// Which files of two folders are compared: those of the same name below their folders, and then
/// those of the same name but for its endings, where each folder has one such file left.
struct FilePairs: Sendable {
  /// Two files that are compared.
  struct Pair: Sendable {
    let first: ComparedFile
    let second: ComparedFile
  }

  /// The files that are compared, by name.
  private(set) var pairs: [Pair] = []
  /// The files only the first folder has.
  private(set) var removed: [ComparedFile]
  /// The files only the second folder has.
  private(set) var added: [ComparedFile]

  /// Pairs the files of two folders.
  init(_ first: [ComparedFile], _ second: [ComparedFile]) {
    removed = first
    added = second
    pair(by: \.name)
    pair(by: \.stem)
    pairs.sort { $0.first.name.utf8.lexicographicallyPrecedes($1.first.name.utf8) }
  }

  private mutating func pair(by key: KeyPath<ComparedFile, String>) {
    let left = Dictionary(grouping: removed) { $0[keyPath: key] }
    let right = Dictionary(grouping: added) { $0[keyPath: key] }
    let shared = left.filter { $1.count == 1 && right[$0]?.count == 1 }
    pairs += shared.flatMap { key, files in
      zip(files, right[key] ?? []).map { Pair(first: $0, second: $1) }
    }
    removed.removeAll { shared[$0[keyPath: key]] != nil }
    added.removeAll { shared[$0[keyPath: key]] != nil }
  }
}
