/// Where secrets come from: so many bytes of chance.
public typealias RandomBytes = @Sendable (Int) -> [UInt8]

/// The chance of the operating system.
public enum SystemRandom {
    @Sendable public static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let words = (0..<(count + 7) / 8).map { _ in generator.next() as UInt64 }
        return Array(
            words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }.prefix(count))
    }
}
