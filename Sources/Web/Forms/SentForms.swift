import Crypto
import Hummingbird
import PlanDomain
import Synchronization

/// Takes each sending of a form in once: a button that was pressed twice, and a page that was sent again, are answered
/// as the first time and do nothing more.
///
/// The same sending is the same browser, address, name of the showing and content: whoever goes back and types something
/// else sends another form, even from the same page. Kept in memory: after a restart the stores still know acts, texts
/// and inputs by the name of their request, see ``FormSeal``.
actor SentForms {
    /// One sending; says nothing of what is in it.
    struct Key: Hashable, Sendable {
        private let hash: [UInt8]

        init(_ form: FormValues, to address: String) {
            var hash = SHA256()
            func add(_ text: some Collection<UInt8>) {
                hash.update(data: Array("\(text.count):".utf8))
                hash.update(data: Array(text))
            }
            add(address.utf8)
            for field in form.fields {
                add(field.name.utf8)
                add(field.value.utf8)
            }
            for upload in form.uploads {
                add(upload.name.utf8)
                add(upload.file.name.utf8)
                add(upload.file.bytes)
            }
            self.hash = Array(hash.finalize())
        }
    }

    private var answers: [Key: (response: Response, until: ContinuousClock.Instant)] = [:]
    private var waiting: [Key: [CheckedContinuation<Void, Never>]] = [:]
    private static let most = 2_000
    /// As long as a finger needs to press twice. Whole pages are kept no longer, nor what lets somebody in.
    static let pressing = Duration.seconds(5)

    /// Runs `work` unless this very sending was taken in already; one that is on its way is waited for.
    ///
    /// What was refused did nothing, so it may be tried again.
    func once(
        _ key: Key, keptFor time: Duration, _ work: @Sendable () async throws -> Response
    ) async throws -> Response {
        while waiting[key] != nil {
            await withCheckedContinuation { waiting[key, default: []].append($0) }
        }
        if let known = answers[key], known.until > .now { return known.response }
        waiting[key] = []
        defer { for waiter in waiting.removeValue(forKey: key) ?? [] { waiter.resume() } }
        let response = try await work()
        switch response.status.kind {
        case .redirection: keep(response, as: key, for: time)
        case .successful: keep(response, as: key, for: min(time, Self.pressing))
        default: break
        }
        return response
    }

    private func keep(_ response: Response, as key: Key, for time: Duration) {
        answers = answers.filter { $0.value.until > .now }
        if answers.count >= Self.most { answers.removeAll() }
        answers[key] = (response, .now + time)
    }
}
