internal import CICU

/// What became of an input that was decoded.
enum DecodingOutcome {
  /// Every byte was converted, to this UTF-8.
  case converted([UInt8])
  /// The byte at an offset begins no character; what stands before it was converted.
  case stopped(at: Int, converted: [UInt8])
}

/// Decodes one encoding through ICU; nothing else here touches its memory.
///
/// ICU has its tables with it. The C library's `iconv` loads its own from the machine a program runs on,
/// which one that is linked as a whole cannot do everywhere.
@safe struct ICUDecoder: ~Copyable {
  private let decoder: OpaquePointer

  /// Opens a decoder; `nil` when ICU does not know the encoding.
  init?(_ encoding: String) {
    guard let decoder = unsafe formconvert_decoder_open(encoding) else { return nil }
    unsafe self.decoder = decoder
  }

  deinit { unsafe formconvert_decoder_close(decoder) }

  /// Decodes a whole input, strictly; a decoder serves for one.
  consuming func decode(_ bytes: [UInt8]) -> DecodingOutcome {
    var converted: [UInt8] = []
    converted.reserveCapacity(bytes.count + bytes.count / 2)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let step = decodeChunk(bytes, from: offset, into: &chunk)
      converted.append(contentsOf: chunk[..<step.produced])
      offset = step.end
      switch step.result {
      case formconvert_decoder_done: return .converted(converted)
      case formconvert_decoder_full: continue
      default: return .stopped(at: offset, converted: converted)
      }
    }
  }

  private struct Step {
    var end: Int
    var produced: Int
    var result: formconvert_decoder_result
  }

  private func decodeChunk(
    _ bytes: [UInt8], from offset: Int, into chunk: inout [UInt8]
  ) -> Step {
    // Both pointers stay within their buffers because ICU is told where those end.
    unsafe bytes.withUnsafeBytes { input in
      unsafe chunk.withUnsafeMutableBytes { output in
        guard let start = input.baseAddress, let room = output.baseAddress else {
          return Step(end: offset, produced: 0, result: formconvert_decoder_done)
        }
        let from = unsafe start.assumingMemoryBound(to: CChar.self)
        let to = unsafe room.assumingMemoryBound(to: CChar.self)
        var source: UnsafePointer<CChar>? = unsafe from + offset
        var target: UnsafeMutablePointer<CChar>? = unsafe to
        let result = unsafe formconvert_decoder_convert(
          decoder, &source, from + input.count, &target, to + output.count)
        return unsafe Step(
          end: source.map { unsafe $0 - from } ?? offset,
          produced: target.map { unsafe $0 - to } ?? 0, result: result)
      }
    }
  }
}
