import Hummingbird

/// The cookies of the site. Each is for this host alone, hidden from scripts, and not sent along by other sites; behind
/// TLS the prefix `__Host-` has browsers see to that (RFC 6265bis, 4.1.3).
struct SiteCookies {
    let isBehindTLS: Bool

    /// Whoever is signed in.
    var session: String { name("paraaf") }
    /// A visitor who was shown a form.
    var visitor: String { name("paraaf-bezoek") }
    /// What was just done, to be said once.
    var notice: String { name("paraaf-melding") }

    func make(_ name: String, _ value: String, seconds: Int?) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: seconds, path: "/", secure: isBehindTLS, httpOnly: true, sameSite: .lax)
    }

    func removal(of name: String) -> Cookie { make(name, "", seconds: 0) }

    private func name(_ name: String) -> String { isBehindTLS ? "__Host-" + name : name }
}
