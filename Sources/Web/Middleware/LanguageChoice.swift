import Hummingbird
import Phrases

/// Takes the reader's language from the cookie that the form in the footer sets, or else from their own account.
///
/// A browser's own list of languages is left alone: a plan is a Dutch document, and who follows a link must see what
/// the sender saw.
struct LanguageChoice: RouterMiddleware {
    static let cookieName = "taal"

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let choice = request.cookies[Self.cookieName].flatMap({ Language(rawValue: $0.value) }) {
            context.language = choice
        } else if let own = context.participant.person.flatMap({ Language(rawValue: $0.language) }) {
            context.language = own
        }
        var response = try await next(request, context)
        if response.headers[.contentType]?.hasPrefix("text/html") == true {
            response.headers[.contentLanguage] = context.language.rawValue
        }
        return response
    }
}
