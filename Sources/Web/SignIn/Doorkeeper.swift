import Foundation
import HTTPTypes
import Hummingbird
import PlanDomain

/// Lets a browser in: begins its session under a new secret, so that no secret from before a sign-in is worth anything
/// after it, and ends the session that it had.
struct Doorkeeper {
    let services: SiteServices

    /// The context of the request from here on, and the cookie that its answer must set.
    ///
    /// Somebody who still owes a one-time code holds a session for half an hour, which opens nothing but the pages that
    /// ask for the code.
    ///
    /// - Parameter device: how the session is known to its owner; nil for what the browser calls itself.
    func admit(
        _ holder: SignInSession.Holder, _ participant: Participant, owesCode: Bool = false, hasSecondFactor: Bool,
        device: String? = nil, _ request: Request, _ context: SiteContext
    ) async throws -> (SiteContext, Cookie) {
        let now = services.clock()
        let secret = Secret.make(services.random)
        let session = SignInSession(
            id: secret.hash, holder: holder, startedAt: now, lastSeenAt: now,
            expiresAt: owesCode
                ? now.addingTimeInterval(SessionLimits.owing) : SessionLimits.expiry(of: holder, from: now),
            device: device ?? DeviceName.of(request.headers[.userAgent]), hasSecondFactor: hasSecondFactor)
        try await services.store.sweepSessions(at: now)
        if let old = context.session { try await services.store.end(old.id) }
        try await services.store.begin(session)
        var context = context
        context.session = session
        context.formSecret = FormSecret(secret)
        context.participant = owesCode ? .visitor : participant
        context.awaitingCode = owesCode ? participant : nil
        let cookies = services.settings.cookies
        return (context, cookies.make(cookies.session, secret.text, seconds: nil))
    }
}

/// What a browser calls itself, in the few words by which its owner knows it again.
enum DeviceName {
    static func of(_ userAgent: String?) -> String {
        let text = userAgent ?? ""
        func first(of names: [(String, String)]) -> String? { names.first { text.contains($0.0) }?.1 }
        let browser = first(of: [
            ("Firefox/", "Firefox"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ])
        let system = first(of: [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS X", "macOS"), ("Linux", "Linux"),
        ])
        let words = [browser, system].compactMap { $0 }
        return words.isEmpty ? "?" : words.joined(separator: ", ")
    }
}
