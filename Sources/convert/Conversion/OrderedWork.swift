/// The same work on each of many things: several at a time, the results in the things' order.
struct OrderedWork: Sendable {
  /// How many things there are.
  let count: Int
  /// How many are worked on at the same time; `nil` for one per processor.
  let jobCount: Int?

  /// How many runs of results may wait, for each job, until those before them are there.
  private static let waitingPerJob = 8
  /// The most things that are worked on one after the other: between two runs a job waits until it
  /// is given the next one, about half as long as a small document takes.
  private static let mostPerRun = 32

  /// How many things are worked on one after the other; where they are few, each by itself, so
  /// that no job is left with several large ones at the end.
  private func countPerRun(_ jobCount: Int) -> Int {
    min(max(count / (jobCount * 32), 1), Self.mostPerRun)
  }

  /// Does the work.
  ///
  /// - Parameters:
  ///   - work: Takes the number of a thing.
  ///   - use: Takes each result, in order.
  func run<Result: Sendable>(
    _ work: @escaping @Sendable (Int) -> Result, use: (Result) -> Void
  ) async {
    // Of one thing, nothing is asked.
    let jobCount = count > 1 ? jobCount ?? CurrentProcess.processorCount : 1
    guard jobCount > 1 else {
      for index in 0..<count { use(work(index)) }
      return
    }
    let countPerRun = countPerRun(jobCount)
    let runCount = (count + countPerRun - 1) / countPerRun
    await withTaskGroup(of: (Int, [Result]).self) { group in
      var started = 0
      var used = 0
      var waiting: [Int: [Result]] = [:]
      while used < runCount {
        while started < runCount, started - used - waiting.count < jobCount,
          started - used < jobCount * Self.waitingPerJob
        {
          let run = started
          let things = run * countPerRun..<min((run + 1) * countPerRun, count)
          group.addTask { (run, things.map(work)) }
          started += 1
        }
        guard let (run, results) = await group.next() else { return }
        waiting[run] = results
        while let next = waiting.removeValue(forKey: used) {
          for result in next { use(result) }
          used += 1
        }
      }
    }
  }
}
