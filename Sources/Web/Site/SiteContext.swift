import Hummingbird
import Phrases

/// What goes along with one request.
public struct SiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The language that the reader chose, Dutch otherwise.
    public var language: Language = .nl

    public init(source: Source) {
        coreContext = .init(source: source)
    }

    /// Names the request in the log and on the page of an internal error.
    var reference: String { String(id.prefix(16)) }

    /// No form of the site is larger.
    public var maxUploadSize: Int { 16 * 1024 }
}
