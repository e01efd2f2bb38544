/// Whether a key comes before another in the order of UTF-16 code units (RFC 8785, 3.2.3).
///
/// That order differs from the one of the UTF-8 bytes only where a scalar above U+FFFF, whose
/// units are surrogates, meets one from U+E000 to U+FFFF.
func precedesInUTF16(_ left: String, _ right: String) -> Bool {
  let leftBytes = left.utf8.span
  let rightBytes = right.utf8.span
  for index in 0..<min(leftBytes.count, rightBytes.count) {
    let a = leftBytes[index]
    let b = rightBytes[index]
    guard a != b else { continue }
    switch (a, b) {
    case (0xF0..., 0xEE...0xEF): return true
    case (0xEE...0xEF, 0xF0...): return false
    default: return a < b
    }
  }
  return leftBytes.count < rightBytes.count
}
