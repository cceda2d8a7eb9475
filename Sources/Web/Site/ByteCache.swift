import Synchronization

/// Rendered bytes by what they were made from, bounded in size.
///
/// Keys name everything that the bytes depend on, so that an entry never goes stale; it is only forgotten. Two
/// generations stand in for a list in order of use: what was not asked for while a whole generation filled up is gone.
final class ByteCache: Sendable {
    private struct Generations {
        var young: [String: [UInt8]] = [:]
        var old: [String: [UInt8]] = [:]
        var youngSize = 0
    }

    /// In bytes, over both generations.
    let limit: Int
    private let state = Mutex(Generations())

    init(limit: Int) {
        self.limit = limit
    }

    func bytes(for key: String) -> [UInt8]? {
        state.withLock { state in
            if let bytes = state.young[key] { return bytes }
            guard let bytes = state.old.removeValue(forKey: key) else { return nil }
            insert(bytes, for: key, in: &state)
            return bytes
        }
    }

    func keep(_ bytes: [UInt8], for key: String) {
        state.withLock { insert(bytes, for: key, in: &$0) }
    }

    /// What is kept at present, in bytes.
    var size: Int {
        state.withLock { $0.youngSize + $0.old.values.reduce(0) { $0 + $1.count } }
    }

    private func insert(_ bytes: [UInt8], for key: String, in state: inout sending Generations) {
        guard bytes.count <= limit / 2 else { return }
        if state.youngSize + bytes.count > limit / 2 {
            state.old = state.young
            state.young = [:]
            state.youngSize = 0
        }
        if let replaced = state.young.updateValue(bytes, forKey: key) { state.youngSize -= replaced.count }
        state.youngSize += bytes.count
    }
}
