/// The same work on each of many things: several at a time, the results in the things' order.
struct OrderedWork: Sendable {
  /// How many things there are.
  let count: Int
  /// How many are worked on at the same time.
  let jobCount: Int

  /// How many results may wait, for each job, until those before them are there.
  private static let waitingPerJob = 16

  /// Does the work.
  ///
  /// - Parameters:
  ///   - work: Takes the number of a thing.
  ///   - use: Takes each result, in order.
  func run<Result: Sendable>(
    _ work: @escaping @Sendable (Int) -> Result, use: (Result) -> Void
  ) async {
    let jobCount = min(jobCount, count)
    guard jobCount > 1 else {
      for index in 0..<count { use(work(index)) }
      return
    }
    await withTaskGroup(of: (Int, Result).self) { group in
      var started = 0
      var used = 0
      var waiting: [Int: Result] = [:]
      while used < count {
        while started < count, started - used - waiting.count < jobCount,
          started - used < jobCount * Self.waitingPerJob
        {
          let index = started
          group.addTask { (index, work(index)) }
          started += 1
        }
        guard let (index, result) = await group.next() else { return }
        waiting[index] = result
        while let next = waiting.removeValue(forKey: used) {
          use(next)
          used += 1
        }
      }
    }
  }
}
