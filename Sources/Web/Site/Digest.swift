import Crypto

/// SHA-256 as addresses and entity tags write it.
enum Digest {
    /// The first `bytes` bytes, in lower-case hexadecimal.
    static func hexadecimal(of content: some Sequence<UInt8>, bytes: Int) -> String {
        SHA256.hash(data: Array(content)).prefix(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
