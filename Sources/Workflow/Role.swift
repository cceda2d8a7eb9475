/// What a participant does in the making of a plan; a person may hold several roles.
///
/// Acts name the *function* that acted ("Burgemeester"); the role says which rules the function falls under.
public enum Role: String, CaseIterable, Codable, Sendable {
    case drafter, editor, adviser, partner, resident, secretary, portfolioHolder, handler
    case boardOffice, clerk, councillor, auditor, admin
}

/// A body that meets and decides (*bestuursorgaan*).
public enum GoverningBody: String, CaseIterable, Codable, Sendable {
    /// The board of mayor and aldermen, *college van burgemeester en wethouders* (Gemeentewet, title II, chapter III).
    case college
    /// The municipal council, *gemeenteraad* (Gemeentewet, title II, chapter II).
    case raad
}
