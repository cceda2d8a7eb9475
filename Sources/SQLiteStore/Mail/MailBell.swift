import Synchronization

/// Rings for everybody who waits for mail to send. Who is busy hears it once, however often it rang.
final class MailBell: Sendable {
    private let listeners = Mutex<(next: Int, byNumber: [Int: AsyncStream<Void>.Continuation])>((0, [:]))

    func ring() {
        // Outside the lock: whoever hears it may stop listening at once.
        for listener in listeners.withLock({ Array($0.byNumber.values) }) { listener.yield() }
    }

    /// Rings until whoever listens lets go of it.
    func rings() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = listeners.withLock { listeners in
            listeners.next += 1
            listeners.byNumber[listeners.next] = continuation
            return listeners.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { _ = $0.byNumber.removeValue(forKey: number) }
        }
        return stream
    }
}
