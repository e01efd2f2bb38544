extension [UInt8] {
  /// Appends a copy of some bytes.
  @inlinable
  package mutating func append(copying bytes: Span<UInt8>) {
    append(addingCapacity: bytes.count) { (output: inout OutputSpan<UInt8>) in
      for index in bytes.indices { output.append(bytes[index]) }
    }
  }
}
