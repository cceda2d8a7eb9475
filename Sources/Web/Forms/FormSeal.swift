/// What every form carries out of sight: the token of the browser that it is shown to, and a name for this one showing
/// of it, so that a form that is sent twice is one request.
struct FormSeal: Equatable, Sendable {
    static let tokenName = "_token"
    static let requestName = "_request"

    let token: String
    let requestID: String
}

extension FormValues {
    var token: String? { all(FormSeal.tokenName).first }

    /// Names this sending of the form: the same when a form is sent twice, so that an act is recorded once.
    var requestID: String { all(FormSeal.requestName).first ?? "" }

    /// With a name of its own where the form came without a sound one.
    func withRequestID(_ make: () -> String) -> FormValues {
        if all(FormSeal.requestName).count == 1, Secret(requestID) != nil { return self }
        return replacing(FormSeal.requestName, with: make())
    }
}
