internal import Glibc

/// One conversion to UTF-8 through the C library's `iconv`; nothing else here touches C memory.
@safe struct Iconv: ~Copyable {
  /// What became of an input.
  enum Outcome {
    /// Every byte was converted.
    case converted([UInt8])
    /// The byte at an offset begins no character; what stands before it was converted.
    case stopped(at: Int, converted: [UInt8])
  }

  private let descriptor: iconv_t

  /// Opens a conversion; `nil` when the C library does not know the encoding.
  init?(from name: String) {
    // POSIX: iconv_open returns (iconv_t)-1 on failure.
    guard let opened = unsafe iconv_open("UTF-8", name), unsafe opened != iconv_t(bitPattern: -1)
    else {
      return nil
    }
    unsafe descriptor = opened
  }

  deinit { unsafe _ = iconv_close(descriptor) }

  /// Converts a whole input, strictly.
  func convert(_ bytes: [UInt8], from start: Int = 0) -> Outcome {
    var converted: [UInt8] = []
    converted.reserveCapacity(bytes.count + bytes.count / 2)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var offset = start
    while offset < bytes.count {
      let step = convertChunk(bytes, from: offset, into: &chunk)
      converted.append(contentsOf: chunk[..<step.produced])
      offset += step.consumed
      // An output buffer that is full is the only reason to go on.
      if step.isStuck { return .stopped(at: offset, converted: converted) }
    }
    return .converted(converted)
  }

  private struct Step {
    var consumed: Int
    var produced: Int
    var isStuck: Bool
  }

  private func convertChunk(
    _ bytes: [UInt8], from offset: Int, into chunk: inout [UInt8]
  ) -> Step {
    // iconv does not write through its input pointer, whatever its C signature says; both pointers
    // stay within their buffers because the remaining counts say where those end.
    unsafe bytes.withUnsafeBytes { input in
      unsafe chunk.withUnsafeMutableBytes { output in
        guard let source = input.baseAddress, let target = output.baseAddress else {
          return Step(consumed: 0, produced: 0, isStuck: true)
        }
        var from: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
          mutating: source.advanced(by: offset).assumingMemoryBound(to: CChar.self))
        var to: UnsafeMutablePointer<CChar>? = unsafe target.assumingMemoryBound(to: CChar.self)
        var fromLeft = input.count - offset
        var toLeft = output.count
        let result = unsafe iconv(descriptor, &from, &fromLeft, &to, &toLeft)
        let isStuck = result == -1 && errno != E2BIG
        return Step(
          consumed: input.count - offset - fromLeft, produced: output.count - toLeft,
          isStuck: isStuck)
      }
    }
  }
}
