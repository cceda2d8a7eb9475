import Hummingbird
import Phrases
import PlanDomain

/// What goes along with one request.
public struct SiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The language that the reader chose, their own otherwise.
    public var language: Language = .nl
    /// Who stands before the site, with everything that they may act as today.
    var participant = Participant.visitor
    /// Somebody who gave their password and still owes a one-time code; to every other page they are a visitor.
    var awaitingCode: Participant?
    var session: SignInSession?
    var formSecret: FormSecret
    /// What was sent with the form, checked; empty for a page.
    var form = FormValues()
    /// To be said on this page, once.
    var notice: Notice?
    /// Where on the network the request came from, for limits on what can be guessed.
    var sender: String
    var routes = RouteTable([])
    /// The route that the address belongs to; nil for an address or method that the site does not know.
    var route: SiteRoute?

    public init(source: Source) {
        coreContext = .init(source: source)
        sender = source.channel.remoteAddress?.ipAddress ?? ""
        formSecret = FormSecret(.make(SystemRandom.bytes), isNew: true)
    }

    /// Names the request in the log and on the page of an internal error.
    var reference: String { String(id.prefix(16)) }

    /// Forms have limits of their own, by route; nothing else is read.
    public var maxUploadSize: Int { FormLimits.fields.bytes }
}
